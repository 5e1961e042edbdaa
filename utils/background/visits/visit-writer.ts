import { createSerial } from '@/utils/browser/serial';
import { foldVisit } from '@/utils/core/measure/fold-visit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { VisitRegistry } from './visit-registry';

/** Changes are collected for this long before pages are notified and states persisted. */
const NOTIFY_DELAY_MS = 1_000;
/** The least time between two writes to the database, while changes go on. */
const WRITE_INTERVAL_MS = 5_000;
/**
 * The state of fully visible visits is small and cannot be rebuilt from page reports: it is persisted once nothing has changed for
 * this long.
 */
const PERSIST_DELAY_MS = 150;
/** Unpersisted bytes that trigger an immediate save: parts of a video come whole, and many within a second. */
const PERSIST_BYTES = 256_000;
/** Smaller files do not count towards that limit: even many of them are a small loss. */
const PART_BYTES = 32_000;

/** Where the tracker persists and shows visits. */
export interface VisitSink {
	/** Persists states, to restore them after the background was stopped. */
	persist(states: readonly VisitState[]): Promise<void>;
	/** Writes the figures to the database. */
	save(visits: readonly LiveVisit[]): Promise<void>;
	/** Deletes persisted states that accept no more events. */
	discard(ids: readonly string[]): Promise<void>;
	/** Called when the figures of a tab changed; null when it has no visit. */
	notify(tabId: number, visit: LiveVisit | null): void;
}

/** Persists, writes and shows changed visits, together and one write after another. */
export class VisitWriter {
	readonly #sink: VisitSink;
	readonly #visits: VisitRegistry;
	readonly #afterWrite: () => Promise<void>;
	readonly #dirty = new Set<string>();
	readonly #unshown = new Set<string>();
	readonly #unpersisted = new Set<string>();
	#unpersistedBytes = 0;
	#persistTimer: ReturnType<typeof setTimeout> | undefined;
	#changedAtMs = 0;
	#notifyTimer: ReturnType<typeof setTimeout> | undefined;
	#writeTimer: ReturnType<typeof setTimeout> | undefined;
	#writeDueAtMs = 0;
	#writtenAtMs = Number.NEGATIVE_INFINITY;
	#flushing: Promise<void> = Promise.resolve();
	readonly #serial = createSerial();

	/** `afterWrite` is called after each write to the database. */
	constructor(sink: VisitSink, visits: VisitRegistry, afterWrite: () => Promise<void>) {
		this.#sink = sink;
		this.#visits = visits;
		this.#afterWrite = afterWrite;
	}

	/** A visit has changed; `fileBytes` is the size of the file where a network event changed it. */
	markChanged({ id, isFullyVisible }: VisitState, fileBytes: number | null = null): void {
		for (const ids of [this.#dirty, this.#unshown, this.#unpersisted]) ids.add(id);
		this.#changedAtMs = Date.now();
		this.#writeBy(Math.max(this.#changedAtMs + NOTIFY_DELAY_MS, this.#writtenAtMs + WRITE_INTERVAL_MS));
		this.#notifyTimer ??= setTimeout(() => void this.#notify(), NOTIFY_DELAY_MS);
		if (fileBytes !== null && fileBytes < PART_BYTES) return;
		this.#unpersistedBytes += fileBytes ?? 0;
		if (this.#unpersistedBytes >= PERSIST_BYTES) void this.#persist();
		else if (isFullyVisible) this.#persistTimer ??= setTimeout(() => void this.#persistWhenIdle(), PERSIST_DELAY_MS);
	}

	isDirty(id: string): boolean {
		return this.#dirty.has(id);
	}

	/** Makes sure that a visit is not written any more; resolves when no write is under way. */
	async discard(id: string): Promise<void> {
		for (const ids of [this.#dirty, this.#unshown, this.#unpersisted]) ids.delete(id);
		await this.#flushing;
	}

	/** A visit is over: writes what changed soon. */
	scheduleWrite(): void {
		this.#writeBy(Date.now() + NOTIFY_DELAY_MS);
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		clearTimeout(this.#writeTimer);
		clearTimeout(this.#notifyTimer);
		this.#writeTimer = undefined;
		this.#notifyTimer = undefined;
		this.#flushing = this.#serial(() => this.#write());
		return this.#flushing;
	}

	/** Schedules a write, unless one is due sooner. */
	#writeBy(dueAtMs: number): void {
		if (this.#writeTimer !== undefined) {
			if (this.#writeDueAtMs <= dueAtMs) return;
			clearTimeout(this.#writeTimer);
		}
		this.#writeDueAtMs = dueAtMs;
		this.#writeTimer = setTimeout(() => void this.flush(), dueAtMs - Date.now());
	}

	#takeAll(ids: Set<string>): VisitState[] {
		const states = [...ids].map((id) => this.#visits.find(id)).filter((visit) => visit !== undefined);
		ids.clear();
		return states;
	}

	async #persistWhenIdle(): Promise<void> {
		this.#persistTimer = undefined;
		if (this.#unpersisted.size === 0) return;
		const waitMs = this.#changedAtMs + PERSIST_DELAY_MS - Date.now();
		if (waitMs > 0) this.#persistTimer = setTimeout(() => void this.#persistWhenIdle(), waitMs);
		else await this.#persist();
	}

	async #persist(): Promise<void> {
		const states = this.#takeAll(this.#unpersisted);
		this.#unpersistedBytes = 0;
		if (states.length === 0) return;
		try {
			await this.#sink.persist(states);
		} catch {
			// `storage.session` is full: the next attempt includes these states.
			this.#addAgain(this.#unpersisted, states);
		}
	}

	async #notify(): Promise<void> {
		this.#notifyTimer = undefined;
		this.#show(this.#takeAll(this.#unshown).map(snapshotOf));
		await this.#persist();
	}

	#show(snapshots: readonly Snapshot[]): void {
		for (const { state, visit } of snapshots) if (this.#visits.isCurrent(state)) this.#sink.notify(state.tabId, visit);
	}

	async #write(): Promise<void> {
		this.#writtenAtMs = Date.now();
		this.#unshown.clear();
		const snapshots = this.#takeAll(this.#dirty).map(snapshotOf);
		try {
			await this.#sink.save(snapshots.map(({ visit }) => visit).filter((visit) => visit !== null));
		} catch {
			// The disk is full or the database is closing: the next change writes these totals again.
			this.#writtenAtMs = Number.NEGATIVE_INFINITY;
			this.#addAgain(
				this.#dirty,
				snapshots.map(({ state }) => state),
			);
		}
		await this.#persist();
		this.#show(snapshots);
		await this.#afterWrite();
	}

	/** All but the visits that were discarded meanwhile. */
	#addAgain(ids: Set<string>, states: readonly VisitState[]): void {
		for (const { id } of states) if (this.#visits.find(id)) ids.add(id);
	}
}

/** A visit with its figures at this moment; null while it is held. */
interface Snapshot {
	readonly state: VisitState;
	readonly visit: LiveVisit | null;
}

function snapshotOf(state: VisitState): Snapshot {
	return { state, visit: state.isHeld ? null : foldVisit(state) };
}
