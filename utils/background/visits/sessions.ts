import { createSerial } from '@/utils/browser/serial';
import { clearSession, createSessionItem, createSessionRecords } from '@/utils/browser/session-item';
import { withUnknown } from '@/utils/core/measure/final-totals';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { PendingEvent } from './pending/pending-event';
import { HEAD, readVisit, type VisitTexts, writeVisit } from './visit-text';

/** Texts of visits under way by visit id and name (`visit-text.ts`): they outlive a stop of the background. */
const texts = createSessionRecords<string>('visit:');
/** Ids of visits with changes that are not persisted yet. */
const changing = createSessionItem<readonly string[]>('changing');
/** Network events of followed pages without a visit. */
const pending = createSessionItem<readonly PendingEvent[]>('pending');
/** When the background first ran in this session of the browser, milliseconds since 1970. */
const SINCE = 'since';
const since = createSessionItem<number>(SINCE);

/** When something was persisted last, milliseconds since 1970, and the visits that were persisted then or just before. */
const last = createSessionItem<{ readonly atMs: number; readonly ids: Readonly<Record<string, number>> }>('last');
/** Visits that were persisted this long before the last moment were changing then. */
const RECENT_MS = 2_000;
/** Browsers stop an idle background after 30 s. One that is gone sooner was interrupted, with events that it never received. */
const IDLE_MS = 25_000;
/** The browser may start pages this long after it has started the background again, and not tell of their first requests. */
const START_MS = 500;

/** Between an id and a name; neither contains it. */
const SEPARATOR = ' ';

/** What the background had persisted before it was stopped, in the same session of the browser. */
export interface PersistedSession {
	/** The visits under way. One that had changes which were not persisted, or was interrupted, has one more unknown request. */
	readonly states: VisitState[];
	/** Visits that were too large to persist: their figures up to the stop are in the store. */
	readonly lostIds: readonly string[];
	readonly pending: readonly PendingEvent[];
	/** When the background first ran in this session, milliseconds since 1970. */
	readonly sinceMs: number;
	/** Network events may have missed requests of pages that began before, milliseconds since 1970. */
	readonly wholeSinceMs: number;
	/** True when the background runs for the first time in this session: nothing was persisted. */
	readonly isFirst: boolean;
}

/** Persists the visits under way in `storage.session`, which is in memory and holds 10 MB. */
export class VisitSessions {
	readonly #serial = createSerial();
	readonly #written = new Map<string, VisitTexts>();
	#changing = new Set<string>();
	#recent: Record<string, number> = {};
	#pending: readonly PendingEvent[] = [];
	#persistedPending = this.#pending;

	async read(nowMs: number): Promise<PersistedSession> {
		const [all, unpersisted, waiting, sinceMs, stop] = await Promise.all([
			texts.readAll(),
			changing.read(),
			pending.read(),
			since.read(),
			last.read(),
		]);
		const isInterrupted = stop !== null && stop.atMs <= nowMs && nowMs < stop.atMs + IDLE_MS;
		const interrupted = new Set([...(unpersisted ?? []), ...(isInterrupted ? Object.keys(stop.ids) : [])]);
		if (sinceMs === null) await since.write(nowMs);
		for (const [name, text] of all) {
			const [id = '', part = ''] = name.split(SEPARATOR);
			this.#written.set(id, { ...this.#written.get(id), [part]: text });
		}
		const states: VisitState[] = [];
		const lostIds: string[] = [];
		for (const [id, written] of this.#written) {
			const state = readVisit(written);
			if (!state) lostIds.push(id);
			else if (!interrupted.has(id)) states.push(state);
			else states.push({ ...state, finalTotals: withUnknown(state.finalTotals) });
		}
		const wholeSinceMs = isInterrupted ? nowMs + START_MS : (sinceMs ?? nowMs);
		const isFirst = sinceMs === null;
		return { states, lostIds, pending: waiting ?? [], sinceMs: sinceMs ?? nowMs, wholeSinceMs, isFirst };
	}

