// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showTab } from '@/tests/page/media/fake-video';
import { PresenceWatch } from '@/utils/page/observe/presence-watch';

let isBusy: boolean;
let hasFocus: boolean;
let watch: PresenceWatch;

beforeEach(() => {
	vi.useFakeTimers();
	isBusy = false;
	hasFocus = true;
	vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
	showTab('visible');
	watch = new PresenceWatch(() => isBusy);
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
		expect(watch.read()).toBe(4_000 + 2_500 + 1_000);
	});

	it('counts while it is busy, even hidden or without focus', () => {
		focus(false);
		isBusy = true;
		watch.read();
		vi.advanceTimersByTime(3_000);
		showTab('hidden');
		vi.advanceTimersByTime(2_000);
		isBusy = false;
		expect(watch.read()).toBe(3_000 + 2_000);
		vi.advanceTimersByTime(9_000);
		expect(watch.read()).toBe(3_000 + 2_000);
	});

	it('starts at 0 for another visit and goes on', () => {
		vi.advanceTimersByTime(4_000);
		watch.reset();
		expect(watch.read()).toBe(0);
		vi.advanceTimersByTime(1_500);
		expect(watch.read()).toBe(1_500);
	});

	it('is in whole milliseconds, without a timer', () => {
		vi.advanceTimersByTime(1.4);
		expect(Number.isInteger(watch.read())).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is not read at events after a stop', () => {
		watch.stop();
		const isActive = vi.spyOn(watch, 'isActive');
		focus(false);
		showTab('hidden');
		expect(isActive).not.toHaveBeenCalled();
	});
});
