import { contextKey, type DayRecord, MAX_RECORDS } from '@/utils/core/schema/backup-file';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { groupTotals, OTHER_COURSES } from '@/utils/core/stats/other-courses';
import { AFTER_ALL_TEXTS, type Database } from './database';
import { sumDayTotals } from './day-total';

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
		const record = groupedRecord(last, totals, visits);
		records.push(record);
		count += record.totals.length + record.visits.length;
	}
	return records;
}

/** A day with as many totals and visits as a backup may hold: courses beyond the limit are one, and the oldest visits are left out. */
function groupedRecord(day: string, stored: readonly DayTotal[], storedVisits: readonly Visit[]): DayRecord {
	const totals = groupTotals(stored, sumDayTotals);
	if (totals === stored && storedVisits.length <= MAX_RECORDS) return { day, totals, visits: storedVisits };
	const known = new Set(totals.map(contextKey));
	const newest = [...storedVisits].sort((a, b) => a.startedAtMs - b.startedAtMs).slice(-MAX_RECORDS);
	const visits = newest.map((visit) => (known.has(contextKey(visit)) ? visit : { ...visit, ...OTHER_COURSES }));
	return { day, totals, visits };
}
