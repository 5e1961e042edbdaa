import { type PendingEvent, withoutAddresses } from '@/utils/background/visits/pending/pending-event';
import type { VisitRegistry } from '@/utils/background/visits/visit-registry';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { withUnknown } from '@/utils/core/measure/final-totals';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** Events that a visit holds of the pages that it prepared; what comes beyond is unknown. */
const MAX_EVENTS = 300;
/** Chrome fetches a page anew that it has fetched ahead longer ago: after 360 s it did (Chromium 156). */
const KEPT_MS = 300_000;
/** A page that was prepared is opened at once, and has sent its first message by then. */
const OPENED_MS = 2_000;

/**
 * Pages that Chrome fetches ahead or prerenders since a page asks for it (speculation rules). One that is opened has its own figures; one
 * that is not belongs to the page that asked for it.
 */
export class PreparedPages {
	readonly #visits: VisitRegistry;
	readonly #markChanged: (visit: VisitState) => void;

	constructor(visits: VisitRegistry, markChanged: (visit: VisitState) => void) {
		this.#visits = visits;
		this.#markChanged = markChanged;
	}

	/** Holds an event until it is known whether its page is opened; false for one that is of no prepared page. */
	hold(event: PendingEvent): boolean {
		const visit = preparerOf(event.details, this.#visits);
		if (!visit) return false;
		visit.prepared ??= [];
		if (visit.prepared.length < MAX_EVENTS) visit.prepared.push(withoutAddresses(event));
		else visit.finalTotals = withUnknown(visit.finalTotals);
		this.#markChanged(visit);
		return true;
	}

	/**
	 * Takes what was prepared of a page that opens now. `events` are those that its tab has had since. Chrome has two of a page that it
	 * fetched ahead: as it comes, and as it is opened or prerendered.
	 */
	take(visit: VisitState, events: readonly PendingEvent[]): readonly PendingEvent[] {
		const before = this.#visits.all.findLast((each) => each !== visit && each.tabId === visit.tabId);
		const prepared = before?.prepared;
		if (!prepared) return [];
		if (visit.documentId !== null && before.documentId === visit.documentId) {
			visit.prepared = prepared;
			delete before.prepared;
			return [];
		}
		const navigations = prepared.filter((event) => isNavigation(event) && event.fact.key === visit.documentKey);
		const opened = (events.findLast(isNavigation) ?? navigations.at(-1))?.details;
		const isOpened = (event: PendingEvent) =>
			isNavigation(event)
				? event.details.requestId === opened?.requestId
				: event.details.documentId !== undefined && event.details.documentId === visit.documentId;
		const again = navigations.filter(({ details }) => details.timeStamp >= (opened?.timeStamp ?? 0) - KEPT_MS);
		const ids = new Set(again.map(({ details }) => details.requestId));
		before.prepared = prepared.filter((event) => !isOpened(event) && !ids.has(event.details.requestId));
		return prepared.filter(isOpened);
	}

	/** The page of a visit was left, or found left after a restart: what it has prepared counts soon, unless that is opened. */
	leave(visit: VisitState): void {
		if (!visit.prepared) return;
		setTimeout(() => {
			if (this.#visits.find(visit.id) !== visit) return;
			countPrepared(visit);
			this.#markChanged(visit);
		}, OPENED_MS);
	}
}

/**
 * The visit that let a page be prepared, of which an event is; null for any other event. A page that is fetched ahead has the document of
 * the one that asked for it; one that is prerendered is in its tab.
 */
export function preparerOf(
	{ type, tabId, documentId, documentLifecycle }: RequestDetails,
	visits: VisitRegistry,
): VisitState | null {
	if (documentLifecycle === 'prerender') return visits.currentOf(tabId) ?? null;
	if (type !== 'main_frame' || !documentId) return null;
	return visits.all.findLast((visit) => visit.documentId === documentId) ?? null;
}

/** Counts what a visit has prepared and nobody has opened, each page once. */
function countPrepared(visit: VisitState): void {
	const { prepared = [] } = visit;
	delete visit.prepared;
	const lastIds = new Map(prepared.filter(isNavigation).map(({ details, fact }) => [fact.key, details.requestId]));
	const ids = new Set(lastIds.values());
	for (const event of prepared)
		if (!isNavigation(event) || ids.has(event.details.requestId)) applyNetworkFact(visit, event.fact);
}

function isNavigation({ details }: PendingEvent): boolean {
	return details.type === 'main_frame';
}
