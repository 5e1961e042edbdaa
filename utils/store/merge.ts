import { contextKey, type DayRecord } from '@/utils/core/schema/backup-file';
import type { Change } from '@/utils/core/schema/restoration';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { NO_ASSISTANTS, sumFamilies } from '@/utils/core/visit/assistants';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { ChangeLog, type HistoryTransaction, isSameRecord } from './change-log';
import type { Database } from './database';
import { dayKey, emptyDay, withoutVisit, withVisit } from './day-total';

type Figures = Pick<Visit, 'activeMs' | 'traffic' | 'media' | 'assistants'>;

/** Whether no figure of `a` is smaller than that of `b`, so that `a` in place of `b` loses nothing. */
function covers(a: Figures, b: Figures): boolean {
	const figuresOf = ({ activeMs, traffic, media, assistants = NO_ASSISTANTS }: Figures) => {
		const { receivedBytes, requestCount } = sumTraffic(traffic);
		const { promptCount, characters } = sumFamilies(assistants);
		return [activeMs, requestCount, receivedBytes, media.videoMs, promptCount, characters];
	};
	const others = figuresOf(b);
	return figuresOf(a).every((figure, index) => figure >= (others[index] ?? 0));
}

/** True when `a` is a later reading of the same visit than `b`: totals only grow. */
function isFurther(a: Visit, b: Visit): boolean {
	return covers(a, b) && !covers(b, a);
}

/** What a merge changed, and the number of day totals that differ and were left as they are. */
export interface Merged {
	readonly changes: readonly Change[];
	readonly unchangedCount: number;
}

/** The visits of a merge that both sides may know, by id. */
type Known = ReadonlyMap<string, Visit>;

/** Merges the records of a file into the store within a transaction. */
class Merger {
	/** Day totals that differ and were left as they are. */
	unchangedCount = 0;
	readonly log: ChangeLog;
	readonly #transaction: HistoryTransaction;

	constructor(transaction: HistoryTransaction) {
		this.#transaction = transaction;
		this.log = new ChangeLog(transaction);
	}

	async addDay({ day, totals, visits }: DayRecord): Promise<void> {
		const stored = this.#transaction.objectStore('visits');
		const local = await stored.index('day').getAll(day);
		const found = await Promise.all(visits.map(({ id }) => stored.get(id)));
		const known = new Map([...local, ...found.filter((each) => each !== undefined)].map((each) => [each.id, each]));
		for (const total of totals) {
			const here = (visit: Visit) => contextKey(visit) === contextKey(total);
			const [theirs, ours] = [visits.filter(here), local.filter(here)];
			const before = await this.#totalOf(total);
			const isWhole = theirs.length === total.visitCount && ours.length === (before?.visitCount ?? 0);
			const isMet = before !== undefined || theirs.some(({ id }) => known.has(id));
			if (!isMet) await this.#take(total, theirs, known);
			else if (isWhole) await this.#unite(theirs, known);
			else await this.#replace(total, before, [theirs, ours], known);
		}
	}

	async addCourse(course: Course): Promise<void> {
		const before = await this.#transaction.objectStore('courses').get([course.host, course.courseKey]);
		if (!before || before.lastDay < course.lastDay) await this.log.putCourse(course);
	}

	#totalOf(of: DayTotal | Visit): Promise<DayTotal | undefined> {
		return this.#transaction.objectStore('days').get(dayKey(of));
	}

	/** The file's total as it is; of its visits that the store has elsewhere, the store's reading stands. */
	async #take(total: DayTotal, visits: readonly Visit[], known: Known): Promise<void> {
		let taken = total;
		for (const visit of visits) {
			const other = known.get(visit.id);
			if (other && dayKey(other).join() !== dayKey(total).join()) taken = withoutVisit(taken, visit);
			else await this.log.putVisit(visit);
		}
		await this.log.putTotal(taken);
	}

	/** Both sides have all their visits: those of the file come one by one, each taken out of where it was first. */
	async #unite(visits: readonly Visit[], known: Known): Promise<void> {
		for (const visit of visits) {
			const before = known.get(visit.id);
			if (before && !isFurther(visit, before)) continue;
			const old = before && (await this.#totalOf(before));
			if (before && old) await this.log.putTotal(withoutVisit(old, before));
			const total = await this.#totalOf(visit);
			await this.log.putTotal(withVisit(total ?? emptyDay(visit), visit));
			await this.log.putVisit(visit);
		}
	}

	/** Where visits are gone on one side. */
	async #replace(
		total: DayTotal,
		before: DayTotal | undefined,
		[theirs, ours]: readonly [readonly Visit[], readonly Visit[]],
		known: Known,
	): Promise<void> {
		const isLarger = total.visitCount > (before?.visitCount ?? 0) && (!before || covers(total, before));
		if (isLarger) {
			for (const { id } of ours) await this.log.deleteVisit(id);
			await this.#take(total, theirs, known);
		} else if (before && !isSameRecord(before, total)) {
			const isContained = total.visitCount <= before.visitCount && covers(before, total);
			if (!isContained) this.unchangedCount++;
		}
	}
}

/**
 * Merges days and course names into the store, in one transaction: all of it or nothing. The same file a second time changes
 * nothing. A visit that both know counts once, in its later reading. Where visits are gone on one side (they are stored for 90
 * days), nobody can tell which of a total's visits both sides count: then the file's total replaces the store's only if it has
 * more visits and none of its figures is smaller, so that nothing is counted twice and nothing is lost. With `isPreview` the
 * store stays as it is.
 */
export async function mergeHistory(
	database: Database,
	days: readonly DayRecord[],
	courses: readonly Course[],
	isPreview = false,
): Promise<Merged> {
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	const merger = new Merger(transaction);
	for (const day of days) await merger.addDay(day);
	for (const course of courses) await merger.addCourse(course);
	await end(transaction, isPreview);
	return { changes: merger.log.changes(), unchangedCount: merger.unchangedCount };
}

async function end(transaction: HistoryTransaction, isPreview: boolean): Promise<void> {
	if (!isPreview) return transaction.done;
	transaction.abort();
	await transaction.done.catch(() => {
		// Rejects because it was aborted.
	});
}
