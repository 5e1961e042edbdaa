import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { Traffic } from '@/utils/core/schema/traffic';
import { NO_KIND_TRAFFIC, NO_TRAFFIC } from '@/utils/core/visit/traffic';

/** A page that claims more of them has forged them. */
const MAX_HIDDEN = 100;
/** Most windows that a visit distinguishes: those beyond count as nothing. */
const MAX_WINDOWS = 1_000;

/** Notes that network events showed a window, by the browser's id of its navigation. */
export function noteSeenWindow({ seenWindows }: VisitState, requestId: string): void {
	if (seenWindows.length < MAX_WINDOWS && !seenWindows.includes(requestId)) seenWindows.push(requestId);
}

/** How many windows on other hosts the page of a visit opened that no network event has shown. */
export function hiddenWindowCount({ isFullyVisible, ledger, seenWindows }: VisitState): number {
	if (isFullyVisible) return 0;
	const openedCount = Math.min(MAX_WINDOWS, ledger[OWN_WINDOWS]?.liveCount ?? 0);
	return Math.min(MAX_HIDDEN, Math.max(0, openedCount - seenWindows.length));
}

/** What they load is unknown. */
export function windowTraffic(visit: VisitState): Traffic {
	const count = hiddenWindowCount(visit);
	if (count === 0) return NO_TRAFFIC;
	return { ...NO_TRAFFIC, received: { document: { ...NO_KIND_TRAFFIC, unknownCount: count, requestCount: count } } };
}
