import type { VisitState } from '@/utils/core/measure/visit-state';
import { pageFigures } from '@/utils/core/visit/whole-page';
import { foldVisit } from './fold-visit';

/** Keeps beside a visit what its page had before midnight, where the visit before is of the same page and an earlier day. */
export function carryOverMidnight(visit: VisitState, before: VisitState | undefined): void {
	if (!before || before.isHeld || before.topFrameId !== visit.topFrameId) return;
	if (before.routeKey !== visit.routeKey || before.day >= visit.day) return;
	visit.beforeMidnight = { visitId: before.id, figures: pageFigures(foldVisit(before)) };
}

/** A visit has changed: where it has ended at midnight, that of the new day is brought up to date. Whether it was. */
export function updateBeforeMidnight(changed: VisitState, current: VisitState): boolean {
	if (current.beforeMidnight?.visitId !== changed.id) return false;
	carryOverMidnight(current, changed);
	return true;
}
