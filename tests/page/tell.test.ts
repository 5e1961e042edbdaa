import { beforeEach, describe, expect, it, vi } from 'vitest';

const OPEN = { frameId: 'frame0000000000a', visitId: null, startedAtMs: 1, day: '2026-11-23', isLate: false };

const runtime = {
	id: 'sobrio' as string | undefined,
	sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
	onMessage: { addListener: vi.fn<(listener: (message: unknown) => void) => void>() },
};
vi.stubGlobal('chrome', { runtime });
vi.stubGlobal('browser', undefined);
const { isConnected, onPulse, tell } = await import('@/utils/page/tell');

beforeEach(() => {
	vi.useFakeTimers();
	runtime.sendMessage.mockReset();
	runtime.onMessage.addListener.mockReset();
	runtime.id = 'sobrio';
});

async function sendOpen() {
	const reply = tell('frame/open', OPEN);
	await vi.runAllTimersAsync();
	return reply;
}

describe('a frame that tells the background something', () => {
	it('is answered with the visit it belongs to', async () => {
		runtime.sendMessage.mockResolvedValue({ ok: true, value: 'visit0000000000a' });
		expect(await sendOpen()).toEqual({ ok: true, value: 'visit0000000000a' });
		expect(runtime.sendMessage.mock.calls).toEqual([[{ type: 'frame/open', request: OPEN }]]);
	});

	it('says it again when the worker was going to sleep, and gives up after three attempts', async () => {
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

	it('knows when the extension is gone', () => {
		expect(isConnected()).toBe(true);
		runtime.id = undefined;
		expect(isConnected()).toBe(false);
	});

	it('hears whether somebody watches, and nothing else', () => {
		const heard: boolean[] = [];
		onPulse((isWatched) => heard.push(isWatched));
		const [hear] = runtime.onMessage.addListener.mock.calls[0] ?? [];
		for (const message of [null, undefined, 'text', { type: 'other', isWatched: true }]) hear?.(message);
		expect(heard).toEqual([]);
		for (const isWatched of [true, false, 'yes']) hear?.({ type: 'frame/pulse', isWatched });
		expect(heard).toEqual([true, false, false]);
	});
});
