// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showTab } from '@/tests/page/media/fake-video';
import type { SentReport } from '@/utils/core/measure/frame-report';

interface Said {
	readonly type: string;
	readonly request: SentReport;
}

let report: Said[];
/** Answers the reports that wait, in order. */
let answers: (() => void)[];

beforeEach(() => {
	vi.useFakeTimers();
	report = [];
	answers = [];
	const sendMessage = (message: Said) => {
		report.push(message);
		const reply = { ok: true, value: { visitId: 'visit0000000000a', isFullyVisible: true, wanted: [] } };
		return new Promise((resolve) => {
			if (message.type === 'frame/report') answers.push(() => resolve(reply));
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

/** A frame that has begun its visit. */
async function begin() {
	const { FrameReporter } = await import('@/utils/page/observe/report');
	const reporter = new FrameReporter();
	await vi.advanceTimersByTimeAsync(0);
	return reporter;
}
const reports = () => report.filter(({ type }) => type === 'frame/report').map(({ request }) => request);
const leave = (persisted: boolean) => {
	dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
	// HTML, 7.4.6.2: a page that goes is hidden after it was told so.
	showTab('hidden');
};

it('says its last word once, though the page is hidden after it', async () => {
	const reporter = await begin();
	leave(false);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reports().map(({ isLeaving }) => isLeaving)).toEqual([true]);
	reporter.stop();
});

it('says it as the page is hidden where it was cut short as the page left: Firefox stops what runs then', async () => {
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

it('says it while an earlier report is on its way', async () => {
	const reporter = await begin();
	await vi.advanceTimersByTimeAsync(3_000);
	leave(false);
	expect(reports().map(({ isLeaving }) => isLeaving)).toEqual([false, true]);
	reporter.stop();
});

it('says at once that its tab is hidden, while an earlier report is on its way too', async () => {
	const reporter = await begin();
	await vi.advanceTimersByTimeAsync(3_000);
	showTab('hidden');
	expect(reports()).toHaveLength(2);
	reporter.stop();
});

it('begins another visit when the page comes back as it was', async () => {
	const reporter = await begin();
	leave(true);
	showTab('visible');
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
	for (const answer of answers) answer();
	await vi.advanceTimersByTimeAsync(0);
	expect(report.map(({ type }) => type)).toEqual(['frame/open', 'frame/report', 'frame/open']);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(reports().at(-1)).toMatchObject({ isLeaving: false, visitId: 'visit0000000000a' });
	reporter.stop();
});
