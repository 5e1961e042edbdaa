import { applyContext, applyElsewhere, applyReport } from '@/utils/core/measure/apply-report';
import { withUnknown } from '@/utils/core/measure/final-totals';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { carryOverMidnight } from '@/utils/core/measure/fold/midnight';
import type { FrameReport } from '@/utils/core/measure/frame-report';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameAnswer, FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import type { LiveVisit, ObservedContext } from '@/utils/core/schema/visit';
import { applyEarlier, applyToOwner } from './apply-event';
import { beginVisit, type PageStart } from './begin-visit';
import { isForeignFrame } from './foreign-frame';
import { answerFrame } from './frame-answer';
import { inheritCourse } from './opened/handed-over';
import { HiddenTargets } from './opened/hidden-targets';
import { leftVisits } from './pending/left-visits';
import type { PendingEvent } from './pending/pending-event';
import { PendingEvents } from './pending/pending-events';
import type { PersistedSession } from './sessions';
import { AT_INSTALL, type TrackerRules } from './tracker-rules';
import { VisitRegistry } from './visit-registry';
import type { VisitSink } from './visit-sink';
import { VisitWriter } from './visit-writer';

/** Follows the visits under way, from the frames' reports and the network events to the store. */
export class VisitTracker implements PageStart {
	/** The visits under way, and what browser events show of them. */
	readonly registry = new VisitRegistry();
	readonly #pending: PendingEvents;
	readonly #hidden: HiddenTargets;
	readonly #sink: VisitSink;
	readonly #writer: VisitWriter;
	readonly rules: TrackerRules;
	sinceMs = 0;
	wholeSinceMs = 0;

	constructor(sink: VisitSink, rules: Partial<TrackerRules> = {}) {
		this.#sink = sink;
		this.rules = { ...AT_INSTALL, ...rules };
		this.#writer = new VisitWriter(sink, this.registry);
		const markChanged = (visit: VisitState) => this.#writer.markChanged(visit);
		const left = (tabId: number, events: readonly PendingEvent[]) => this.#recordLeft(tabId, events);
		const persist = (events: readonly PendingEvent[]) => sink.persistPending(events);
		this.#pending = new PendingEvents({ ...this.rules, persist, left, markChanged }, this.registry);
		this.#hidden = new HiddenTargets(this.registry, this.rules, markChanged);
	}

	/**
	 * Restores the visits persisted before the background was stopped, which may not have been saved. The newest visit of a tab that
	 * had not ended is its current one. Pages without a visit that were left meanwhile are recorded by their pending network events.
	 */
	restore({ states, sinceMs, wholeSinceMs, pending, isFirst }: Omit<PersistedSession, 'lostIds'>): void {
		this.sinceMs = sinceMs;
		this.wholeSinceMs = wholeSinceMs;
		if (!isFirst) this.#pending.restore(pending, states);
		for (const state of [...states].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
			this.registry.add(state);
			this.#writer.markChanged(state);
			if (state.endedAtMs !== null) continue;
			this.#close(state.tabId);
			this.registry.makeCurrent(state);
		}
	}

	/** A frame of a followed tab starts. Answers the visit it belongs to, null when its tab has none. */
	open(sender: FrameSender, report: FrameOpen): FrameAnswer | null {
		if (!sender.isTop || report.visitId === null) return answerFrame(this.registry.currentOf(sender.tabId), report);
		const known = this.registry.knownFor(sender, report, report.visitId);
		if (known) return answerFrame(known);
		const visit = beginVisit(sender, report, report.visitId, this);
		carryOverMidnight(visit, this.registry.currentOf(sender.tabId));
		this.#close(sender.tabId, visit.isDocumentCounted);
		this.registry.add(visit);
		this.registry.makeCurrent(visit);
		const events = this.#pending.claim(visit);
		inheritCourse(visit, this.registry, events);
		applyEarlier(visit, events);
		this.#writer.markBegun(visit);
		// A stop of the background from now on leaves a visit that continues.
		void this.#writer.persist();
		return answerFrame(visit);
	}

