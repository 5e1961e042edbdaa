import { isHandedOver } from '@/utils/background/visits/opened/handed-over';
import { PreparedPages } from '@/utils/background/visits/opened/prepared-pages';
import { requesterOrigin } from '@/utils/background/visits/requester';
import type { VisitRegistry } from '@/utils/background/visits/visit-registry';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { CLOCK_TOLERANCE_MS } from './heard-late';
import { type PendingEvent, withoutAddresses } from './pending-event';

/** The tab id of requests from workers without a tab, and of navigations during a request burst (`NetworkWatch`). */
const NO_TAB = -1;
const MAX_EVENTS_A_TAB = 300;
const EXPIRY_MS = 20_000;
/** Events of followed pages are persisted this soon: they are few, and the background may be stopped while a page opens. */
const PERSIST_DELAY_MS = 30;
/** A page that begins this long after the background was started again may have sent its first message before that. */
const RESTART_MS = 2_000;
/** A page that is still there has sent its first message again by then: see `sendToBackground` and `FrameReporter`. */
const UNHEARD_MS = 5_000;

/** What becomes of pending events. */
export interface PendingSink {
	/** Persists all events of followed pages, in place of those before. Called a moment after one was added or removed. */
	persist(events: readonly PendingEvent[]): void;
	/** Whether pages at an address are followed. */
	isFollowedPage(address: string): boolean;
	/** Events of a tab, around a restart of the background, whose page will not send a first message any more. */
	left(tabId: number, events: readonly PendingEvent[]): void;
	/** A visit holds events of pages that it prepared, or counts them. */
	markChanged(visit: VisitState): void;
}

/**
 * Network events that came before the first report of their page: the navigation itself and the first files. They stay in memory
 * for seconds; those of a page that is not followed are never claimed, persisted or stored.
 */
export class PendingEvents {
	readonly #byTab = new Map<number, PendingEvent[]>();
	readonly #sink: PendingSink;
	readonly #prepared: PreparedPages;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Pages that began before may have been left unheard. */
	#unheardUntilMs = 0;

	constructor(sink: PendingSink, visits: VisitRegistry) {
		this.#sink = sink;
		this.#prepared = new PreparedPages(visits, (visit) => sink.markChanged(visit));
	}

	/** The background was started again, with the events and visits that it had persisted. */
	restore(events: readonly PendingEvent[], states: readonly VisitState[]): void {
		for (const state of states) if (state.endedAtMs !== null) this.#prepared.leave(state);
		this.#unheardUntilMs = Date.now() + RESTART_MS;
		for (const { details, fact } of events) this.#keep(details, fact);
		setTimeout(() => this.#leaveUnheard(), RESTART_MS + UNHEARD_MS);
	}

	add(details: RequestDetails, fact: NetworkFact): void {
		if (this.#prepared.hold({ details, fact })) return;
		this.#expire(details.timeStamp - EXPIRY_MS);
		this.#keep(details, fact);
		if (!this.#isOfFollowedPage(details)) return;
		if (details.type === 'main_frame') this.#persistAll();
		else this.#persistSoon();
	}

	/** The tab was closed, or shows a page that is not followed. */
	leave(tabId: number): void {
		const events = this.#byTab.get(tabId) ?? [];
		this.#byTab.delete(tabId);
		this.#handOver(tabId, events);
	}

	/** Removes and returns the events of a tab: another visit may own them. */
	takeTab(tabId: number): readonly PendingEvent[] {
		const events = this.#byTab.get(tabId) ?? [];
		this.#byTab.delete(tabId);
		return events;
	}

	/** The page of a visit was left. */
	leavePage(visit: VisitState): void {
		this.#prepared.leave(visit);
	}

	/** The user deleted figures: no visit is made any more of events that no page has claimed. */
	forget(): void {
		this.#unheardUntilMs = 0;
	}

	/**
	 * Removes and returns the events of a page that has sent its first report, with those of its service worker, which may have
	 * answered the navigation. The tab's other events belong to another page.
	 */
	claim(visit: VisitState): PendingEvent[] {
		const claimed = [...this.#claimOfTab(visit), ...this.#claimOfNoTab(visit)];
		const prepared = this.#prepared.take(visit, claimed);
		if (claimed.length > 0) this.#persistBeside();
		return [...prepared, ...claimed];
	}

	#keep(details: RequestDetails, fact: NetworkFact): void {
		const events = this.#byTab.get(details.tabId) ?? [];
		if (events.length === MAX_EVENTS_A_TAB) events.shift();
		events.push({ details, fact });
		this.#byTab.set(details.tabId, events);
	}

	#expire(oldestMs: number): void {
		for (const [tabId, events] of this.#byTab) {
			// Events are in order of time. Nothing is copied, because this runs for each request of pages that are not followed.
			const firstRecent = events.findIndex((event) => event.details.timeStamp >= oldestMs);
			if (firstRecent < 0) this.#byTab.delete(tabId);
			if (firstRecent !== 0) this.#handOver(tabId, firstRecent < 0 ? events : events.splice(0, firstRecent));
		}
	}

	#leaveUnheard(): void {
		for (const [tabId, events] of this.#byTab) {
			const isUnheard = ({ details }: PendingEvent) => details.timeStamp < this.#unheardUntilMs;
			this.#byTab.set(
				tabId,
				events.filter((event) => !isUnheard(event)),
			);
			this.#handOver(tabId, events.filter(isUnheard));
		}
	}

