import { PROJECT_SITE } from '@/utils/core/project';
import type { DayTotal } from '@/utils/core/schema/visit';
import { courseId } from '@/utils/core/stats/grouping';
import { daysOfWeek } from '@/utils/core/units/day';
import { sumTotals } from '@/utils/core/visit/totals';
import { jsonFigures, MEASURED_COLUMNS } from './columns';
import { courseNamer } from './scope';
import type { WeekExport } from './week-rows';

/** Prefix of all our IRIs: the actors' home, `course/` for objects, `ext/` for extensions. `docs/exports.md` explains each. */
export const XAPI_BASE = `${PROJECT_SITE}xapi/`;

const SECOND_MS = 1000;

/** The input of the statements, with ids that make sending them twice harmless. */
export interface XapiExport extends Omit<WeekExport, 'profile'> {
	/** The UUID of a day of a course, by {@link statementKey}. */
	readonly ids: ReadonlyMap<string, string>;
	/** Only days before this one are exported: their figures are final. */
	readonly today: string;
}

/** Key of a statement: the same text, and so the same UUID, in every export and format. */
export function statementKey(total: Pick<DayTotal, 'day' | 'host' | 'courseKey'>): string {
	return `${total.day} ${courseId(total)}`;
}

/** The fields of an xAPI statement that we write. */
export interface Statement {
	readonly id: string;
	readonly actor: object;
	readonly verb: object;
	readonly object: object;
	readonly result: object;
	readonly context: object;
	readonly timestamp: string;
}

/**
 * One statement per finished day and course of the week. They are valid under xAPI 1.0.3 and 2.0, so they name no version;
 * the sender's header does. They hold measurements only: a statement must not change afterwards, and grams change with the
 * factors and the equipment. Throws a RangeError for an invalid week.
 */
export function weekStatements(source: XapiExport): readonly Statement[] {
	const { week, days, courses, scope, codes, ids, today } = source;
	const weekDays = daysOfWeek(week);
	const nameOf = courseNamer(scope, courses, codes);
	const over = days.filter(({ day }) => day < today && weekDays.includes(day));
	const groups = [...Map.groupBy(over, statementKey)].sort(([a], [b]) => (a < b ? -1 : 1));
	return groups.flatMap(([key, totals]) => {
		const [first] = totals;
		const id = ids.get(key);
		if (!first || id === undefined) return [];
		const sum = sumTotals(totals);
		return [
			{
				id,
				actor: { objectType: 'Agent', account: { homePage: XAPI_BASE, name: codes.source } },
				verb: {
					id: 'http://adlnet.gov/expapi/verbs/experienced',
					display: { en: 'experienced', fr: 'a suivi' },
				},
				object: courseObject(nameOf(first)),
				result: {
					duration: `PT${(sum.activeMs / SECOND_MS).toFixed(2)}S`,
					extensions: underBase(jsonFigures(MEASURED_COLUMNS, sum)),
				},
				context: {
					extensions: underBase({ week, day: first.day, activities: totals.map(({ activity }) => activity) }),
				},
				// Noon UTC of the day: a day total has no hour.
				timestamp: `${first.day}T12:00:00.000Z`,
			},
		];
	});
}

function courseObject(course: ReturnType<ReturnType<typeof courseNamer>>): object {
	const type = 'http://adlnet.gov/expapi/activities/course';
	if ('course_code' in course) return { id: `${XAPI_BASE}course/${course.course_code}`, definition: { type } };
	const { host, platform, course_key, course: name } = course;
	return {
		id: `${XAPI_BASE}course/${host}/${encodeURIComponent(course_key)}`,
		definition: {
			type,
			...(name !== null && { name: { und: name } }),
			extensions: underBase({ host, platform }),
		},
	};
}

/** Fields as xAPI extensions: each key becomes one of our IRIs. */
function underBase(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${XAPI_BASE}ext/${key}`, value]));
}
