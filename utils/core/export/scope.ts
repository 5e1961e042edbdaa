import type { Scope } from '@/utils/core/schema/names';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { courseId } from '@/utils/core/stats/grouping';

/** Random codes of this install, the same in every export until everything is erased. Only this install can compute them. */
export interface Codes {
	/** Stands for the learner. */
	readonly source: string;
	/** Code of a course by `courseId`. */
	readonly courses: ReadonlyMap<string, string>;
}

/** A course in a shareable export. */
export interface CodedCourse {
	readonly course_code: string;
}

/** A course in a personal export. */
export interface NamedCourse {
	readonly host: string;
	readonly platform: string;
	/** '' outside a course. */
	readonly course_key: string;
	/** The last known name; null when none was seen. */
	readonly course: string | null;
}

/** A function that names the course of a day total, as far as the scope allows. */
export function courseNamer(
	scope: Scope,
	courses: readonly Course[],
	codes: Codes,
): (total: DayTotal) => CodedCourse | NamedCourse {
	const known = new Map(courses.map((course) => [courseId(course), course]));
	return (total) => {
		const id = courseId(total);
		if (scope === 'shareable') return { course_code: codes.courses.get(id) ?? '' };
		const course = known.get(id);
		const { host, courseKey, platform } = total;
		return {
			host,
			platform: course?.platform ?? platform,
			course_key: courseKey,
			course: course?.label || null,
		};
	};
}
