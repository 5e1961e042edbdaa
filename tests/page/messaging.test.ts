import { beforeEach, describe, expect, it, vi } from 'vitest';

const OPEN = {
	frameId: 'frame0000000000a',
	visitId: null,
	startedAtMs: 1,
	day: '2026-11-23',
	isLate: false,
	isAgain: false,
};

const runtime = {
	id: 'sobrio' as string | undefined,
	sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
	onMessage: { addListener: vi.fn<(listener: (message: unknown) => void) => void>() },
};
vi.stubGlobal('chrome', { runtime });
vi.stubGlobal('browser', undefined);
const { isConnected, onWatchedChange, sendToBackground } = await import('@/utils/page/messaging');

beforeEach(() => {
	vi.useFakeTimers();
	runtime.sendMessage.mockReset();
	runtime.onMessage.addListener.mockReset();
	runtime.id = 'sobrio';
});

async function sendOpen() {
	const reply = sendToBackground('frame/open', OPEN);
	await vi.runAllTimersAsync();
	return reply;
}

describe('a message from a frame', () => {
	it('gets the reply of the background', async () => {
		runtime.sendMessage.mockResolvedValue({ ok: true, value: 'visit0000000000a' });
		expect(await sendOpen()).toEqual({ ok: true, value: 'visit0000000000a' });
		expect(runtime.sendMessage.mock.calls).toEqual([[{ type: 'frame/open', request: OPEN }]]);
	});

	it('is sent again when the worker was stopping, up to three times', async () => {
		runtime.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'));
		runtime.sendMessage.mockResolvedValueOnce({ ok: true, value: null });
		expect(await sendOpen()).toEqual({ ok: true, value: null });
		runtime.sendMessage.mockReset().mockRejectedValue(new Error('Receiving end does not exist'));
		expect(await sendOpen()).toEqual({ ok: false, error: 'no-answer' });
		expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
	});

	it('never throws into the page, even when the extension was reloaded', async () => {
		runtime.sendMessage.mockImplementation(() => {
			throw new Error('Extension context invalidated.');
		});
		expect(await sendOpen()).toEqual({ ok: false, error: 'no-answer' });
	});

	it('is preceded by a check that the extension is still there', () => {
		expect(isConnected()).toBe(true);
		runtime.id = undefined;
		expect(isConnected()).toBe(false);
	});

	it('is followed by changes of whether the popup is open, and by no other message', () => {
		const changes: boolean[] = [];
		onWatchedChange((isWatched) => changes.push(isWatched));
		const [receive] = runtime.onMessage.addListener.mock.calls[0] ?? [];
		for (const message of [null, undefined, 'text', { type: 'other', isWatched: true }]) receive?.(message);
		expect(changes).toEqual([]);
		for (const isWatched of [true, false, 'yes']) receive?.({ type: 'frame/pulse', isWatched });
		expect(changes).toEqual([true, false, false]);
	});
});
