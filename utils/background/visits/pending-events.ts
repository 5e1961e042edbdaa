import { addressKey } from '@/utils/core/measure/address-key';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { requesterOrigin } from './whose-request';

interface PendingEvent {
	readonly details: RequestDetails;
	readonly fact: NetworkFact;
}

/** The tab id of requests from workers without a tab, and of navigations during a request burst (`NetworkWatch`). */
const NO_TAB = -1;
const MAX_EVENTS_A_TAB = 300;
const EXPIRY_MS = 20_000;
/** The page's clock and the browser's event stamps may differ by this much. */
const CLOCK_TOLERANCE_MS = 50;

/**
 * Network events that came before the first report of their page: the navigation itself and the first files. They stay in memory
 * for seconds; those of a page that is not followed are never claimed and never stored.
 */
export class PendingEvents {
	readonly #byTab = new Map<number, PendingEvent[]>();

	add(details: RequestDetails, fact: NetworkFact): void {
		const oldestMs = details.timeStamp - EXPIRY_MS;
		for (const [tabId, events] of this.#byTab) {
			// Events are in order of time. Nothing is copied, because this runs for each request of pages that are not followed.
			const firstRecent = events.findIndex((event) => event.details.timeStamp >= oldestMs);
			if (firstRecent < 0) this.#byTab.delete(tabId);
			else if (firstRecent > 0) events.splice(0, firstRecent);
		}
		const events = this.#byTab.get(details.tabId) ?? [];
		if (events.length === MAX_EVENTS_A_TAB) events.shift();
		events.push({ details, fact });
		this.#byTab.set(details.tabId, events);
	}

	/**
	 * Removes and returns the events of a page that has sent its first report, with those of its service worker, which may have
	 * answered the navigation. The tab's other events belong to another page and are discarded.
	 */
	claim(visit: VisitState): PendingEvent[] {
		return [...this.#claimOfTab(visit), ...this.#claimOfNoTab(visit)];
	}

	#claimOfNoTab(visit: VisitState): PendingEvent[] {
		const sinceMs = visit.startedAtMs - CLOCK_TOLERANCE_MS;
		const events = this.#byTab.get(NO_TAB) ?? [];
		const navigation = events.findLast(
			({ details: { type, url } }) => type === 'main_frame' && addressKey(url) === visit.documentKey,
		);
		const isOurs = (event: PendingEvent) => {
			const { details } = event;
			if (details.timeStamp < sinceMs) return false;
			return details.type === 'main_frame' ? event === navigation : requesterOrigin(details) === visit.origin;
		};
		this.#byTab.set(
			NO_TAB,
			events.filter((event) => !isOurs(event)),
		);
		return events.filter(isOurs);
	}

	#claimOfTab(visit: VisitState): PendingEvent[] {
		const events = this.#byTab.get(visit.tabId) ?? [];
		this.#byTab.delete(visit.tabId);
		const navigation = events.findLast(
			({ details }) => details.type === 'main_frame' && addressKey(details.url) === visit.documentKey,
		);
		return events.filter(({ details }) => {
			if (details.type === 'main_frame') return details.requestId === navigation?.details.requestId;
			if (details.documentId && visit.documentId && details.frameId === 0) {
				return details.documentId === visit.documentId;
			}
			return details.timeStamp >= visit.startedAtMs - CLOCK_TOLERANCE_MS;
		});
	}
}