	#handOver(tabId: number, events: readonly PendingEvent[]): void {
		if (tabId === NO_TAB || this.#unheardUntilMs === 0) return;
		const isUnheard = ({ details }: PendingEvent) => {
			return details.timeStamp < this.#unheardUntilMs && details.documentLifecycle !== 'prerender';
		};
		const unheard = events.filter((event) => isUnheard(event) && this.#isOfFollowedPage(event.details));
		if (unheard.length === 0) return;
		this.#persistBeside();
		this.#sink.left(tabId, unheard);
	}

	#isOfFollowedPage(details: RequestDetails): boolean {
		if (isHandedOver(details)) return false;
		const address = details.type === 'main_frame' ? details.url : requesterOrigin(details);
		return address !== null && this.#sink.isFollowedPage(address);
	}

	/** Persists what is left in the turn in which the caller persists the visit that has the others: see `VisitSessions.persistPending`. */
	#persistBeside(): void {
		queueMicrotask(() => this.#persistAll());
	}

	#persistSoon(): void {
		this.#timer ??= setTimeout(() => this.#persistAll(), PERSIST_DELAY_MS);
	}

	#persistAll(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const events = [...this.#byTab.values()].flat().filter(({ details }) => this.#isOfFollowedPage(details));
		this.#sink.persist(events.map(withoutAddresses));
	}

	#claimOfNoTab(visit: VisitState): PendingEvent[] {
		const sinceMs = visit.startedAtMs - CLOCK_TOLERANCE_MS;
		const events = this.#byTab.get(NO_TAB) ?? [];
		const navigation = navigationOf(visit, events);
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
		const navigation = navigationOf(visit, events);
		const isOurs = ({ details }: PendingEvent) => {
			if (details.type === 'main_frame') return details.requestId === navigation?.details.requestId;
			const isOfTop = details.frameId === 0 || details.frameType === 'outermost_frame';
			if (details.documentId && visit.documentId && isOfTop) return details.documentId === visit.documentId;
			return details.timeStamp >= visit.startedAtMs - CLOCK_TOLERANCE_MS;
		};
		this.#handOver(
			visit.tabId,
			events.filter((event) => !isOurs(event)),
		);
		return events.filter(isOurs);
	}
}

function navigationOf({ documentKey }: VisitState, events: readonly PendingEvent[]): PendingEvent | undefined {
	return events.findLast(({ details, fact }) => details.type === 'main_frame' && fact.key === documentKey);
}
