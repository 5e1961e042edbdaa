// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCall } from '@/utils/core/visit/call';
import { FakePeer, PageWorldRig, settle } from './page-world-rig';

let rig: PageWorldRig;

beforeEach(() => {
	rig = new PageWorldRig();
});
afterEach(() => rig.close());

describe('the peer connections of a page', () => {
	it('are read on request, and removed statistics still count', async () => {
		const peer = rig.newPeer();
		peer.stats = [
			{ id: 'T', type: 'transport', bytesReceived: 900, bytesSent: 80 },
			{ id: 'V', type: 'inbound-rtp', kind: 'video', bytesReceived: 500, headerBytesReceived: 50 },
		];
		peer.become('connected');
		rig.watch.read();
		await settle();
		peer.stats = [{ id: 'T', type: 'transport', bytesReceived: 1_000, bytesSent: 90 }];
		rig.watch.read();
		await settle();
		expect(rig.connections()).toMatchObject([
			{ key: 'rtc:transport:', count: 1, receivedBytes: 1_000, sentBytes: 90 },
			{ key: 'rtc:inbound-rtp:video', count: 1, receivedBytes: 550 },
		]);
	});

	it('are read once more when they are closed, then no more', async () => {
		const peer = rig.newPeer();
		peer.become('connected');
		peer.stats = [{ id: 'T', type: 'transport', bytesReceived: 7 }];
		peer.close();
		await settle();
		expect([peer.isClosed, rig.connections()[0]?.receivedBytes]).toEqual([true, 7]);
		await settle();
		const getStats = vi.spyOn(FakePeer.prototype, 'getStats');
		rig.watch.read();
		expect(getStats).not.toHaveBeenCalled();
	});

	it('are left alone if the page breaks them', async () => {
		const peer = rig.newPeer();
		peer.become('connected');
		Object.defineProperty(peer, 'iceConnectionState', {
			get() {
				throw new Error('trap');
			},
		});
		expect(() => peer.close()).not.toThrow();
		await settle();
		expect([peer.isClosed, rig.connections()]).toEqual([true, []]);
	});
});

describe('a video class', () => {
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

	/** Seconds by field after 10 s of a call whose statistics change as given. */
	async function callOf(before: object[], after: object[], transceivers: object[] = []) {
		const peer = rig.newPeer();
		Object.assign(peer, { getTransceivers: () => transceivers });
		peer.become('connected');
		peer.stats = before;
		rig.watch.read();
		await settle();
		rig.watch.reset();
		await settle();
		peer.stats = after;
		const now = performance.now();
		vi.spyOn(performance, 'now').mockReturnValue(now + 10_000);
		rig.watch.read();
		await settle();
		vi.mocked(performance.now).mockRestore();
		const call = parseCall(rig.watch.read());
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
		['no flow', [video('inbound-rtp', 10), sound(5)], [video('inbound-rtp', 10), sound(5)], [], []],
	] as const)('is timed with %s', async (_title, before, after, transceivers, fields) => {
		const seconds = await callOf([...before], [...after], [...transceivers]);
		expect(seconds.map(([field]) => field).sort()).toEqual([...fields].sort());
		for (const [, value] of seconds) expect(value).toBe(10);
	});
});
