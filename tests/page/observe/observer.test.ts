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

/** Runs what is injected into each frame, at this address. */
async function inject(protocol: string, isTop = true): Promise<number> {
	vi.stubGlobal('location', { protocol });
	if (!isTop) vi.stubGlobal('window', { ...window, top: {} });
	const { default: observer } = await import('@/entrypoints/observer');
	await observer.main();
	return sendMessage.mock.calls.length;
}

it('asks for the visit of a page, and of an empty frame within one', async () => {
	vi.stubEnv('FIREFOX', 'yes');
	expect(await inject('https:')).toBe(1);
	delete world[FRAME_MARK];
	expect(await inject('about:', false)).toBe(2);
});

it('asks for nothing in an empty tab, which Firefox takes for the site that was there', async () => {
	vi.stubEnv('FIREFOX', 'yes');
	expect(await inject('about:')).toBe(0);
	expect(world[FRAME_MARK]).toBeUndefined();
});
