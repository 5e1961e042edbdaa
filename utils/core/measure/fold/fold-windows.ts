import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { Traffic } from '@/utils/core/schema/traffic';
import { NO_KIND_TRAFFIC, NO_TRAFFIC } from '@/utils/core/visit/traffic';

/** A page that claims more of them has forged them. */
const MAX_HIDDEN = 100;
/** Most windows that a visit distinguishes: those beyond count as nothing. */
const MAX_WINDOWS = 1_000;

/** Adds a window to a list of a visit, by the browser's id of its navigation. */
export function noteWindowIn(windows: string[], requestId: string): void {
	if (windows.length < MAX_WINDOWS && !windows.includes(requestId)) windows.push(requestId);
}

/**
 * How many windows on other hosts the page of a visit opened that no network event has shown. The page counts those that it opens on
 * another host itself; its own host’s redirects are events.
 */
export function hiddenWindowCount({ isFullyVisible, ledger, seenWindows, redirectedWindows }: VisitState): number {
	if (isFullyVisible) return 0;
	const openedCount = Math.min(MAX_WINDOWS, ledger[OWN_WINDOWS]?.liveCount ?? 0);
	const seenCount = seenWindows.filter((id) => !redirectedWindows.includes(id)).length;
	const lostCount = redirectedWindows.filter((id) => !seenWindows.includes(id)).length;
	return Math.min(MAX_HIDDEN, Math.max(0, openedCount - seenCount) + lostCount);
}

/** What they load is unknown, and so is as yet whether a page that the browser prepares will be opened. */
export function windowTraffic(visit: VisitState): Traffic {
	const prepared = visit.prepared?.filter(
		({ details, fact }) => details.type === 'main_frame' && fact.what === 'ended',
	);
	const count = hiddenWindowCount(visit) + new Set(prepared?.map(({ fact }) => fact.key)).size;
	if (count === 0) return NO_TRAFFIC;
	return { ...NO_TRAFFIC, received: { document: { ...NO_KIND_TRAFFIC, unknownCount: count, requestCount: count } } };
}
