import { createSerial } from '@/utils/browser/serial';
import { type AuditedVisit, auditedVisit } from '@/utils/core/audit/audited-visit';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { updateBeforeMidnight } from '@/utils/core/measure/fold/midnight';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { GRACE_MS, type VisitRegistry } from './visit-registry';
import type { VisitSink } from './visit-sink';

/** Changes are collected for this long before they are written to the database and shown. */
const WRITE_DELAY_MS = 300;
/** The least time between two writes, while changes go on: a killed browser loses at most the last second. */
const WRITE_INTERVAL_MS = 900;
/** A write that failed (the disk is full, the database is damaged) is repeated after this long, or with the next change. */
const RETRY_INTERVAL_MS = 10_000;
/** States are persisted once nothing has changed for this long. */
const PERSIST_DELAY_MS = 150;
/** They are persisted this long after a change even though changes go on. */
const MAX_PERSIST_DELAY_MS = 450;
/** Unpersisted bytes that trigger an immediate save: parts of a video come whole, and many within a second. */
const PERSIST_BYTES = 256_000;
/** Smaller files do not count towards that limit: even many of them are a small loss. */
const PART_BYTES = 32_000;

/** Persists, writes and shows changed visits, together and one write after another. */
export class VisitWriter {
	readonly #sink: VisitSink;
	readonly #visits: VisitRegistry;
	readonly #dirty = new Set<string>();
	readonly #unpersisted = new Set<string>();
	#unpersistedBytes = 0;
	#unpersistedSinceMs = 0;
	#persistTimer: ReturnType<typeof setTimeout> | undefined;
	#changedAtMs = 0;
	#writeTimer: ReturnType<typeof setTimeout> | undefined;
	#writeDueAtMs = 0;
	#writtenAtMs = Number.NEGATIVE_INFINITY;
	#flushing: Promise<void> = Promise.resolve();
	#persisting: Promise<unknown> = Promise.resolve();
	readonly #serial = createSerial();

	constructor(sink: VisitSink, visits: VisitRegistry) {
		this.#sink = sink;
		this.#visits = visits;
	}

	/** A visit has changed; `fileBytes` is the size of the file where a network event changed it. */
	markChanged({ id }: VisitState, fileBytes: number | null = null): void {
		this.#changedAtMs = Date.now();
		if (this.#unpersisted.size === 0) this.#unpersistedSinceMs = this.#changedAtMs;
		this.#dirty.add(id);
		this.#unpersisted.add(id);
		this.#sink.noteChange(id);
		this.#writeBy(Math.max(this.#changedAtMs + WRITE_DELAY_MS, this.#writtenAtMs + WRITE_INTERVAL_MS));
		this.#persistTimer ??= setTimeout(() => void this.#persistWhenIdle(), PERSIST_DELAY_MS);
		if (fileBytes === null || fileBytes < PART_BYTES) return;
		this.#unpersistedBytes += fileBytes;
		if (this.#unpersistedBytes >= PERSIST_BYTES) void this.persist();
	}

	/** A visit has begun. It is stored at once: to one that is not stored, a killed browser could add no unknown request. */
	markBegun(state: VisitState): void {
		this.markChanged(state);
		const { visit } = snapshotOf(state);
		if (visit) this.#flushing = this.#serial(() => this.#saveBegun(visit));
	}

	/** A visit has ended: it is discarded when its late events have come. */
	markEnded(visit: VisitState): void {
		this.markChanged(visit);
		setTimeout(() => void this.flush(), GRACE_MS);
	}

	/** Makes sure that a visit is not written any more; resolves when no write is under way. */
	async discard(id: string): Promise<void> {
		for (const ids of [this.#dirty, this.#unpersisted]) ids.delete(id);
		await this.#flushing;
	}

	/** Writes what changed, now. */
	flush(): Promise<void> {
		clearTimeout(this.#writeTimer);
		this.#writeTimer = undefined;
		this.#flushing = this.#serial(() => this.#write());
		return this.#flushing;
	}

	/** Persists what changed, now; resolves once nothing that changed before is on its way: what is stored must be persisted already. */
	async persist(): Promise<void> {
		const states = this.#takeAll(this.#unpersisted);
		this.#unpersistedBytes = 0;
		if (states.length > 0) this.#persisting = Promise.all([this.#persisting, this.#persistStates(states)]);
		await this.#persisting;
	}

	async #persistStates(states: readonly VisitState[]): Promise<void> {
		try {
			await this.#sink.persist(states);
		} catch {
			// `storage.session` is full: the next attempt includes these states.
			this.#addAgain(this.#unpersisted, states);
		}
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

	/** The visits that changed, and those of the new day whose pages had figures of them before midnight. */
	#takeChanged(): VisitState[] {
		const changed = new Set(this.#takeAll(this.#dirty));
		for (const visit of changed) {
			const current = this.#visits.currentOf(visit.tabId);
			if (!current || !updateBeforeMidnight(visit, current)) continue;
			changed.add(current);
			this.#unpersisted.add(current.id);
		}
		return [...changed];
	}

	async #persistWhenIdle(): Promise<void> {
		this.#persistTimer = undefined;
		if (this.#unpersisted.size === 0) return;
		const dueAtMs = Math.min(this.#changedAtMs + PERSIST_DELAY_MS, this.#unpersistedSinceMs + MAX_PERSIST_DELAY_MS);
		const waitMs = dueAtMs - Date.now();
		if (waitMs > 0) this.#persistTimer = setTimeout(() => void this.#persistWhenIdle(), waitMs);
		else await this.persist();
	}

	async #write(): Promise<void> {
		this.#writtenAtMs = Date.now();
		const snapshots = this.#takeChanged().map(snapshotOf);
		// First, and of the same moment: what a restarted background restores is never older than what is stored.
		await this.persist();
		for (const { state, visit } of snapshots) if (this.#visits.isCurrent(state)) this.#sink.notify(state.tabId, visit);
		try {
			await this.#sink.save(
				snapshots.map(({ visit }) => visit).filter((visit) => visit !== null),
				snapshots.map(({ audited }) => audited).filter((audited) => audited !== null),
			);
		} catch {
			this.#addAgain(
				this.#dirty,
				snapshots.map(({ state }) => state),
			);
			this.#writeBy(Date.now() + RETRY_INTERVAL_MS);
		}
		await this.#discardEnded();
	}

	async #saveBegun(visit: LiveVisit): Promise<void> {
		await this.persist();
		try {
			if (this.#visits.find(visit.id)) await this.#sink.save([visit], []);
		} catch {
			// It is still marked as changed: the next write includes it.
		}
	}

	async #discardEnded(): Promise<void> {
		const ended = this.#visits.over(Date.now()).filter(({ id }) => !this.#dirty.has(id));
		for (const visit of ended) this.#visits.delete(visit);
		if (ended.length > 0) await this.#sink.discard(ended.map(({ id }) => id));
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
	/** What an audit keeps of it. */
	readonly audited: AuditedVisit | null;
}

function snapshotOf(state: VisitState): Snapshot {
	const visit = state.isHeld ? null : foldVisit(state);
	return { state, visit, audited: visit && auditedVisit(state, visit) };
}
