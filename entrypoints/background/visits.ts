import type { FrameOpen, FrameReport } from '@/utils/measure/frame-report';
import {
	applyNetworkFact,
	applyPlace,
	applyReport,
	foldVisit,
	type NetworkFact,
	type VisitState,
} from '@/utils/measure/live-visit';
import type { RequestDetails } from '@/utils/measure/network-request';
import type { LiveVisit, SeenPlace } from '@/utils/measure/visit';
import { isSharedHost } from '@/utils/platforms/hosted';
import { beginVisit, type FrameSender } from './begin-visit';
import { Early } from './early';
import { type KnownVisits, whoseRequest } from './whose-request';

/** Changes are written together, at most this often. */
const FLUSH_DELAY_MS = 1_000;
/** A visit that is no longer its tab's current one still takes late events for this long. */
const GRACE_MS = 30_000;

/** What the tracker needs from the outside: somewhere to keep visits, and someone to tell. */
export interface VisitSink {
	/** Keeps the state for the background's next life, and the figures for good. */
	save(states: readonly VisitState[], visits: readonly LiveVisit[]): Promise<void>;
	/** Forgets states that take no more events. */
	forget(ids: readonly string[]): Promise<void>;
	/** Called when the figures of a tab changed. */
	changed(tabId: number, visit: LiveVisit | null): void;
}

/** Follows the visits under way, from the frames' reports and the network's events to the store. */
export class VisitTracker {
	readonly #visits = new Map<string, VisitState>();
	readonly #currentByTab = new Map<number, string>();
	readonly #early = new Early();
	readonly #dirty = new Set<string>();
	readonly #sink: VisitSink;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#flushing: Promise<void> = Promise.resolve();

	constructor(sink: VisitSink) {
		this.#sink = sink;
	}

	/** Takes up the visits that the background knew before it was stopped; of each tab the newest that had not ended is its current one. */
	restore(states: readonly VisitState[]): void {
		for (const state of [...states].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
			this.#visits.set(state.id, state);
			if (state.endedAtMs !== null) continue;
			this.#close(state.tabId);
			this.#currentByTab.set(state.tabId, state.id);
		}
	}