	/** A visit has changed, and will be persisted soon: if the background is stopped before that, something is lost. */
	async noteChange(id: string): Promise<void> {
		if (this.#changing.has(id)) return;
		this.#changing.add(id);
		await this.#serial(() => changing.write([...this.#changing]));
	}

	/**
	 * Persists visits; each replaces what was persisted under its id. One that does not fit leaves a mark instead, never an older state:
	 * that would replace newer figures in the store.
	 */
	async persist(states: readonly VisitState[]): Promise<void> {
		const now = states.map((state) => ({ id: state.id, texts: writeVisit(state) }));
		for (const { id } of now) this.#changing.delete(id);
		await this.#serial(async () => {
			try {
				await this.#write(now, this.#pending === this.#persistedPending ? null : this.#pending);
			} catch {
				for (const one of now.sort((a, b) => sizeOf(a.texts) - sizeOf(b.texts))) await this.#writeIfItFits(one);
			}
		});
	}

	/**
	 * Persists the network events of followed pages without a visit, in place of those before. What is persisted in the same turn before goes
	 * with them, all or nothing: a stop in between would count the events that a visit has taken twice.
	 */
	async persistPending(events: readonly PendingEvent[]): Promise<void> {
		this.#pending = events;
		await this.#serial(async () => {
			const now = this.#pending;
			if (now.length === 0) await this.#removeItem(pending);
			else if (now !== this.#persistedPending) await texts.write({}, { [pending.key]: now, ...this.#lastItem([]) });
			this.#persistedPending = now;
		});
	}

	/** Deletes visits that are over. */
	async discard(ids: readonly string[]): Promise<void> {
		await this.#serial(() => this.#remove(ids));
	}

	/** `events` are those that are persisted with them, if any. */
	async #write(
		visits: readonly { readonly id: string; readonly texts: VisitTexts }[],
		events: readonly PendingEvent[] | null = null,
	): Promise<void> {
		const changed = visits.flatMap(({ id, texts: now }) => {
			const before = this.#written.get(id);
			const names = Object.keys(now).filter((name) => before?.[name] !== now[name]);
			return names.map((name) => [id + SEPARATOR + name, now[name] as string] as const);
		});
		const ids = visits.map(({ id }) => id);
		const items = {
			[changing.key]: [...this.#changing],
			...(events && { [pending.key]: events }),
			...this.#lastItem(ids),
		};
		await texts.write(Object.fromEntries(changed), items);
		if (events) this.#persistedPending = events;
		for (const { id, texts: now } of visits) this.#written.set(id, { ...this.#written.get(id), ...now });
	}

	async #removeItem(item: { remove(): Promise<void> }): Promise<void> {
		await item.remove();
		if (this.#written.size === 0) await last.remove();
	}

	/** The item of what is persisted now. */
	#lastItem(ids: readonly string[]): Readonly<Record<string, unknown>> {
		const atMs = Date.now();
		for (const id of ids) this.#recent[id] = atMs;
		for (const [id, recentMs] of Object.entries(this.#recent)) if (recentMs < atMs - RECENT_MS) delete this.#recent[id];
		return { [last.key]: { atMs, ids: this.#recent } };
	}

	async #writeIfItFits(visit: { readonly id: string; readonly texts: VisitTexts }): Promise<void> {
		try {
			await this.#write([visit]);
		} catch {
			await this.#remove([visit.id]);
			await this.#write([{ id: visit.id, texts: { [HEAD]: '' } }]);
		}
	}

	async #remove(ids: readonly string[]): Promise<void> {
		const names = ids.flatMap((id) => Object.keys(this.#written.get(id) ?? {}).map((name) => id + SEPARATOR + name));
		for (const id of ids) {
			delete this.#recent[id];
			this.#written.delete(id);
			this.#changing.delete(id);
		}
		await texts.remove(names);
		if (this.#changing.size === 0) await this.#removeItem(changing);
	}
}

function sizeOf(written: VisitTexts): number {
	return Object.values(written).reduce((sum, { length }) => sum + length, 0);
}

/** Deletes all that outlives a stop of the background, except when it first ran. */
export function discardSession(): Promise<void> {
	return clearSession([SINCE]);
}
