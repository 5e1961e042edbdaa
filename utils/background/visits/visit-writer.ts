import { foldVisit } from '@/utils/core/measure/live-visit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/visit/visit';

/** Changes are told together, and kept for the background's next life, at most this often. */
const TELL_DELAY_MS = 1_000;
/** They are written for good with the first telling after a while, and while more comes at most this often. */
const WRITE_PACE_MS = 5_000;
/**
 * The state of visits whose requests all show is small, and nobody tells again what it loses: it is kept in memory that outlives
 * a stop of the background, once nothing more has come for this long.
 */
const KEEP_DELAY_MS = 150;
/** So many bytes that nobody has kept yet are kept at once: a part of a video comes whole, and many come within a second. */
const KEEP_BYTES = 256_000;
/** Smaller files weigh too little together to be kept before they are told, however fast they rain. */
const PART_BYTES = 32_000;

/** What the tracker needs from the outside: somewhere to keep visits, and someone to tell. */
export interface VisitSink {
	/** Keeps the states for the background's next life. */
	keep(states: readonly VisitState[]): Promise<void>;
	/** Keeps the figures for good. */
	save(visits: readonly LiveVisit[]): Promise<void>;
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

/** Tells of changed visits and writes them, together and one writing after the other. */
export class VisitWriter {
	readonly #sink: VisitSink;
	readonly #visits: WrittenVisits;
	readonly #dirty = new Set<string>();
	readonly #unreported = new Set<string>();
	readonly #unsaved = new Set<string>();
	#unsavedBytes = 0;
	#persistTimer: ReturnType<typeof setTimeout> | undefined;
	#touchedAtMs = 0;
	#reportTimer: ReturnType<typeof setTimeout> | undefined;
	#writeTimer: ReturnType<typeof setTimeout> | undefined;
	#writeDueAtMs = 0;
	#writtenAtMs = Number.NEGATIVE_INFINITY;
	#flushing: Promise<void> = Promise.resolve();

	constructor(sink: VisitSink, visits: WrittenVisits) {
		this.#sink = sink;
		this.#visits = visits;
	}

	/** A visit has changed; by a file of so many bytes, where it was the network that told. */
	touch({ id, isFullyVisible }: VisitState, fileBytes: number | null = null): void {
		for (const ids of [this.#dirty, this.#unreported, this.#unsaved]) ids.add(id);
		this.#touchedAtMs = Date.now();
		this.#writeBy(Math.max(this.#touchedAtMs + TELL_DELAY_MS, this.#writtenAtMs + WRITE_PACE_MS));
		this.#reportTimer ??= setTimeout(() => void this.#tell(), TELL_DELAY_MS);
		if (fileBytes !== null && fileBytes < PART_BYTES) return;
		this.#unsavedBytes += fileBytes ?? 0;
		if (this.#unsavedBytes >= KEEP_BYTES) void this.#keep();
		else if (isFullyVisible) this.#persistTimer ??= setTimeout(() => void this.#persistAtRest(), KEEP_DELAY_MS);
	}

	isDirty(id: string): boolean {
		return this.#dirty.has(id);
	}

	/** The visit is not to be written any more; resolves when no writing is under way. */
	async drop(id: string): Promise<void> {
		for (const ids of [this.#dirty, this.#unreported, this.#unsaved]) ids.delete(id);
		await this.#flushing;
	}

	/** A visit is over: what changed is written soon. */
	schedule(): void {
		this.#writeBy(Date.now() + TELL_DELAY_MS);
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		clearTimeout(this.#writeTimer);
		clearTimeout(this.#reportTimer);
		this.#writeTimer = undefined;
		this.#reportTimer = undefined;
		this.#flushing = this.#flushing.then(() => this.#write());
		return this.#flushing;
	}

	/** A writing that is due sooner already stands. */
	#writeBy(dueAtMs: number): void {
		if (this.#writeTimer !== undefined) {
			if (this.#writeDueAtMs <= dueAtMs) return;
			clearTimeout(this.#writeTimer);
		}
		this.#writeDueAtMs = dueAtMs;
		this.#writeTimer = setTimeout(() => void this.flush(), dueAtMs - Date.now());
	}

	#take(ids: Set<string>): VisitState[] {
		const states = [...ids].map((id) => this.#visits.find(id)).filter((visit) => visit !== undefined);
		ids.clear();
		return states;
	}

	async #persistAtRest(): Promise<void> {
		this.#persistTimer = undefined;
		if (this.#unsaved.size === 0) return;
		const restMs = this.#touchedAtMs + KEEP_DELAY_MS - Date.now();
		if (restMs > 0) this.#persistTimer = setTimeout(() => void this.#persistAtRest(), restMs);
		else await this.#keep();
	}

	async #keep(): Promise<void> {
		const states = this.#take(this.#unsaved);
		this.#unsavedBytes = 0;
		if (states.length === 0) return;
		try {
			await this.#sink.keep(states);
		} catch {
			// The session's memory is full: the next writing tries again.
			this.#again(this.#unsaved, states);
		}
	}

	async #tell(): Promise<void> {
		this.#reportTimer = undefined;
		this.#show(this.#take(this.#unreported).map(figuresOf));
		await this.#keep();
	}

	#show(told: readonly Told[]): void {
		for (const { state, visit } of told) if (this.#visits.isCurrent(state)) this.#sink.changed(state.tabId, visit);
	}

	async #write(): Promise<void> {
		this.#writtenAtMs = Date.now();
		this.#unreported.clear();
		const told = this.#take(this.#dirty).map(figuresOf);
		try {
			await this.#sink.save(told.map(({ visit }) => visit).filter((visit) => visit !== null));
		} catch {
			// The disk is full or the database is closing: the totals are still here, the next change writes them again.
			this.#writtenAtMs = Number.NEGATIVE_INFINITY;
			this.#again(
				this.#dirty,
				told.map(({ state }) => state),
			);
		}
		await this.#keep();
		this.#show(told);
		await this.#visits.afterwards();
	}

	/** What was dropped meanwhile stays so. */
	#again(ids: Set<string>, states: readonly VisitState[]): void {
		for (const { id } of states) if (this.#visits.find(id)) ids.add(id);
	}
}

/** A visit with its figures at this moment; none while it is held. */
interface Told {
	readonly state: VisitState;
	readonly visit: LiveVisit | null;
}

function figuresOf(state: VisitState): Told {
	return { state, visit: state.isHeld ? null : foldVisit(state) };
}
