import { continueVisit } from '@/utils/core/measure/limits/continue-visit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { VisitBudget } from './visit-budget';

/** The visits under way by id and by tab, and those that ended a moment ago. */
export class VisitRegistry {
	readonly #byId = new Map<string, VisitState>();
	readonly #currentByTab = new Map<number, string>();
	readonly #budget = new VisitBudget();

	/** All of them, in the order in which they began. */
	get all(): readonly VisitState[] {
		return [...this.#byId.values()];
	}

	inOtherTabs({ tabId }: VisitState): readonly VisitState[] {
		return this.all.filter((visit) => visit.tabId !== tabId);
	}

	find(id: string): VisitState | undefined {
		return this.#byId.get(id);
	}

	/** The visit that a page's next route continues, since its host has begun too many; undefined where the route begins another. */
	continued(tabId: number, { frameId }: FrameOpen): VisitState | undefined {
		const visit = this.currentOf(tabId);
		if (visit?.topFrameId !== frameId || this.#budget.take(visit.host, Date.now())) return undefined;
		continueVisit(visit);
		return visit;
	}

	/** The current visit of a tab. */
	currentOf(tabId: number): VisitState | undefined {
		return this.find(this.#currentByTab.get(tabId) ?? '');
	}

	isCurrent({ tabId, id }: VisitState): boolean {
		return this.#currentByTab.get(tabId) === id;
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
	}
}
