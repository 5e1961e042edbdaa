import { applyEarlier } from '@/utils/background/visits/apply-event';
import { beginVisit, type PageStart } from '@/utils/background/visits/begin-visit';
import { requesterOrigin } from '@/utils/background/visits/requester';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { dayOf } from '@/utils/core/units/day';
import type { PendingEvent } from './pending-event';

/**
 * The visits of pages in a tab that were left before their first message was heard, since the background was stopped: one for each
 * site, as its network events show it, ended, and with one unknown request for those that were lost. The events are of followed pages.
 */
export function leftVisits(tabId: number, events: readonly PendingEvent[], past: PageStart): readonly VisitState[] {
	const byOrigin = Map.groupBy(events, ({ details }) =>
		details.type === 'main_frame' ? new URL(details.url).origin : requesterOrigin(details),
	);
	return [...byOrigin].flatMap(([origin, ofSite]) =>
		origin !== null && ofSite.some(isOfPage) ? [leftVisit(tabId, origin, ofSite, past)] : [],
	);
}

/** Whether an event shows that there was a page in the tab: not an address that only redirects, nor a frame of a site that is not followed. */
function isOfPage({ details, fact }: PendingEvent): boolean {
	if (details.type === 'main_frame') return fact.what !== 'redirected' && fact.kind === 'document';
	return details.frameId === 0;
}

function leftVisit(tabId: number, origin: string, events: readonly PendingEvent[], past: PageStart): VisitState {
	const startedAtMs = Math.min(...events.map(({ details }) => details.timeStamp));
	const id = crypto.randomUUID();
	const documentId = events.find(({ details }) => details.frameId === 0 && details.type !== 'main_frame')?.details
		.documentId;
	const visit: VisitState = {
		...beginVisit(
			{ tabId, frameNumber: 0, url: `${origin}/`, documentId: documentId ?? null, isTop: true },
			{ frameId: id, visitId: id, startedAtMs, day: dayOf(new Date(startedAtMs)), isLate: false, isAgain: true },
			id,
			past,
		),
		endedAtMs: Date.now(),
	};
	applyEarlier(visit, events);
	return visit;
}
