import { afterEach, expect, it, vi } from 'vitest';
import { hookLogins, noteHints } from '@/utils/page/world/requests';
import { counted, counters, EMPTY } from './page-counters';

afterEach(() => {
	counted.clear();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it.each([
	['with a name and a password', ['GET', '/a', true, 'lea', 'secret'], { ...EMPTY, count: 1 }],
	['without', ['GET', '/a', true], undefined],
	['with none, though named', ['GET', '/a', true, null, null], undefined],
])('a request %s is counted as it is: %j', (_title, args, counter) => {
	const open = vi.fn();
	class FakeRequest {}
	Object.assign(FakeRequest.prototype, { open });
	vi.stubGlobal('XMLHttpRequest', FakeRequest);
	hookLogins(counters);
	(new FakeRequest() as unknown as { open(...args: unknown[]): void }).open(...args);
	expect(open).toHaveBeenCalledExactlyOnceWith(...args);
	expect(counted.get('own:login')).toEqual(counter);
});

/** What a page, or a frame within `top`, counts with these navigation entries. */
function hintsOf(entries: readonly object[], top?: object): number {
	const view: { top?: object } = {};
	view.top = top ?? view;
	vi.stubGlobal('window', view);
	vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries as never);
	noteHints(counters);
	return counted.get('own:hints')?.count ?? 0;
}

it.each([
	['that an answer came ahead of', [{ firstInterimResponseStart: 12 }], 1],
	['without one', [{ firstInterimResponseStart: 0 }], 0],
	['in a browser that does not tell', [{}], 0],
	['without an entry', [], 0],
])('a page %s: %j', (_title, entries, count) => {
	expect(hintsOf(entries)).toBe(count);
});

it('a frame counts no answer ahead of it: Chromium loads nothing for it', () => {
	expect(hintsOf([{ firstInterimResponseStart: 12 }], {})).toBe(0);
});
