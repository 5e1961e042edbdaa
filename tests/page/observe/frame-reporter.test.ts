// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showTab } from '@/tests/page/media/fake-video';
import type { SentReport } from '@/utils/core/schema/frame-report';

interface Message {
	readonly type: string;
	readonly request: SentReport;
}

let messages: Message[];
/** Resolve the replies to the reports, in order. */
let replies: (() => void)[];

beforeEach(() => {
	vi.useFakeTimers();
	messages = [];
	replies = [];
	const sendMessage = (message: Message) => {
		messages.push(message);
		const reply = { ok: true, value: { visitId: 'visit0000000000a', isFullyVisible: true, wanted: [] } };
		return new Promise((resolve) => {
			if (message.type === 'frame/report') replies.push(() => resolve(reply));
			else resolve(reply);
		});
	};
	vi.stubGlobal('browser', { runtime: { id: 'sobrio', sendMessage, onMessage: { addListener: vi.fn() } } });
});
afterEach(() => {
	showTab('visible');
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.resetModules();
	vi.useRealTimers();
});

/** Starts a frame's visit. */
async function begin() {
	const { FrameReporter } = await import('@/utils/page/observe/frame-reporter');
	const reporter = new FrameReporter();
	await vi.advanceTimersByTimeAsync(0);
	return reporter;
}
const reports = () => messages.filter(({ type }) => type === 'frame/report').map(({ request }) => request);
const leave = (persisted: boolean) => {
	dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
	// HTML, 7.4.6.2: an unloading page gets `visibilitychange` after `pagehide`.
	showTab('hidden');
};

it('sends its last report once, although the page is hidden after it', async () => {
	const reporter = await begin();
	leave(false);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reports().map(({ isLeaving }) => isLeaving)).toEqual([true]);
	reporter.stop();
});

it('sends it at visibilitychange if Firefox aborted the handler of pagehide', async () => {
	const reporter = await begin();
	vi.spyOn(document, 'dispatchEvent').mockImplementationOnce(() => {
		throw new Error('Stopped.');
	});
	leave(true);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reports().map(({ isLeaving, isFrozen }) => ({ isLeaving, isFrozen }))).toEqual([
		{ isLeaving: true, isFrozen: true },
	]);
	reporter.stop();
});

it('sends it while an earlier report is in flight', async () => {
	const reporter = await begin();
	await vi.advanceTimersByTimeAsync(3_000);
	leave(false);
	expect(reports().map(({ isLeaving }) => isLeaving)).toEqual([false, true]);
	reporter.stop();
});

it('reports a hidden tab at once, even while an earlier report is in flight', async () => {
	const reporter = await begin();
	await vi.advanceTimersByTimeAsync(3_000);
	showTab('hidden');
	expect(reports()).toHaveLength(2);
	reporter.stop();
});

it('begins another visit when the page is restored from the back/forward cache', async () => {
	const reporter = await begin();
	leave(true);
	showTab('visible');
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
	for (const reply of replies) reply();
	await vi.advanceTimersByTimeAsync(0);
	expect(messages.map(({ type }) => type)).toEqual(['frame/open', 'frame/report', 'frame/open']);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(reports().at(-1)).toMatchObject({ isLeaving: false, visitId: 'visit0000000000a' });
	reporter.stop();
});

it('begins its visit by the wall clock, although the clock of the page is hours behind', async () => {
	vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() - 8 * 3_600_000);
	vi.advanceTimersByTime(1_000);
	const openedAtMs = Date.now() - performance.now();
	const reporter = await begin();
	const [opening] = messages.map(({ request }) => request as unknown as { readonly startedAtMs: number });
	expect(Math.abs((opening?.startedAtMs ?? 0) - openedAtMs)).toBeLessThanOrEqual(1);
	reporter.stop();
});
