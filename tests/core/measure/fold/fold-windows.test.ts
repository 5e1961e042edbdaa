import { expect, it } from 'vitest';
import { beginVisit } from '@/tests/core/visit/sample';
import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import { hiddenWindowCount, noteSeenWindow } from '@/utils/core/measure/fold/fold-windows';
import { rowOf } from '@/utils/core/measure/ledger';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** A visit whose page opened so many windows, of which network events showed some. */
function visitWith(openedCount: number, seenCount: number): VisitState {
	const visit = beginVisit();
	visit.isFullyVisible = false;
	rowOf(visit.ledger, OWN_WINDOWS, 'document').liveCount = openedCount;
	for (let index = 0; index < seenCount; index++) {
		noteSeenWindow(visit, String(index));
		noteSeenWindow(visit, String(index));
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

it('remembers a limited number of windows, each once', () => {
	expect(visitWith(0, 5_000).seenWindows).toHaveLength(1_000);
});
