import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { requesterOrigin } from './handed-over';

/** A network event whose page has no visit yet. */
export interface PendingEvent {
	readonly details: RequestDetails;
	readonly fact: NetworkFact;
}

/** The tab id of requests from workers without a tab, and of navigations during a request burst (`NetworkWatch`). */
const NO_TAB = -1;
const MAX_EVENTS_A_TAB = 300;
const EXPIRY_MS = 20_000;
/** Events of followed pages are persisted this soon: they are few, and the background may be stopped while a page opens. */
const PERSIST_DELAY_MS = 30;
/** The page's clock and the browser's event stamps may differ by this much. */
const CLOCK_TOLERANCE_MS = 50;

/**
 * Network events that came before the first report of their page: the navigation itself and the first files. They stay in memory
 * for seconds; those of a page that is not followed are never claimed, persisted or stored.
 */
export class PendingEvents {
	readonly #byTab = new Map<number, PendingEvent[]>();
	readonly #persist: (events: readonly PendingEvent[]) => void;
	readonly #isFollowed: (host: string) => boolean;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `persist` is called with all events of followed pages, a moment after one was added or claimed. */
	constructor(persist: (events: readonly PendingEvent[]) => void, isFollowed: (host: string) => boolean) {
		this.#persist = persist;
		this.#isFollowed = isFollowed;
	}

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
		if (this.#isOfFollowedPage(details)) this.#persistSoon();
	}

	#isOfFollowedPage(details: RequestDetails): boolean {
		const origin = details.type === 'main_frame' ? details.url : requesterOrigin(details);
		return origin !== null && URL.canParse(origin) && this.#isFollowed(new URL(origin).hostname);
	}

	#persistSoon(): void {
		this.#timer ??= setTimeout(() => this.#persistAll(), PERSIST_DELAY_MS);
	}

	#persistAll(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const events = [...this.#byTab.values()].flat().filter(({ details }) => this.#isOfFollowedPage(details));
		this.#persist(events.map(withoutAddresses));
	}

	/**
	 * Removes and returns the events of a page that has sent its first report, with those of its service worker, which may have
	 * answered the navigation. The tab's other events belong to another page and are discarded.
	 */
	claim(visit: VisitState): PendingEvent[] {
		const claimed = [...this.#claimOfTab(visit), ...this.#claimOfNoTab(visit)];
		// After the caller has persisted the visit, which holds them from now on.
		if (claimed.length > 0) queueMicrotask(() => this.#persistAll());
		return claimed;
	}

	#claimOfNoTab(visit: VisitState): PendingEvent[] {
		const sinceMs = visit.startedAtMs - CLOCK_TOLERANCE_MS;
		const events = this.#byTab.get(NO_TAB) ?? [];
		const navigation = events.findLast(
			({ details, fact }) => details.type === 'main_frame' && fact.key === visit.documentKey,
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
			({ details, fact }) => details.type === 'main_frame' && fact.key === visit.documentKey,
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

/** The event with what {@link PendingEvents.claim} reads: origins in place of addresses, and no headers. */
function withoutAddresses({ details, fact }: PendingEvent): PendingEvent {
	const { requestId, url, method, type, tabId, frameId, timeStamp, documentId } = details;
	const initiator = requesterOrigin(details) ?? undefined;
	const { origin } = new URL(url);
	return { details: { requestId, url: origin, method, type, tabId, frameId, timeStamp, documentId, initiator }, fact };
}
