// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FRAME_MARK, type FrameMark } from '@/utils/page/observe/frame-mark';

const world = globalThis as { [FRAME_MARK]?: FrameMark & { stop(): void } };
const sendMessage = vi.fn(async () => ({ ok: true, value: null }));

beforeEach(() => {
	sendMessage.mockClear();
	vi.stubGlobal('browser', { runtime: { id: 'sobrio', sendMessage, onMessage: { addListener: vi.fn() } } });
});
afterEach(() => {
	world[FRAME_MARK]?.stop();
	delete world[FRAME_MARK];
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
	vi.resetModules();
});

/** Runs the injected script in a frame with this address; returns the number of messages sent so far. */
async function inject(protocol: string, isTop = true): Promise<number> {
	vi.stubGlobal('location', { protocol });
	if (!isTop) vi.stubGlobal('window', { ...window, top: {} });
	const { default: observer } = await import('@/entrypoints/observer');
	await observer.main();
	return sendMessage.mock.calls.length;
}

it('opens a visit for a page, and for an empty frame within one', async () => {
	vi.stubEnv('FIREFOX', 'yes');
	expect(await inject('https:')).toBe(1);
	delete world[FRAME_MARK];
	expect(await inject('about:', false)).toBe(2);
});

it('sends nothing in an empty tab, which Firefox matches with the previous site', async () => {
	vi.stubEnv('FIREFOX', 'yes');
	expect(await inject('about:')).toBe(0);
	expect(world[FRAME_MARK]).toBeUndefined();
});
