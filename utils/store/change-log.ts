import type { IDBPTransaction } from 'idb';
import type { Change } from '@/utils/core/schema/restoration';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import type { SobrioSchema } from './database';
import { dayKey } from './day-total';

/** A transaction that may write the whole history. */
export type HistoryTransaction = IDBPTransaction<SobrioSchema, ('visits' | 'days' | 'courses')[], 'readwrite'>;

interface Noted {
	readonly store: Change['store'];
	readonly before: Change['before'];
	after: Change['after'];
}

/** Writes records in a transaction, and notes how each was before its first change. */
export class ChangeLog {
	readonly #transaction: HistoryTransaction;
	readonly #noted = new Map<string, Noted>();

	constructor(transaction: HistoryTransaction) {
		this.#transaction = transaction;
	}

	async putVisit(visit: Visit): Promise<void> {
		const store = this.#transaction.objectStore('visits');
		this.#note('visits', visit.id, this.#isNoted('visits', visit.id) ? null : await store.get(visit.id), visit);
		await store.put(visit);
	}

	async deleteVisit(id: string): Promise<void> {
		const store = this.#transaction.objectStore('visits');
		this.#note('visits', id, this.#isNoted('visits', id) ? null : await store.get(id), null);
		await store.delete(id);
	}

	/** Stores a day total; one without visits is deleted. */
	async putTotal(total: DayTotal): Promise<void> {
		const store = this.#transaction.objectStore('days');
		const key = dayKey(total);
		const isEmpty = total.visitCount <= 0;
		this.#note('days', key, this.#isNoted('days', key) ? null : await store.get(key), isEmpty ? null : total);
		if (isEmpty) await store.delete(key);
		else await store.put(total);
	}

	async putCourse(course: Course): Promise<void> {
		const store = this.#transaction.objectStore('courses');
		const key: [string, string] = [course.host, course.courseKey];
		this.#note('courses', key, this.#isNoted('courses', key) ? null : await store.get(key), course);
		await store.put(course);
	}

	/** The records that differ from before. */
	changes(): readonly Change[] {
		const noted = [...this.#noted.values()].filter(({ before, after }) => !isSameRecord(before, after));
		return noted.map((each) => ({ ...each }) as Change);
	}

	#isNoted(store: Change['store'], key: unknown): boolean {
		return this.#noted.has(nameOf(store, key));
	}

	#note(store: Change['store'], key: unknown, before: Change['before'] | undefined, after: Change['after']): void {
		const known = this.#noted.get(nameOf(store, key));
		if (known) known.after = after;
		else this.#noted.set(nameOf(store, key), { store, before: before ?? null, after });
	}
}

function nameOf(store: Change['store'], key: unknown): string {
	return JSON.stringify([store, key]);
}

/** Whether two records hold the same, whatever the order of their fields. */
export function isSameRecord(a: unknown, b: unknown): boolean {
	return JSON.stringify(a, sortFields) === JSON.stringify(b, sortFields);
}

function sortFields(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
