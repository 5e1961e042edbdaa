// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinWorlds } from '@/tests/page/channel-rig';
import { showTab } from '@/tests/page/media/fake-video';
import { OPEN_AGAIN } from '@/utils/core/schema/frame-messages';
import type { FrameOpen, SentReport } from '@/utils/core/schema/frame-report';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { TakenChannel } from '@/utils/page/channel/take';
import { ATTACH_MEDIA, type AttachMedia } from '@/utils/page/media/media-sensor';
import type { MediaWatch } from '@/utils/page/media/media-watch';

const ANSWER = { visitId: 'visit0000000000a', isFullyVisible: true, isFromNow: false, wanted: [] };

interface Message {
	readonly type: string;
	readonly request: SentReport;
}

let channel: TakenChannel;
let messages: Message[];
/** Resolve the replies to the reports, in order. */
let replies: (() => void)[];

beforeEach(() => {
	vi.useFakeTimers();
	messages = [];
	replies = [];
	const sendMessage = (message: Message) => {
		messages.push(message);
		const reply = { ok: true, value: ANSWER };
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
	channel = joinWorlds().taken;
	const reporter = new FrameReporter(channel);
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
	vi.spyOn(channel.node as Element, 'dispatchEvent').mockImplementationOnce(() => {
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

it('reports media within a second, then every three seconds while they play', async () => {
	const reporter = await begin();
	const read = { totals: () => NO_MEDIA, takeVideos: () => [], nowPlaying: () => null, isPlaying: () => true };
	const attach = (globalThis as unknown as Record<string, AttachMedia>)[ATTACH_MEDIA];
	attach?.(() => ({ ...read, watch: vi.fn(), noteSourceType: vi.fn(), stop: vi.fn() }) as unknown as MediaWatch);
	await vi.advanceTimersByTimeAsync(900);
	for (const reply of replies) reply();
	expect(reports().map(({ media }) => media)).toEqual([NO_MEDIA]);
	await vi.advanceTimersByTimeAsync(2_999);
	expect(reports()).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(1);
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

describe('a frame whose visit the background has lost', () => {
	const NO_REPLY = Symbol('no reply');
	const answers = { 'frame/open': [] as unknown[], 'frame/report': [] as unknown[] };
	beforeEach(() => {
		const sendMessage = async (message: Message) => {
			messages.push(message);
			const value = answers[message.type as 'frame/open'].shift() ?? ANSWER;
			return value === NO_REPLY ? undefined : { ok: true, value };
		};
		vi.stubGlobal('browser', { runtime: { id: 'sobrio', sendMessage, onMessage: { addListener: vi.fn() } } });
	});

	it('opens another, whose figures begin at 0', async () => {
		answers['frame/report'] = [OPEN_AGAIN];
		const reporter = await begin();
		await vi.advanceTimersByTimeAsync(3_000);
		await vi.advanceTimersByTimeAsync(30_000);
		expect(messages.map(({ type }) => type)).toEqual(['frame/open', 'frame/report', 'frame/open', 'frame/report']);
		const [first, , again] = messages.map(({ request }) => request as unknown as FrameOpen);
		expect([first?.isAgain, again?.isAgain]).toEqual([false, true]);
		expect(again?.visitId).not.toBe(first?.visitId);
		expect(reporter.isAlive).toBe(true);
		reporter.stop();
	});

	it('opens later if the background does not answer, in the same visit', async () => {
		answers['frame/open'] = [NO_REPLY, NO_REPLY, NO_REPLY];
		const reporter = await begin();
		await vi.advanceTimersByTimeAsync(2_000);
		const [first] = messages.splice(0);
		await vi.advanceTimersByTimeAsync(3_000);
		expect(messages[0]).toEqual(first);
		expect(reporter.isAlive).toBe(true);
		reporter.stop();
	});
});
