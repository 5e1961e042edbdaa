// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepFresh, REFRESH_MS } from '@/entrypoints/dashboard/keep-fresh';
import type { DashboardModel } from '@/entrypoints/dashboard/model';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Keeps a model on that view fresh for a minute; how often it was read. */
function countOf(view: string, isHidden = false): number {
	const refresh = vi.fn(async () => {});
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
	keepFresh({ context: { route: { value: { view } } }, refresh } as unknown as DashboardModel);
	vi.advanceTimersByTime(2 * REFRESH_MS);
	return refresh.mock.calls.length;
}

it('reads the figures of a visible view again and again', () => {
	expect(countOf('week')).toBe(2);
	expect(countOf('month')).toBe(2);
});

it('leaves forms and hidden tabs alone', () => {
	expect(countOf('settings')).toBe(0);
	expect(countOf('week', true)).toBe(0);
});

it('reads once when the tab becomes visible', () => {
	const refresh = vi.fn(async () => {});
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
	keepFresh({ context: { route: { value: { view: 'settings' } } }, refresh } as unknown as DashboardModel);
	document.dispatchEvent(new Event('visibilitychange'));
	expect(refresh).toHaveBeenCalledTimes(1);
});
