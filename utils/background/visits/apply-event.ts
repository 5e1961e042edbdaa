import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { noteAsked } from '@/utils/core/measure/assistants/asked';
import { noteName } from '@/utils/core/measure/trace/trace';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { holdForFile, isHandedOver, noteFrame, releaseNavigation } from './opened/handed-over';
import type { PendingEvent } from './pending/pending-event';
import type { VisitRegistry } from './visit-registry';
import { whoseRequest } from './whose-request';

/** Counts the events of a page that came before its visit began. */
export function applyEarlier(visit: VisitState, events: readonly PendingEvent[]): void {
	for (const event of events) {
		if (event.details.type === 'main_frame') visit.isDocumentCounted = true;
		applyEvent(visit, event);
	}
}

/** Counts a network event in the visit it belongs to, and returns that; null where its page has no visit yet. */
export function applyToOwner(event: PendingEvent, visits: VisitRegistry): VisitState | null {
	const { details, fact } = event;
	const visit = whoseRequest(details, visits);
	const isEndOfNavigation = details.type === 'main_frame' && fact.what === 'ended';
	if (isEndOfNavigation) releaseNavigation(details, visits, visit);
	if (!visit) return null;
	const isFile = isHandedOver(details);
	if (isEndOfNavigation && !isFile && visit.tabId !== visits.windows.ownerOf(details.tabId))
		visit.isDocumentCounted = true;
	applyEvent(visit, event);
	if (details.type === 'sub_frame') noteFrame(details, visit);
	if (isFile && fact.what === 'opened') holdForFile(visit, details);
	return visit;
}

/** Counts what a network event shows: the request, and what it asked of an assistant. */
function applyEvent(visit: VisitState, { details, fact }: PendingEvent): void {
	if (visit.trace) noteName(visit.trace, details, fact, visit.host);
	applyNetworkFact(visit, fact);
	noteAsked(visit, details, fact);
}
