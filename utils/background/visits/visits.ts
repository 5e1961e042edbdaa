import { type KnownVisits, whoseRequest } from '@/utils/background/network/whose-request';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import type { FrameAnswer, FrameOpen, FrameReport } from '@/utils/core/measure/frame-report';
import { applyContext, applyReport, applyWaste, foldVisit } from '@/utils/core/measure/live-visit';
import { loadedBefore } from '@/utils/core/measure/loaded-before';
import type { NetworkFact } from '@/utils/core/measure/network-fact';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import { withUnknown } from '@/utils/core/measure/settled';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { isSharedHost } from '@/utils/core/platforms/hosted';
import type { FrameSender } from '@/utils/core/visit/frame-sender';
import type { LiveVisit, ObservedContext } from '@/utils/core/visit/visit';
import type { Waste } from '@/utils/core/visit/waste';
import { beginVisit } from './begin-visit';
import { answerFrame } from './frame-answer';
import { PendingEvents } from './pending-events';
import { type VisitSink, VisitWriter } from './visit-writer';
import type { InspectedVisits } from './waste';

/** An ended visit takes late events for this long, and is forgotten before browsers stop a background that is idle, after 30 s. */
const GRACE_MS = 25_000;

/** Follows the visits under way, from the frames' reports and the network's events to the store. */
export class VisitTracker implements InspectedVisits {
	readonly #visits = new Map<string, VisitState>();
	readonly #currentByTab = new Map<number, string>();
	readonly #early = new PendingEvents();
	readonly #sink: VisitSink;
	readonly #writer: VisitWriter;
	readonly #seesEverything: () => boolean;
	#sinceMs = 0;

