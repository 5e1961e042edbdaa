import { vi } from 'vitest';
import { joinWorlds } from '@/tests/page/channel-rig';
import { parseConnections } from '@/utils/core/measure/connection';
import { ConnectionWatch } from '@/utils/page/observe/connection-watch';
import { createCounters } from '@/utils/page/world/counters';
import type { OfferedChannel } from '@/utils/page/world/offer';
import { hookPeers } from '@/utils/page/world/peers';
import { hookSockets } from '@/utils/page/world/sockets';

/** Address of the page's sockets. */
export const SOCKET_URL = 'wss://class.example/ws';

/** A socket without a network. */
export class FakeSocket extends EventTarget {
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

/** A peer connection whose statistics the test sets. */
export class FakePeer extends EventTarget {
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

const natives = { send: FakeSocket.prototype.send, close: FakePeer.prototype.close };

/** A page with hooks over fake classes, and the observer that reads their counters. */
export class PageWorldRig {
	/** Called when counters have changed. */
	readonly onChange = vi.fn();
	readonly watch: ConnectionWatch;
	/** The page world's end of their channel. */
	readonly channel: OfferedChannel;

	constructor() {
		FakeSocket.prototype.send = natives.send;
		FakePeer.prototype.close = natives.close;
		vi.stubGlobal('WebSocket', FakeSocket);
		vi.stubGlobal('RTCPeerConnection', FakePeer);
		let readPeers = () => {};
		const { taken, offered } = joinWorlds();
		const counters = createCounters(offered, () => readPeers());
		hookSockets(counters);
		readPeers = hookPeers(counters, () => performance.now());
		this.channel = offered;
		this.watch = new ConnectionWatch(taken, this.onChange);
		// It asks for a first report once the worlds are joined.
		this.onChange.mockClear();
	}

	/** All counters of addresses and statistics. */
	connections() {
		return parseConnections(this.watch.read());
	}

	/** Creates a socket as the page does. */
	newSocket(url = SOCKET_URL): FakeSocket {
		return new (globalThis.WebSocket as unknown as typeof FakeSocket)(url);
	}

	newPeer(): FakePeer {
		return new (globalThis.RTCPeerConnection as unknown as typeof FakePeer)();
	}

	close(): void {
		vi.unstubAllGlobals();
	}
}

/** `getStats` resolves in the next task. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));
