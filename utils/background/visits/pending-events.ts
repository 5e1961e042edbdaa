import { askerOrigin } from '@/utils/background/network/whose-request';
import { addressKey } from '@/utils/core/measure/address-key';
import type { NetworkFact } from '@/utils/core/measure/network-fact';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';

interface EarlyEvent {
	readonly details: RequestDetails;
	readonly fact: NetworkFact;
}

/** The tab of what workers ask that belong to none, and of navigations while fetches rain (`NetworkWatch`). */
const NO_TAB = -1;
const MAX_EVENTS_A_TAB = 300;
const KEPT_MS = 20_000;
/** The page's clock and the browser's event stamps may differ by this much. */
const CLOCK_TOLERANCE_MS = 50;

/**
 * Network events that came before their page said whose it is: the navigation itself and the first files. They stay in
 * memory for seconds; those of a page that is not followed are never claimed and leave no trace.
 */
export class PendingEvents {
	readonly #byTab = new Map<number, EarlyEvent[]>();

	keep(details: RequestDetails, fact: NetworkFact): void {
		const oldestMs = details.timeStamp - KEPT_MS;
		for (const [tabId, events] of this.#byTab) {
			// Events lie in the order in which they came. Nothing is copied: this runs for each request of pages that nobody follows.
			const firstStored = events.findIndex((event) => event.details.timeStamp >= oldestMs);
			if (firstStored < 0) this.#byTab.delete(tabId);
			else if (firstStored > 0) events.splice(0, firstStored);
		}
		const events = this.#byTab.get(details.tabId) ?? [];
		if (events.length === MAX_EVENTS_A_TAB) events.shift();
		events.push({ details, fact });
		this.#byTab.set(details.tabId, events);
	}

	/**
	 * Takes out the events of a page that has just spoken, those of its service worker too, which may have answered the
	 * navigation; the tab's others were another page's and are dropped.
	 */
	claim(visit: VisitState): EarlyEvent[] {
		return [...this.#claimOfTab(visit), ...this.#claimOfNoTab(visit)];
	}

	#claimOfNoTab(visit: VisitState): EarlyEvent[] {
		const sinceMs = visit.startedAtMs - CLOCK_TOLERANCE_MS;
		const events = this.#byTab.get(NO_TAB) ?? [];
		const navigation = events.findLast(
			({ details: { type, url } }) => type === 'main_frame' && addressKey(url) === visit.documentKey,
		);
		const isOurs = (event: EarlyEvent) => {
			const { details } = event;
			if (details.timeStamp < sinceMs) return false;
			return details.type === 'main_frame' ? event === navigation : askerOrigin(details) === visit.origin;
		};
		this.#byTab.set(
			NO_TAB,
			events.filter((event) => !isOurs(event)),
		);
		return events.filter(isOurs);
	}

	#claimOfTab(visit: VisitState): EarlyEvent[] {
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