	/** Replaces a frame's totals so far. Answers the visit that its next report belongs to, null when its tab has none. */
	report(sender: FrameSender, report: FrameReport): FrameAnswer | null {
		const visit = this.registry.find(report.visitId);
		if (!visit || visit.tabId !== sender.tabId) return answerFrame(this.registry.currentOf(sender.tabId));
		const isForeign = isForeignFrame(sender, visit);
		const isTop = report.frameId === visit.topFrameId && !isForeign;
		// All hosts are granted, and yet no event came.
		visit.isFullyVisible &&= visit.hasNetworkEvents;
		applyReport(visit, report, { isForeign, atMs: Date.now() });
		for (const other of this.registry.inOtherTabs(visit))
			if (applyElsewhere(other, report.times)) this.#writer.markChanged(other);
		this.#writer.markChanged(visit);
		// The navigation of the next page in the tab may be pending: it stays.
		if (isTop && report.isLeaving && this.registry.isCurrent(visit)) this.#end(visit.tabId);
		return answerFrame(isTop ? visit : this.registry.currentOf(sender.tabId));
	}

	/** The grant of all hosts was revoked: frames of fully visible pages do not report the rest of their visit. */
	accessNarrowed(): void {
		for (const visit of this.registry.all.filter(({ isFullyVisible }) => isFullyVisible)) {
			visit.finalTotals = withUnknown(visit.finalTotals);
			this.#writer.markChanged(visit);
		}
	}

	/** Sets the course context of a visit, for the figures it has so far too. */
	setContext(visitId: string, context: ObservedContext): void {
		const visit = this.registry.find(visitId);
		// An inspection may answer from the next page in the tab: a held visit that was left stays unknown.
		if (!visit || (visit.isHeld && visit.endedAtMs !== null)) return;
		visit.isHeld = false;
		applyContext(visit, context);
		this.#writer.markChanged(visit);
	}

	contextOf(visitId: string): VisitState | null {
		const visit = this.registry.find(visitId);
		return visit && !visit.isHeld ? visit : null;
	}

	/** Changes a visit by what an inspection of its page found. */
	change(visitId: string, apply: (visit: VisitState) => void): void {
		const visit = this.registry.find(visitId);
		if (!visit) return;
		apply(visit);
		this.#writer.markChanged(visit);
	}

	/** Adds a network event to the visit it belongs to; false for an event that is pending until its page reports. */
	record(details: RequestDetails, fact: NetworkFact): boolean {
		if (details.type === 'main_frame') this.#hidden.note(details);
		const visit = applyToOwner({ details, fact }, this.registry);
		const bytes = fact.what === 'ended' && fact.cost.outcome === 'sized' ? fact.cost.bytes : 0;
		if (visit) this.#writer.markChanged(visit, bytes);
		else this.#pending.add(details, fact);
		return visit !== null;
	}

	/** A tab was opened from another, of which events may have come before. */
	noteOpener(tabId: number, openerId: number): void {
		this.registry.windows.noteOpener(tabId, openerId);
		for (const { details, fact } of this.#pending.takeTab(tabId)) this.record(details, fact);
	}

	/** The figures of a tab's current visit; null when it has none. */
	current(tabId: number): LiveVisit | null {
		const visit = this.contextOf(this.registry.currentOf(tabId)?.id ?? '');
		return visit && foldVisit(visit);
	}

	/** The tab was closed or left the followed site: its visit accepts late events for a while, then it is discarded. */
	end(tabId: number): void {
		this.#pending.leave(tabId);
		this.#end(tabId);
	}

	#end(tabId: number): void {
		this.#close(tabId);
		this.#sink.notify(tabId, null);
		void this.flush();
	}

	/** Discards the visits under way on a host, or on all when it is null: the user deleted figures or unfollowed the site. */
	async discard(host: string | null): Promise<void> {
		this.#pending.forget();
		const discarded = this.registry.all.filter((visit) => host === null || visit.host === host);
		for (const visit of discarded) {
			this.registry.delete(visit);
			this.#sink.notify(visit.tabId, null);
		}
		for (const visit of this.registry.all) visit.loadedBefore = {};
		await Promise.all(discarded.map(({ id }) => this.#writer.discard(id)));
		await this.#sink.discard(discarded.map(({ id }) => id));
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		return this.#writer.flush();
	}

	/** Pages of a tab were left before their first message was heard. */
	#recordLeft(tabId: number, events: readonly PendingEvent[]): void {
		for (const visit of leftVisits(tabId, events, this)) {
			this.registry.add(visit);
			this.#writer.markEnded(visit);
		}
		void this.#writer.persist();
	}

	/**
	 * Marks a tab's visit as ended in its state, so that a restarted background does not make it current. A page that continues as
	 * another visit (a single-page application) has reported all of this one.
	 */
	#close(tabId: number, isContinued = false): void {
		const visit = this.registry.clearTab(tabId);
		if (!visit) return;
		visit.endedAtMs = Date.now();
		visit.hasUnreportedEvents &&= !isContinued;
		this.#writer.markEnded(visit);
		this.#pending.leavePage(visit);
	}
}
