// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCall } from '@/utils/measure/call';
import { parseConnections } from '@/utils/measure/connection';
import { ConnectionWatch } from '@/utils/observe/connections';
import { SAY_EVENT } from '@/utils/observe/page-world/events';
import { hookPeers } from '@/utils/observe/page-world/peers';
import { hookSockets } from '@/utils/observe/page-world/sockets';
import { createTally, type Tally } from '@/utils/observe/page-world/tally';

const URL = 'wss://class.example/ws';

/** A socket as a page meets it, without a network. */
class FakeSocket extends EventTarget {
	static readonly OPEN = 1;
	readyState = 0;
	extensions = '';
	readonly sent: unknown[] = [];
	readonly url: string;

	constructor(url: string) {
		super();
		if (url === 'bad') throw new SyntaxError('bad address');
		this.url = url;
	}

	send(data: unknown): void {
		if (this.readyState === 0) throw new Error('InvalidStateError');
		this.sent.push(data);
	}

	open(extensions = ''): void {
		this.readyState = 1;
		this.extensions = extensions;
		this.dispatchEvent(new Event('open'));
	}

	receive(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

/** A peer connection with the statistics that a test gives it. */
class FakePeer extends EventTarget {
	#state = 'new';
	stats: object[] = [];
	isClosed = false;

	async getStats(): Promise<Map<string, object>> {
		return new Map(this.stats.map((stat) => [(stat as { id: string }).id, stat]));
	}

	close(): void {
		this.#state = 'closed';
		this.isClosed = true;
	}

	get iceConnectionState(): string {
		return this.#state;
	}

	become(state: string): void {
		this.#state = state;
		this.dispatchEvent(new Event('iceconnectionstatechange'));
	}
}

let tally: Tally;
let watch: ConnectionWatch;
let readPeers: () => void;
const grown = vi.fn();
const natives = { send: FakeSocket.prototype.send, close: FakePeer.prototype.close };
const said = () => parseConnections(watch.read());
const newSocket = (url = URL) => new (globalThis.WebSocket as unknown as typeof FakeSocket)(url);
const newPeer = () => new (globalThis.RTCPeerConnection as unknown as typeof FakePeer)();

beforeEach(() => {
	vi.stubGlobal('document', new EventTarget());
	FakeSocket.prototype.send = natives.send;
	FakePeer.prototype.close = natives.close;
	vi.stubGlobal('WebSocket', FakeSocket);
	vi.stubGlobal('RTCPeerConnection', FakePeer);
	readPeers = () => {};
	tally = createTally(() => readPeers()) as Tally;
	hookSockets(tally);
	readPeers = hookPeers(tally);
	grown.mockReset();
	watch = new ConnectionWatch(grown);
});
afterEach(() => vi.unstubAllGlobals());

describe('the sockets of a page', () => {
	it('are counted by message, both ways, with their frames’ headers', () => {
		const socket = newSocket();
		socket.open();
		socket.receive('é'.repeat(100));
		socket.receive(new ArrayBuffer(1_000));
		socket.receive(new Blob(['x'.repeat(70_000)]));
		socket.send(new Uint8Array(10));
		socket.send('été');
		expect(said()).toMatchObject([
			{ count: 1, receivedBytes: 200 + 4 + (1_000 + 4) + (70_000 + 10), sentBytes: 10 + 6 + (5 + 6), isPacked: false },
		]);
	});

	it('count what was really sent: not what was refused, nor what came too late', () => {
		const socket = newSocket();
		expect(() => socket.send('early')).toThrow('InvalidStateError');
		socket.open();
		socket.readyState = 3;
		socket.send('late');
		expect(said()).toMatchObject([{ count: 1, sentBytes: 0 }]);
	});

	it('are marked where their wire is compressed', () => {
		newSocket().open('permessage-deflate');
		expect(said()).toMatchObject([{ isPacked: true }]);
	});

	it('that were there before the hooks are met when they send', () => {
		const socket = new FakeSocket(URL);
		socket.readyState = 1;
		socket.send('12345');
		socket.receive('123');
		expect(said()).toMatchObject([{ count: 1, receivedBytes: 3 + 2, sentBytes: 5 + 6 }]);
	});

	it('keep the page’s errors, classes and values as they are', () => {
		expect(() => newSocket('bad')).toThrow(SyntaxError);
		class Own extends (globalThis.WebSocket as unknown as typeof FakeSocket) {}
		const own = new Own(URL);
		expect([own instanceof Own, own instanceof FakeSocket, own instanceof WebSocket]).toEqual([true, true, true]);
		expect([WebSocket.name, WebSocket.length, WebSocket.OPEN]).toEqual(['FakeSocket', 1, 1]);
		expect(WebSocket.prototype.constructor).toBe(WebSocket);
		expect(Object.keys(own)).toEqual(Object.keys(new FakeSocket(URL)));
	});

	it('do not throw into a page that tampers with them', () => {
		const socket = newSocket();
		socket.open();
		Object.defineProperty(socket, 'readyState', {
			get() {
				throw new Error('trap');
			},
		});
		const trap = new Proxy(
			{},
			{
				get: () => {
					throw new Error('trap');
				},
			},
		);
		expect(() => socket.receive(trap)).not.toThrow();
		expect(() => socket.receive(null)).not.toThrow();
		expect(said()).toMatchObject([{ count: 1, receivedBytes: 0 }]);
	});

	it('of more addresses than a report holds are added up under the last', () => {
		for (let index = 0; index < 250; index++) {
			const socket = newSocket(`${URL}?${index}`);
			socket.open();
			socket.receive('x');
		}
		const all = said();
		expect(all.length).toBe(100);
		expect(all.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0)).toBe(250 * 3);
	});
});

describe('the peer connections of a page', () => {
	const settle = () => new Promise((resolve) => setTimeout(resolve));

	it('are read when asked, a statistic that vanished still counting', async () => {
		const peer = newPeer();
		peer.stats = [
			{ id: 'T', type: 'transport', bytesReceived: 900, bytesSent: 80 },
			{ id: 'V', type: 'inbound-rtp', kind: 'video', bytesReceived: 500, headerBytesReceived: 50 },
		];
		peer.become('connected');
		watch.read();
		await settle();
		peer.stats = [{ id: 'T', type: 'transport', bytesReceived: 1_000, bytesSent: 90 }];
		watch.read();
		await settle();
		expect(said()).toMatchObject([
			{ key: 'rtc:transport:', count: 1, receivedBytes: 1_000, sentBytes: 90 },
			{ key: 'rtc:inbound-rtp:video', count: 1, receivedBytes: 550 },
		]);
	});

	it('are read a last time when they are closed, then no more', async () => {
		const peer = newPeer();
		peer.become('connected');
		peer.stats = [{ id: 'T', type: 'transport', bytesReceived: 7 }];
		peer.close();
		await settle();
		expect([peer.isClosed, said()[0]?.receivedBytes]).toEqual([true, 7]);
		await settle();
		const getStats = vi.spyOn(FakePeer.prototype, 'getStats');
		watch.read();
		expect(getStats).not.toHaveBeenCalled();
	});

	it('that a page breaks are left alone', async () => {
		const peer = newPeer();
		peer.become('connected');
		Object.defineProperty(peer, 'iceConnectionState', {
			get() {
				throw new Error('trap');
			},
		});
		expect(() => peer.close()).not.toThrow();
		await settle();
		expect([peer.isClosed, said()]).toEqual([true, []]);
	});
});

describe('a video class', () => {
	const settle = () => new Promise((resolve) => setTimeout(resolve));
	const video = (type: string, frames: number, more: object = {}) => ({
		id: type,
		type,
		kind: 'video',
		mid: '0',
		bytesSent: frames * 100,
		bytesReceived: frames * 100,
		[type === 'outbound-rtp' ? 'framesSent' : 'framesReceived']: frames,
		...more,
	});
	const sound = (packets: number) => ({
		id: 'S',
		type: 'inbound-rtp',
		kind: 'audio',
		bytesReceived: packets * 50,
		packetsReceived: packets,
	});
	const screen = { mid: '0', sender: { track: { contentHint: 'detail', getSettings: () => ({}) } } };

	/** What is told after `ms` of a call in which the statistics go from those before to those after. */
	async function callOf(before: object[], after: object[], transceivers: object[] = []) {
		const peer = newPeer();
		Object.assign(peer, { getTransceivers: () => transceivers });
		peer.become('connected');
		peer.stats = before;
		watch.read();
		await settle();
		watch.reset();
		await settle();
		peer.stats = after;
		const now = performance.now();
		vi.spyOn(performance, 'now').mockReturnValue(now + 10_000);
		watch.read();
		await settle();
		vi.mocked(performance.now).mockRestore();
		const call = parseCall(watch.read());
		return Object.entries(call)
			.filter(([, ms]) => ms > 0)
			.map(([field, ms]) => [field, Math.round(ms / 1_000)]);
	}

	it.each([
		['a camera sent', [video('outbound-rtp', 10)], [video('outbound-rtp', 20)], [], ['cameraSentMs', 'classMs']],
		[
			'a camera received',
			[video('inbound-rtp', 10)],
			[video('inbound-rtp', 20), sound(9)],
			[],
			['cameraReceivedMs', 'classMs'],
		],
		['a screen sent', [video('outbound-rtp', 10)], [video('outbound-rtp', 20)], [screen], ['screenShareMs', 'classMs']],
		[
			'a screen received',
			[video('inbound-rtp', 10)],
			[video('inbound-rtp', 20, { contentType: 'screenshare' })],
			[],
			['screenShareMs', 'classMs'],
		],
		['sound alone', [sound(10)], [sound(20), video('inbound-rtp', 0)], [], ['classMs', 'soundOnlyMs']],
		['nothing that flows', [video('inbound-rtp', 10), sound(5)], [video('inbound-rtp', 10), sound(5)], [], []],
	] as const)('is timed with %s', async (_title, before, after, transceivers, fields) => {
		const told = await callOf([...before], [...after], [...transceivers]);
		expect(told.map(([field]) => field).sort()).toEqual([...fields].sort());
		for (const [, seconds] of told) expect(seconds).toBe(10);
	});
});

describe('the two worlds of a frame', () => {
	it('speak only when the observer has asked, and then once until it asks again', () => {
		const socket = newSocket();
		socket.open();
		socket.receive('x');
		expect(grown).not.toHaveBeenCalled();
		watch.read();
		for (let index = 0; index < 5; index++) socket.receive('x');
		expect(grown).toHaveBeenCalledOnce();
		watch.read();
		socket.receive('x');
		expect(grown).toHaveBeenCalledTimes(2);
	});

	it('start from nothing for another visit', () => {
		const socket = newSocket();
		socket.open();
		socket.receive('x');
		watch.reset();
		expect(said()).toMatchObject([{ count: 0, receivedBytes: 0 }]);
		socket.receive('xyz');
		expect(said()).toMatchObject([{ count: 0, receivedBytes: 3 + 2 }]);
	});

	it('have one tally, however often the script comes', () => {
		expect(createTally(() => {})).toBeNull();
	});

	it('take a page’s forged word for no more than numbers', () => {
		for (const detail of [{}, 5, null, ['x'], Symbol('x')]) {
			document.dispatchEvent(new CustomEvent(SAY_EVENT, { detail }));
		}
		expect(said()).toEqual([]);
		document.addEventListener('sobrio:ask', () => {
			document.dispatchEvent(new CustomEvent(SAY_EVENT, { detail: 'https://bank.example/?name=Jeanne,1,1,1,1' }));
		});
		expect(said()).toEqual([]);
	});

	it('say nothing to an observer that has stopped', () => {
		watch.read();
		watch.stop();
		newSocket().open();
		expect(grown).not.toHaveBeenCalled();
	});
});
