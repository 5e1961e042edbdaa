import { expect, it } from 'vitest';
import { beginVisit } from '@/tests/core/visit/sample';
import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import { hiddenWindowCount, noteWindowIn } from '@/utils/core/measure/fold/fold-windows';
import { rowOf } from '@/utils/core/measure/ledger';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** A visit whose page opened so many windows, of which network events showed some. */
function visitWith(openedCount: number, seenCount: number): VisitState {
	const visit = beginVisit();
	visit.isFullyVisible = false;
	rowOf(visit.ledger, OWN_WINDOWS, 'document').liveCount = openedCount;
	for (let index = 0; index < seenCount; index++) {
		noteWindowIn(visit.seenWindows, String(index));
		noteWindowIn(visit.seenWindows, String(index));
	}
	return visit;
}

it.each([
	[3, 1, 2],
	[1, 2, 0],
	[5_000, 0, 100],
	[1_000, 999, 1],
	[5_000, 5_000, 0],
])('of %i windows on other hosts, %i of which events show, %i are unknown', (openedCount, seenCount, hiddenCount) => {
	expect(hiddenWindowCount(visitWith(openedCount, seenCount))).toBe(hiddenCount);
});

it.each<[string, number, readonly string[], readonly string[], number]>([
	['is unknown, which the page cannot count', 0, [], ['r'], 1],
	['and that events show there is none', 0, ['r'], ['r'], 0],
	['takes none of those away that the page counts', 1, ['r'], ['r'], 1],
	['is unknown beside others that events show', 1, ['0'], ['r'], 1],
])('a window that its own host redirects %s', (_title, openedCount, seen, redirected, hiddenCount) => {
	const visit = visitWith(openedCount, 0);
	for (const id of seen) noteWindowIn(visit.seenWindows, id);
	for (const id of redirected) noteWindowIn(visit.redirectedWindows, id);
	expect(hiddenWindowCount(visit)).toBe(hiddenCount);
});

it('remembers a limited number of windows, each once', () => {
	expect(visitWith(0, 5_000).seenWindows).toHaveLength(1_000);
});
