import { foldVisit, type VisitState } from '@/utils/measure/live-visit';
import type { LiveVisit } from '@/utils/measure/visit';

/** Changes are written together, at most this often. */
const FLUSH_DELAY_MS = 1_000;
/**
 * The state of visits whose requests all show is small, and nobody tells again what it loses: it is kept in memory that outlives
 * a stop of the background, once nothing more has come for this long, and with each writing.
 */
const KEEP_DELAY_MS = 150;

/** What the tracker needs from the outside: somewhere to keep visits, and someone to tell. */
export interface VisitSink {
	/** Keeps the states for the background's next life. */
	keep(states: readonly VisitState[]): Promise<void>;
	/** Keeps the figures for good, and the states. */
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
	readonly #unkept = new Set<string>();
	#keepTimer: ReturnType<typeof setTimeout> | null = null;
	#touchedAtMs = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#flushing: Promise<void> = Promise.resolve();

	constructor(sink: VisitSink, visits: WrittenVisits) {
		this.#sink = sink;
		this.#visits = visits;
	}

	touch({ id, isSeen }: VisitState): void {
		this.#dirty.add(id);
		this.schedule();
		if (!isSeen) return;
		this.#unkept.add(id);
		this.#touchedAtMs = Date.now();
		this.#keepTimer ??= setTimeout(() => void this.#keep(), KEEP_DELAY_MS);
	}

	isDirty(id: string): boolean {
		return this.#dirty.has(id);
	}

	/** The visit is not to be written any more; resolves when no writing is under way. */
	async drop(id: string): Promise<void> {
		this.#dirty.delete(id);
		this.#unkept.delete(id);
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

	#take(ids: Set<string>): VisitState[] {
		const states = [...ids].map((id) => this.#visits.find(id)).filter((visit) => visit !== undefined);
		ids.clear();
		return states;
	}

	async #keep(): Promise<void> {
		this.#keepTimer = null;
		if (this.#unkept.size === 0) return;
		const restMs = this.#touchedAtMs + KEEP_DELAY_MS - Date.now();
		if (restMs > 0) {
			this.#keepTimer = setTimeout(() => void this.#keep(), restMs);
			return;
		}
		const states = this.#take(this.#unkept);
		try {
			await this.#sink.keep(states);
		} catch {
			// The session's memory is full: the next writing tries again.
		}
	}

	async #write(): Promise<void> {
		const states = this.#take(this.#dirty);
		for (const { id } of states) this.#unkept.delete(id);
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
