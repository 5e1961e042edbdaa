import { DuckDBInstance } from '@duckdb/node-api';
import { ROW_NAMES } from '@/scripts/warehouse/compact';
import { quoted } from '@/scripts/warehouse/database';
import { COLUMNS } from '@/utils/core/export/columns';
import { csvName } from '@/utils/core/export/csv-column';
import { ACTIVITIES } from '@/utils/core/schema/names';
import type { FigureUnit } from '@/utils/core/schema/week-file';

/** The Monday of the last week. */
const LAST_MONDAY = '2026-11-23';
const COURSE_COUNT = 400;
const STEPS = 1_000_000;

/** A figure of each unit, from a number `u` of 0 to 1 whose cube it follows: many small ones, few large ones. */
const FIGURE: Readonly<Record<FigureUnit, string>> = {
	count: 'CAST(40 * u AS BIGINT)',
	byte: 'CAST(1000 * u AS DECIMAL(18, 6))',
	ms: 'CAST(180 * u AS DECIMAL(18, 3))',
	share: 'CAST(u AS DECIMAL(5, 4))',
	gram: 'CAST(60 * u AS DECIMAL(20, 3))',
	token: 'CAST(9000 * u AS BIGINT)',
	wattHour: 'CAST(9 * u AS DECIMAL(18, 6))',
	smallGram: 'CAST(4 * u AS DECIMAL(18, 6))',
	millilitre: 'CAST(40 * u AS DECIMAL(18, 6))',
};

/** A number of 0 to 1 that belongs to a learner, week, day and figure alone. */
const uniform = (salt: number) => `((hash(learner, week_number, weekday, ${salt}) % ${STEPS}) / ${STEPS}.0)`;

/**
 * Writes a `rows.csv` of so many learners and weeks, seven rows of each, made by DuckDB itself: in JavaScript, a year of 100,000 learners
 * would take ten minutes.
 */
export async function generateRows(path: string, learnerCount: number, weekCount: number): Promise<void> {
	const activities = ACTIVITIES.map((activity) => `'${activity}'`).join(', ');
	const places = [
		`strftime(monday, '%G-W%V')`,
		`strftime(monday + 7, '%Y-%m-%d') || ' 000000001 000000001'`,
		`'l' || lpad(CAST(learner AS VARCHAR), 11, '0')`,
		`monday + 7`,
		`monday + CAST(weekday AS INTEGER)`,
		`'c' || lpad(CAST(CAST(${COURSE_COUNT - 1} * pow(${uniform(1)}, 2) AS INTEGER) AS VARCHAR), 9, '0')`,
		`[${activities}][1 + CAST(floor(${ACTIVITIES.length} * ${uniform(2)}) AS INTEGER)]`,
	];
	const figures = COLUMNS.map((column, index) => {
		const figure = FIGURE[column.unit].replace('u', `pow(${uniform(index + 3)}, 3)`);
		return csvName(column) === 'received_high_MB' ? `CASE WHEN ${uniform(99)} > 0.2 THEN ${figure} END` : figure;
	});
	const names = ROW_NAMES.map((name, index) => `${[...places, ...figures][index]} AS ${name}`);
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run('SET preserve_insertion_order = false');
	await connection.run(`COPY (
		SELECT ${names.join(',\n')}
		FROM (
			SELECT learner, week_number, weekday, DATE '${LAST_MONDAY}' - CAST(7 * week_number AS INTEGER) AS monday
			FROM range(${learnerCount}) AS learners(learner), range(${weekCount}) AS weeks(week_number), range(7) AS days(weekday)
		)
	) TO ${quoted(path)} (HEADER)`);
	connection.closeSync();
	instance.closeSync();
}
