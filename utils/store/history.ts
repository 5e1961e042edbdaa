import type { History } from '@/utils/core/schema/page-messages';
import { groupTotals } from '@/utils/core/stats/other-courses';
import { AFTER_ALL_TEXTS, type Database } from './database';
import { sumDayTotals } from './day-total';

/** Day totals from one day to another, both included, with the last known names of all their courses. However many are stored, few are returned. */
export async function readHistory(database: Database, firstDay: string, lastDay: string): Promise<History> {
	const transaction = database.transaction(['days', 'courses']);
	const stored = await transaction
		.objectStore('days')
		.getAll(IDBKeyRange.bound([firstDay], [lastDay, AFTER_ALL_TEXTS]));
	const days = groupTotals(stored, sumDayTotals);
	const keys = new Map(
		days.map(({ host, courseKey }) => [`${host}\n${courseKey}`, [host, courseKey] as [string, string]]),
	);
	const courses = await Promise.all([...keys.values()].map((key) => transaction.objectStore('courses').get(key)));
	await transaction.done;
	return { days, courses: courses.filter((course) => course !== undefined) };
}

/** Erases every figure, course name and audit. */
export async function eraseHistory(database: Database): Promise<void> {
	const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
	await Promise.all([...transaction.objectStoreNames].map((name) => transaction.objectStore(name).clear()));
	await transaction.done;
}
