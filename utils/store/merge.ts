import { contextKey, type DayRecord } from '@/utils/core/schema/backup-file';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { Database } from './database';
import { dayKey, emptyDay, withoutVisit, withVisit } from './day-total';

/** True when `a` is a later reading of the same visit than `b`: totals only grow. */
function isFurther(a: Visit, b: Visit): boolean {
	const requests = (visit: Visit) => sumTraffic(visit.traffic).requestCount;
	return a.activeMs !== b.activeMs ? a.activeMs > b.activeMs : requests(a) > requests(b);
}

/**
 * Merges days and course names into the store, in one transaction: all of it or nothing. Gives how many records changed;
 * the same file a second time changes none. A visit that both know counts once, in its later reading. Where visits are
 * gone on one side (they are kept 90 days), nobody can tell which of a total's visits both sides count: then the total
 * with more visits stands, so that nothing is counted twice.
 */
export async function mergeHistory(
	database: Database,
	days: readonly DayRecord[],
	courses: readonly Course[],
): Promise<number> {
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	const stores = {
		visits: transaction.objectStore('visits'),
		days: transaction.objectStore('days'),
		courses: transaction.objectStore('courses'),
	};
	let changedCount = 0;

	async function putVisit(visit: Visit): Promise<void> {
		await stores.visits.put(visit);
		changedCount++;
	}

	async function putTotal(total: DayTotal): Promise<void> {
		if (total.visitCount > 0) await stores.days.put(total);
		else await stores.days.delete(dayKey(total));
	}

	/** The file's total as it is; of its visits that the store has elsewhere, the store's reading stands. */
	async function take(total: DayTotal, visits: readonly Visit[], known: ReadonlyMap<string, Visit>): Promise<void> {
		let kept = total;
		for (const visit of visits) {
			const other = known.get(visit.id);
			if (other && dayKey(other).join() !== dayKey(total).join()) kept = withoutVisit(kept, visit);
			else await putVisit(visit);
		}
		await putTotal(kept);
		changedCount++;
	}

	/** Both sides have all their visits: those of the file come one by one, each taken out of where it was first. */
	async function unite(visits: readonly Visit[], known: ReadonlyMap<string, Visit>): Promise<void> {
		for (const visit of visits) {
			const before = known.get(visit.id);
			if (before && !isFurther(visit, before)) continue;
			const old = before && (await stores.days.get(dayKey(before)));
			if (before && old) await putTotal(withoutVisit(old, before));
			const total = await stores.days.get(dayKey(visit));
			await putTotal(withVisit(total ?? emptyDay(visit), visit));
			await putVisit(visit);
		}
	}

	for (const { day, totals, visits } of days) {
		const local = await stores.visits.index('day').getAll(day);
		const found = await Promise.all(visits.map(({ id }) => stores.visits.get(id)));
		const known = new Map([...local, ...found.filter((each) => each !== undefined)].map((each) => [each.id, each]));
		for (const total of totals) {
			const here = (visit: Visit) => contextKey(visit) === contextKey(total);
			const [theirs, ours] = [visits.filter(here), local.filter(here)];
			const before = await stores.days.get(dayKey(total));
			const isWhole = theirs.length === total.visitCount && ours.length === (before?.visitCount ?? 0);
			const isMet = before !== undefined || theirs.some(({ id }) => known.has(id));
			if (!isMet) await take(total, theirs, known);
			else if (isWhole) await unite(theirs, known);
			else if (total.visitCount > (before?.visitCount ?? 0)) {
				for (const { id } of ours) await stores.visits.delete(id);
				await take(total, theirs, known);
			}
		}
	}
	for (const course of courses) {
		const before = await stores.courses.get([course.host, course.courseKey]);
		if (before && before.lastDay >= course.lastDay) continue;
		await stores.courses.put(course);
		changedCount++;
	}
	await transaction.done;
	return changedCount;
}
