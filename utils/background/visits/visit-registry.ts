import { continueVisit } from '@/utils/core/measure/limits/continue-visit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { OpenedWindows } from './opened/opened-windows';
import { heardLate } from './pending/heard-late';
import { VisitBudget } from './visit-budget';

/** An ended visit accepts late events for this long. It is discarded before browsers stop an idle background, after 30 s. */
export const GRACE_MS = 25_000;
/** A page that handed over a file waits for it for at most this long. */
const MAX_FILE_MS = 3_600_000;

/** The visits under way by id and by tab, and those that ended a moment ago. */
export class VisitRegistry {
	readonly #byId = new Map<string, VisitState>();
	readonly #currentByTab = new Map<number, string>();
	/** Ids that pages have given to visits with an id of their own. */
	readonly #otherIds = new Map<string, string>();
	/** The visits whose tab was closed. */
	readonly #closed = new Set<string>();
	readonly #budget = new VisitBudget();
	/** The tabs that pages opened. */
	readonly windows = new OpenedWindows();

	/** All of them, in the order in which they began. */
	get all(): readonly VisitState[] {
		return [...this.#byId.values()];
	}

	/** Ids of all visits that may still be saved. */
	ids(): ReadonlySet<string> {
		return new Set(this.#byId.keys());
	}

	inOtherTabs({ tabId }: VisitState): readonly VisitState[] {
		return this.all.filter((visit) => visit.tabId !== tabId);
	}

	/** Ended visits that wait for nothing more. */
	over(nowMs: number): readonly VisitState[] {
		return this.all.filter(({ endedAtMs, openRequests }) => {
			if (endedAtMs === null) return false;
			const hasFile = Object.values(openRequests).some(({ outlivesPage }) => outlivesPage);
			return endedAtMs + (hasFile ? MAX_FILE_MS : GRACE_MS) <= nowMs;
		});
	}

	find(id: string): VisitState | undefined {
		return this.#byId.get(this.#otherIds.get(id) ?? id);
	}

	/** The visit that a page's next route continues, since its host has begun too many; undefined where the route begins another. */
	#continued(tabId: number, { frameId }: FrameOpen): VisitState | undefined {
		const visit = this.currentOf(tabId);
		if (visit?.topFrameId !== frameId || this.#budget.take(visit.host, Date.now())) return undefined;
		continueVisit(visit);
		return visit;
	}

	/** The visit that a top frame's first message names or goes on with; undefined where it begins another. */
	knownFor(sender: FrameSender, opening: FrameOpen, visitId: string): VisitState | undefined {
		const named = this.find(visitId) ?? this.#heardLate(sender, opening, visitId);
		return named ?? this.#continued(sender.tabId, opening);
	}

	/** The visit of a page that is heard late, by the id that it gives to it; it is under way again if nothing else is in its tab. */
	#heardLate(sender: FrameSender, opening: FrameOpen, givenId: string): VisitState | undefined {
		const visit = heardLate(this.all, sender, opening);
		if (!visit) return undefined;
		const isAlone = !this.hasVisit(visit.tabId);
		const heard = isAlone ? { ...visit, endedAtMs: null } : visit;
		this.#otherIds.set(givenId, visit.id);
		this.add(heard);
		if (isAlone) this.makeCurrent(heard);
		return heard;
	}

	/** The current visit of a tab. */
	currentOf(tabId: number): VisitState | undefined {
		return this.find(this.#currentByTab.get(tabId) ?? '');
	}

	/** Whether a tab has a visit under way. */
	hasVisit(tabId: number): boolean {
		return this.currentOf(tabId) !== undefined;
	}

	/** Whether this visit is under way in the tab: its page can still be inspected. */
	isUnderWay(tabId: number, visitId: string): boolean {
		return this.currentOf(tabId)?.id === visitId;
	}

	isCurrent({ tabId, id }: VisitState): boolean {
		return this.#currentByTab.get(tabId) === id;
	}

	/** A tab was closed: until its visits are discarded, its workers may still receive something. */
	noteClosed(tabId: number): void {
		for (const visit of this.#byId.values()) if (visit.tabId === tabId) this.#closed.add(visit.id);
	}

	isClosed({ id }: VisitState): boolean {
		return this.#closed.has(id);
	}

	add(visit: VisitState): void {
		this.#byId.set(visit.id, visit);
	}

	/** Makes a visit the one under way in its tab. */
	makeCurrent(visit: VisitState): void {
		this.#currentByTab.set(visit.tabId, visit.id);
	}

	/** Leaves a tab without a visit under way. Returns the one that it had. */
	clearTab(tabId: number): VisitState | undefined {
		const visit = this.currentOf(tabId);
		this.#currentByTab.delete(tabId);
		return visit;
	}

	delete(visit: VisitState): void {
		if (this.isCurrent(visit)) this.#currentByTab.delete(visit.tabId);
		this.#byId.delete(visit.id);
		this.#closed.delete(visit.id);
		for (const [otherId, id] of this.#otherIds) if (id === visit.id) this.#otherIds.delete(otherId);
	}
}
