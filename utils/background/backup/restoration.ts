import { completeDay, type DayRecord } from '@/utils/core/export/backup';
import { isCourse, isDayOfHistory } from '@/utils/core/schema/check-record';
import type { Course } from '@/utils/core/visit/visit';

/**
 * A backup on its way in: its days wait in memory until all have come and all are sound, and only then is anything
 * stored. Should the background be stopped meanwhile they are gone, and the page hears that the restoration is unknown.
 */
export class Restoration {
	#id: string | null = null;
	#days: DayRecord[] = [];

	/** Starts anew under an id of the page; what another page had begun is dropped. */
	begin(id: string): void {
		this.#id = id;
		this.#days = [];
	}

	/** Takes some days more. Gives the place of the first that is none, null when all are sound. Throws for an unknown id. */
	add(id: string, days: readonly unknown[]): number | null {
		this.#check(id);
		for (const [index, report] of days.entries()) {
			const day = completeDay(report);
			const last = this.#days.at(-1);
			// In order, as they were written: no day comes twice.
			if (!isDayOfHistory(day) || (last && day.day <= last.day)) return index;
			this.#days.push(day);
		}
		return null;
	}

	/** Ends the restoration: what is to be stored, null when a course is none. Throws for an unknown id. */
	finish(id: string, courses: readonly unknown[]): { days: readonly DayRecord[]; courses: readonly Course[] } | null {
		this.#check(id);
		const days = this.#days;
		this.begin('');
		return courses.every(isCourse) ? { days, courses } : null;
	}

	#check(id: string): void {
		if (id !== this.#id) throw new Error('unknown restoration');
	}
}
