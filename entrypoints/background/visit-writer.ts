import { foldVisit, type VisitState } from '@/utils/measure/live-visit';
import type { LiveVisit } from '@/utils/measure/visit';

/** Changes are written together, at most this often. */
const FLUSH_DELAY_MS = 1_000;

/** What the tracker needs from the outside: somewhere to keep visits, and someone to tell. */
export interface VisitSink {
	/** Keeps the state for the background's next life, and the figures for good. */
	save(states: readonly VisitState[], visits: readonly LiveVisit[]): Promise<void>;
	/** Forgets states that take no more events. */
	forget(ids: readonly string[]): Promise<void>;
	/** Called when the figures of a tab changed. */
	changed(tabId: number, visit: LiveVisit | null): void;
}

/** What the writer must know of the visits under way. */
export interface WrittenVisits {
	find(id: string): VisitState | undefined;
	isCurrent(visit: VisitState): boolean;
	/** Called after each writing. */
	afterwards(): Promise<void>;
}

/** Writes changed visits, together and one writing after the other. */
export class VisitWriter {
	readonly #sink: VisitSink;
	readonly #visits: WrittenVisits;
	readonly #dirty = new Set<string>();
	#timer: ReturnType<typeof setTimeout> | null = null;
	#flushing: Promise<void> = Promise.resolve();

	constructor(sink: VisitSink, visits: WrittenVisits) {
		this.#sink = sink;
		this.#visits = visits;
	}

	touch(id: string): void {
		this.#dirty.add(id);
		this.schedule();
	}

	isDirty(id: string): boolean {
		return this.#dirty.has(id);
	}

	/** The visit is not to be written any more; resolves when no writing is under way. */
	async drop(id: string): Promise<void> {
		this.#dirty.delete(id);
		await this.#flushing;
	}

	schedule(): void {
		this.#timer ??= setTimeout(() => void this.flush(), FLUSH_DELAY_MS);
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		this.#flushing = this.#flushing.then(() => this.#write());
		return this.#flushing;
	}

	async #write(): Promise<void> {
		const states = [...this.#dirty].map((id) => this.#visits.find(id)).filter((visit) => visit !== undefined);
		this.#dirty.clear();
		const visits = states.filter(({ isHeld }) => !isHeld).map(foldVisit);
		try {
			await this.#sink.save(states, visits);
		} catch {
			// The disk is full or the database is closing: the totals are still here, the next change writes them again.
			for (const { id } of states) if (this.#visits.find(id)) this.#dirty.add(id);
		}
		for (const state of states) {
			if (!this.#visits.isCurrent(state)) continue;
			this.#sink.changed(state.tabId, visits.find(({ id }) => id === state.id) ?? null);
		}
		await this.#visits.afterwards();
	}
}