	/** `seesEverything` says whether the network's events show the requests of every host at this moment. */
	constructor(sink: VisitSink, seesEverything = () => false) {
		this.#sink = sink;
		this.#seesEverything = seesEverything;
		this.#writer = new VisitWriter(sink, {
			find: (id) => this.#visits.get(id),
			isCurrent: ({ tabId, id }) => this.#currentByTab.get(tabId) === id,
			afterwards: () => this.#forgetEnded(),
		});
	}

	/**
	 * Takes up the visits that the background knew before it was stopped; of each tab the newest that had not ended is its current
	 * one, and what was kept may not have been saved. `sinceMs` is when it first ran in this session: of older pages it missed a part.
	 */
	restore(states: readonly VisitState[], sinceMs = 0): void {
		this.#sinceMs = sinceMs;
		for (const state of [...states].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
			this.#visits.set(state.id, state);
			this.#writer.touch(state);
			if (state.endedAtMs !== null) continue;
			this.#close(state.tabId);
			this.#currentByTab.set(state.tabId, state.id);
		}
	}

	/** A frame of a followed tab starts. Answers the visit it belongs to, null when its tab has none. */
	open(sender: FrameSender, report: FrameOpen): FrameAnswer | null {
		if (!sender.isTop || report.visitId === null) return answerFrame(this.#currentOf(sender.tabId));
		const known = this.#visits.get(report.visitId);
		if (known) return answerFrame(known);
		const { all } = this.#known();
		const isDocumentCounted = all.some(({ topFrameId }) => topFrameId === report.frameId);
		this.#close(sender.tabId, isDocumentCounted);
		const isHeld = isSharedHost(new URL(sender.url).hostname);
		const isFullyVisible = this.#seesEverything() && !report.isLate && report.startedAtMs >= this.#sinceMs;
		const before = { isDocumentCounted, loadedBefore: loadedBefore(all) };
		const visit = beginVisit(sender, report, report.visitId, { ...before, isHeld, isFullyVisible });
		this.#visits.set(visit.id, visit);
		this.#currentByTab.set(visit.tabId, visit.id);
		for (const { details, fact } of this.#early.claim(visit)) {
			if (details.type === 'main_frame') visit.isDocumentCounted = true;
			applyNetworkFact(visit, fact);
		}
		this.#writer.touch(visit);
		return answerFrame(visit);
	}

	/** A frame's totals so far. Answers the visit that its next report belongs to, null when it should stop. */
	report(sender: FrameSender, report: FrameReport): FrameAnswer | null {
		const visit = this.#visits.get(report.visitId);
		if (!visit || visit.tabId !== sender.tabId) return answerFrame(this.#currentOf(sender.tabId));
		const isTop = report.frameId === visit.topFrameId;
		// The browser says that we see everything, and shows nothing.
		visit.isFullyVisible &&= visit.hasFacts;
		applyReport(visit, report);
		this.#writer.touch(visit);
		if (isTop && report.isLeaving && this.#currentByTab.get(visit.tabId) === visit.id) this.end(visit.tabId);
		return answerFrame(isTop ? visit : this.#currentOf(sender.tabId));
	}

	/** The grant of all hosts was taken back: pages that were quiet until now tell the rest of their visit no more. */
	accessNarrowed(): void {
		for (const visit of this.#known().all.filter(({ isFullyVisible }) => isFullyVisible)) {
			visit.settled = withUnknown(visit.settled);
			this.#writer.touch(visit);
		}
	}

	/** Says where a visit's page stands; the figures it has so far move there. */
	locate(visitId: string, place: ObservedContext): void {
		const visit = this.#visits.get(visitId);
		// The look at a page may come back from the next one in the tab: a held visit that was left stays unknown.
		if (!visit || (visit.isHeld && visit.endedAtMs !== null)) return;
		visit.isHeld = false;
		applyContext(visit, place);
		this.#writer.touch(visit);
	}

	contextOf(visitId: string): VisitState | null {
		const visit = this.#visits.get(visitId);
		return visit && !visit.isHeld ? visit : null;
	}

	/** The same look twice changes nothing. */
	findWaste(visitId: string, frameId: string, waste: Waste): void {
		const visit = this.#visits.get(visitId);
		if (!visit) return;
		applyWaste(visit, frameId, waste);
		this.#writer.touch(visit);
	}

	/** Books one network event to the visit it belongs to; false for what comes before its page has spoken, and waits a moment. */
	book(details: RequestDetails, fact: NetworkFact): boolean {
		const visit = whoseRequest(details, this.#known());
		if (!visit) {
			this.#early.keep(details, fact);
			return false;
		}
		if (details.type === 'main_frame' && fact.what === 'ended') visit.isDocumentCounted = true;
		applyNetworkFact(visit, fact);
		this.#writer.touch(visit, fact.what === 'ended' && fact.cost.outcome === 'sized' ? fact.cost.bytes : 0);
		return true;
	}

	/** Whether a tab has a visit under way. */
	isCounted(tabId: number): boolean {
		return this.#currentByTab.has(tabId);
	}

	/** Whether that is the visit under way in the tab: its page is still there to be looked at. */
	isUnderWay(tabId: number, visitId: string): boolean {
		return this.#currentByTab.get(tabId) === visitId;
	}

	/** The figures of a tab's current visit; null when it has none. */
	current(tabId: number): LiveVisit | null {
		const visit = this.#currentOf(tabId);
		return visit && !visit.isHeld ? foldVisit(visit) : null;
	}

	/** The tab was closed or left the followed site: its visit takes late events for a while, then it is forgotten. */
	end(tabId: number): void {
		this.#close(tabId);
		this.#sink.changed(tabId, null);
		this.#writer.schedule();
	}

	/** Drops every visit under way: the user erased the figures or stopped following `host`. */
	async drop(host: string | null): Promise<void> {
		const dropped = this.#known().all.filter((visit) => host === null || visit.host === host);
		for (const visit of dropped) {
			this.#visits.delete(visit.id);
			if (this.#currentByTab.get(visit.tabId) === visit.id) this.#currentByTab.delete(visit.tabId);
			this.#sink.changed(visit.tabId, null);
		}
		for (const visit of this.#visits.values()) visit.loadedBefore = {};
		await Promise.all(dropped.map(({ id }) => this.#writer.drop(id)));
		await this.#sink.forget(dropped.map(({ id }) => id));
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		return this.#writer.flush();
	}

	/**
	 * Says in the state itself that a tab's visit is over, so that the background's next life does not take it up again. A page that
	 * goes on as another visit has said all of this one.
	 */
	#close(tabId: number, isGoingOn = false): void {
		const visit = this.#currentOf(tabId);
		this.#currentByTab.delete(tabId);
		if (!visit) return;
		visit.endedAtMs = Date.now();
		visit.hasNews &&= !isGoingOn;
		this.#writer.touch(visit);
		setTimeout(() => void this.flush(), GRACE_MS);
	}

	#currentOf(tabId: number): VisitState | undefined {
		return this.#visits.get(this.#currentByTab.get(tabId) ?? '');
	}

	#known(): KnownVisits {
		return { all: [...this.#visits.values()], currentOf: (tabId) => this.#currentOf(tabId) };
	}

	async #forgetEnded(): Promise<void> {
		const isOver = ({ id, endedAtMs }: VisitState) =>
			endedAtMs !== null && endedAtMs + GRACE_MS <= Date.now() && !this.#writer.isDirty(id);
		const gone = [...this.#visits.values()].filter(isOver).map(({ id }) => id);
		for (const id of gone) this.#visits.delete(id);
		if (gone.length > 0) await this.#sink.forget(gone);
	}
}
