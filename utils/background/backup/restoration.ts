import { completeDay } from '@/utils/core/export/backup';
import { type DayRecord, readCourse, readDayRecord } from '@/utils/core/schema/backup-file';
import type { Course } from '@/utils/core/schema/visit';

/**
 * Collects the days of a backup in memory until all have arrived and are valid: only then is anything stored. Should the background
 * be stopped meanwhile they are lost, and the page gets an error for the unknown restoration.
 */
export class Restoration {
	#id: string | null = null;
	#days: DayRecord[] = [];

	/** Starts a restoration under an id of the page, in place of one that another page had begun. */
	begin(id: string): void {
		this.#id = id;
		this.#days = [];
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

	/** Ends the restoration. Returns what is to be stored, null when a course is invalid. Throws for an unknown id. */
	finish(id: string, courses: readonly unknown[]): { days: readonly DayRecord[]; courses: readonly Course[] } | null {
		this.#check(id);
		const days = this.#days;
		this.begin('');
		const read = courses.map(readCourse);
		// A name of which nothing is left would hide the one that is known here.
		const named = read.filter((course) => course !== null && course.label !== '') as readonly Course[];
		return read.includes(null) ? null : { days, courses: named };
	}

	#check(id: string): void {
		if (id !== this.#id) throw new Error('unknown restoration');
	}
}
