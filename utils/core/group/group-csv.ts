import { COLUMNS } from '@/utils/core/export/columns';
import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import { csvCell, csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import type { SharedWeek } from './shared-week';

/** The rows of several learners as one CSV with the columns of a shareable export, by learner, day, course and activity. */
export function groupCsv(weeks: readonly SharedWeek[], dialect: CsvDialect): string {
	const rows = weeks.flatMap(({ source, exportedOn, rows }) => rows.map((row) => ({ ...row, source, exportedOn })));
	const keyOf = ({ source, day, courseCode, activity }: (typeof rows)[number]) =>
		`${source} ${day} ${courseCode} ${activity}`;
	const cells = rows
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
		.map(({ source, exportedOn, day, courseCode, activity, figures }): readonly Cell[] => [
			source,
			exportedOn,
			day,
			courseCode,
			activity,
			...COLUMNS.map(({ name, unit }) => csvCell(unit, figures[name] ?? null)),
		]);
	return writeCsv([[...SHARED_PLACES, ...COLUMNS.map(csvName)], ...cells], dialect);
}
