import { completeDay } from '@/utils/core/export/backup';
import { type DayRecord, readCourse, readDayRecord } from '@/utils/core/schema/backup-file';
import { type Change, parseChanges } from '@/utils/core/schema/restoration';
import type { Course } from '@/utils/core/schema/visit';

/** Changes per message: some 300 kB. */
const CHANGES_A_BATCH = 400;

/**
 * Collects the days of a backup in memory until all have arrived and are valid: only then is anything stored. Should the background
 * be stopped meanwhile they are lost, and the page gets an error for the unknown restoration. Afterwards it holds what was changed
 * until the page has fetched it, and collects that again should the page undo it.
 */
export class Restoration {
	#id: string | null = null;
	#days: DayRecord[] = [];
	#changes: Change[] = [];

	/** Starts a restoration under an id of the page, in place of one that another page had begun. */
	begin(id: string): void {
		this.#id = id;
		this.#days = [];
		this.#changes = [];
	}

	/** Adds days. Returns the index of the first invalid one, null when all are valid. Throws for an unknown id. */
	add(id: string, days: readonly unknown[]): number | null {
		this.#check(id);
		for (const [index, record] of days.entries()) {
			const day = readDayRecord(completeDay(record));
			const last = this.#days.at(-1);
			// In order, as they were written: no day comes twice.
			if (!day || (last && day.day <= last.day)) return index;
			this.#days.push(day);
		}
		return null;
	}

	/** Ends the collecting. Returns what is to be stored, null when a course is invalid. Throws for an unknown id. */
	finish(id: string, courses: readonly unknown[]): { days: readonly DayRecord[]; courses: readonly Course[] } | null {
		this.#check(id);
		const days = this.#days;
		this.begin(id);
		const read = courses.map(readCourse);
		// A name of which nothing is left would hide the one that is known here.
		const named = read.filter((course) => course !== null && course.label !== '') as readonly Course[];
		return read.includes(null) ? null : { days, courses: named };
	}

	/** Holds what was changed, for the page to fetch. */
	hold(changes: readonly Change[]): void {
		this.#changes = [...changes];
	}

	/** A batch of the changes from an index on; empty at the end. Throws for an unknown id. */
	changesFrom(id: string, index: number): readonly Change[] {
		this.#check(id);
		return this.#changes.slice(index, index + CHANGES_A_BATCH);
	}

	/** Adds changes to undo. Throws for an unknown id, or for what is no change. */
	addChanges(id: string, added: readonly unknown[]): void {
		this.#check(id);
		const changes = parseChanges(added);
		if (changes === null) throw new Error('no changes');
		this.#changes.push(...changes);
	}

	/** All changes to undo. Throws for an unknown id. */
	takeChanges(id: string): readonly Change[] {
		this.#check(id);
		const changes = this.#changes;
		this.begin('');
		return changes;
	}

	#check(id: string): void {
		if (id !== this.#id) throw new Error('unknown restoration');
	}
}
