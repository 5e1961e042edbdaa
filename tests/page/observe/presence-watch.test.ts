// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showTab } from '@/tests/page/media/fake-video';
import { FrameTime } from '@/utils/page/media/frame-time';
import { PresenceWatch } from '@/utils/page/observe/presence-watch';

let isWatched: boolean;
let hasFocus: boolean;
let time: FrameTime;
let watch: PresenceWatch;

beforeEach(() => {
	vi.useFakeTimers();
	isWatched = false;
	hasFocus = true;
	vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
	showTab('visible');
	time = new FrameTime();
	watch = new PresenceWatch(time, () => isWatched);
});
afterEach(() => {
	watch.stop();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

function focus(has: boolean): void {
	hasFocus = has;
	dispatchEvent(new Event(has ? 'focus' : 'blur'));
}

function activeMs(): number {
	watch.read();
	return time.total('active');
}

/** The clocks go on by this much, and no timer runs. */
function sleep(ms: number): void {
	vi.setSystemTime(Date.now() + ms);
	const readClock = performance.now.bind(performance);
	vi.spyOn(performance, 'now').mockImplementation(() => readClock() + ms);
}

describe('the time a page is in use', () => {
	it('counts while it is visible and focused', () => {
		vi.advanceTimersByTime(4_000);
		focus(false);
		vi.advanceTimersByTime(10_000);
		focus(true);
		vi.advanceTimersByTime(2_500);
		showTab('hidden');
		vi.advanceTimersByTime(10_000);
		showTab('visible');
		vi.advanceTimersByTime(1_000);
		expect(activeMs()).toBe(4_000 + 2_500 + 1_000);
	});

	it('counts while the popup is open over it', () => {
		focus(false);
		isWatched = true;
		watch.read();
		vi.advanceTimersByTime(3_000);
		isWatched = false;
		expect(activeMs()).toBe(3_000);
		vi.advanceTimersByTime(9_000);
		expect(activeMs()).toBe(3_000);
	});

	it('does not count while the computer sleeps, although the clocks go on', () => {
		vi.advanceTimersByTime(7_000);
		sleep(100_000);
		expect(activeMs()).toBe(7_000 + 1_000);
		vi.advanceTimersByTime(7_000);
		expect(activeMs()).toBe(7_000 + 1_000 + 7_000);
	});

	it('counts on when the wall clock is set forward or back', () => {
		vi.advanceTimersByTime(2_000);
		vi.setSystemTime(Date.now() + 100 * 86_400_000);
		vi.advanceTimersByTime(3_000);
		vi.setSystemTime(Date.now() - 200 * 86_400_000);
		vi.advanceTimersByTime(4_000);
		expect(activeMs()).toBe(2_000 + 3_000 + 4_000);
	});

	it('starts at 0 for another visit and goes on', () => {
		vi.advanceTimersByTime(4_000);
		watch.read();
		time.reset();
		expect(activeMs()).toBe(0);
		vi.advanceTimersByTime(1_500);
		expect(activeMs()).toBe(1_500);
	});

	it('is in whole milliseconds', () => {
		vi.advanceTimersByTime(1.4);
		expect(Number.isInteger(activeMs())).toBe(true);
	});

	it('takes a timer only while the page is attended', () => {
		expect(vi.getTimerCount()).toBe(1);
		focus(false);
		expect(vi.getTimerCount()).toBe(0);
		focus(true);
		expect(vi.getTimerCount()).toBe(1);
		watch.stop();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is not read at events after a stop', () => {
		watch.stop();
		const isAttended = vi.spyOn(watch, 'isAttended');
		focus(false);
		showTab('hidden');
		expect(isAttended).not.toHaveBeenCalled();
	});
});