	/** A frame of a followed tab starts. Answers the visit it belongs to, null when its tab has none. */
	open(sender: FrameSender, said: FrameOpen): string | null {
		const current = this.#currentByTab.get(sender.tabId) ?? null;
		if (!sender.isTop || said.visitId === null) return current;
		if (this.#visits.has(said.visitId)) return said.visitId;
		this.#close(sender.tabId);
		const isDocumentCounted = [...this.#visits.values()].some(({ topFrameId }) => topFrameId === said.frameId);
		const isHeld = isSharedHost(new URL(sender.url).hostname);
		const visit = beginVisit(sender, said, said.visitId, { isDocumentCounted, isHeld });
		this.#visits.set(visit.id, visit);
		this.#currentByTab.set(visit.tabId, visit.id);
		for (const { details, fact } of this.#early.claim(visit)) {
			if (details.type === 'main_frame') visit.isDocumentCounted = true;
			applyNetworkFact(visit, fact);
		}
		this.#touch(visit);
		return visit.id;
	}

	/** A frame's totals so far. Answers the visit that its next report belongs to, null when it should stop. */
	report(sender: FrameSender, said: FrameReport): string | null {
		const visit = this.#visits.get(said.visitId);
		if (!visit || visit.tabId !== sender.tabId) return this.#currentByTab.get(sender.tabId) ?? null;
		const isTop = said.frameId === visit.topFrameId;
		applyReport(visit, isTop ? said : { ...said, activeMs: 0 });
		this.#touch(visit);
		if (isTop && said.isLeaving && this.#currentByTab.get(visit.tabId) === visit.id) this.end(visit.tabId);
		return isTop ? visit.id : (this.#currentByTab.get(sender.tabId) ?? null);
	}

	/** Says where a visit's page stands; the figures it has so far move there. */
	locate(visitId: string, place: SeenPlace): void {
		const visit = this.#visits.get(visitId);
		// The look at a page may come back from the next one in the tab: a held visit that was left stays unknown.
		if (!visit || (visit.isHeld && visit.endedAtMs !== null)) return;
		visit.isHeld = false;
		applyPlace(visit, place);
		this.#touch(visit);
	}

	/** Books one network event to the visit it belongs to; what comes before its page has spoken waits a moment in memory. */
	book(details: RequestDetails, fact: NetworkFact): void {
		const visit = whoseRequest(details, this.#known());
		if (!visit) {
			this.#early.keep(details, fact);
			return;
		}
		if (details.type === 'main_frame' && fact.what === 'ended') visit.isDocumentCounted = true;
		applyNetworkFact(visit, fact);
		this.#touch(visit);
	}

	/** Whether a tab has a visit under way. */
	isCounted(tabId: number): boolean {
		return this.#currentByTab.has(tabId);
	}

	/** The figures of a tab's current visit; null when it has none. */
	current(tabId: number): LiveVisit | null {
		const visit = this.#visits.get(this.#currentByTab.get(tabId) ?? '');
		return visit && !visit.isHeld ? foldVisit(visit) : null;
	}

	/** The tab was closed or left the followed site: its visit takes late events for a while, then it is forgotten. */
	end(tabId: number): void {
		this.#close(tabId);
		this.#sink.changed(tabId, null);
		this.#schedule();
	}

	/** Drops every visit under way: the user erased the figures or stopped following `host`. */
	async drop(host: string | null): Promise<void> {
		const dropped = [...this.#visits.values()].filter((visit) => host === null || visit.host === host);
		for (const visit of dropped) {
			this.#visits.delete(visit.id);
			this.#dirty.delete(visit.id);
			if (this.#currentByTab.get(visit.tabId) === visit.id) this.#currentByTab.delete(visit.tabId);
			this.#sink.changed(visit.tabId, null);
		}
		await this.#flushing;
		await this.#sink.forget(dropped.map(({ id }) => id));
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		this.#flushing = this.#flushing.then(() => this.#write());
		return this.#flushing;
	}

	/** Says in the state itself that a tab's visit is over, so that the background's next life does not take it up again. */
	#close(tabId: number): void {
		const visit = this.#visits.get(this.#currentByTab.get(tabId) ?? '');
		this.#currentByTab.delete(tabId);
		if (!visit) return;
		visit.endedAtMs = Date.now();
		this.#touch(visit);
	}

	#known(): KnownVisits {
		const current = [...this.#currentByTab.values()]
			.map((id) => this.#visits.get(id))
			.filter((visit) => visit !== undefined);
		return { all: [...this.#visits.values()], current: new Map(current.map((visit) => [visit.tabId, visit])) };
	}

	#touch(visit: VisitState): void {
		this.#dirty.add(visit.id);
		this.#schedule();
	}

	#schedule(): void {
		this.#timer ??= setTimeout(() => void this.flush(), FLUSH_DELAY_MS);
	}

	async #write(): Promise<void> {
		const states = [...this.#dirty].map((id) => this.#visits.get(id)).filter((visit) => visit !== undefined);
		this.#dirty.clear();
		const visits = states.filter(({ isHeld }) => !isHeld).map(foldVisit);
		try {
			await this.#sink.save(states, visits);
		} catch {
			// The disk is full or the database is closing: the totals are still here, the next change writes them again.
			for (const { id } of states) if (this.#visits.has(id)) this.#dirty.add(id);
		}
		for (const { tabId, id } of states) {
			const isCurrent = this.#currentByTab.get(tabId) === id;
			if (isCurrent) this.#sink.changed(tabId, visits.find((visit) => visit.id === id) ?? null);
		}
		await this.#forgetEnded();
	}

	async #forgetEnded(): Promise<void> {
		const before = Date.now() - GRACE_MS;
		const over = [...this.#visits.values()].filter(({ endedAtMs }) => endedAtMs !== null && endedAtMs < before);
		const gone = over.map(({ id }) => id).filter((id) => !this.#dirty.has(id));
		for (const id of gone) this.#visits.delete(id);
		if (gone.length > 0) await this.#sink.forget(gone);
	}
}
