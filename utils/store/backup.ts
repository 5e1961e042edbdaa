import type { DayRecord } from '@/utils/core/schema/backup-file';
import type { Course } from '@/utils/core/schema/visit';
import { AFTER_ALL_TEXTS, type Database } from './database';

/** A batch ends with the day that brings it to this many records: some 300 kB. */
const RECORDS_A_BATCH = 400;

/** Every course name, and the days between which there is history; null where there is none. */
export async function readBackupHead(
	database: Database,
): Promise<{ courses: Course[]; firstDay: string | null; lastDay: string | null }> {
	const transaction = database.transaction(['days', 'courses']);
	const days = transaction.objectStore('days');
	const first = await days.openKeyCursor();
	const last = await days.openKeyCursor(null, 'prev');
	const courses = await transaction.objectStore('courses').getAll();
	return { courses, firstDay: first?.key[0] ?? null, lastDay: last?.key[0] ?? null };
}

/** The days after one, in order, a batch of them; none is left when there are none. Totals and visits of a day agree. */
export async function readDayRecords(database: Database, after: string): Promise<DayRecord[]> {
	const transaction = database.transaction(['days', 'visits']);
	const days = transaction.objectStore('days');
	const visitsOf = transaction.objectStore('visits').index('day');
	const records: DayRecord[] = [];
	let last = after;
	for (let count = 0; count < RECORDS_A_BATCH; ) {
		const cursor = await days.openKeyCursor(IDBKeyRange.lowerBound([last, AFTER_ALL_TEXTS]));
		if (!cursor) break;
		last = cursor.key[0];
		const [totals, visits] = await Promise.all([
			days.getAll(IDBKeyRange.bound([last], [last, AFTER_ALL_TEXTS])),
			visitsOf.getAll(last),
		]);
		records.push({ day: last, totals, visits });
		count += totals.length + visits.length;
	}
	return records;
}
