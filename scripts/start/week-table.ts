import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import type { Figures } from '@/utils/core/stats/figures';
import type { WeekSummary } from '@/utils/core/stats/week';
import { createFormat } from '@/utils/core/units/format';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { Truth } from './study-course';
import { WORDS } from './words';

const MEGABYTE = 1_000_000;
const MINUTE_MS = 60_000;
const MINUTE_SECONDS = 60;
const UNKNOWN = '–';

/** The week by course as a table of text, with what the course's servers and videos say beside it. */
export function weekTable(week: WeekSummary, truths: readonly Truth[], lang: StartOptions['lang']): string {
	const words = WORDS[lang];
	const format = createFormat(lang);
	const number = (value: number, decimals: number, unit = '') =>
		new Intl.NumberFormat(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value) +
		(unit && `\u00A0${unit}`);

	function row(name: string, figures: Figures, own: readonly Truth[]): string[] {
		const { receivedBytes, measuredShare, unknownCount } = sumTraffic(figures.traffic);
		const trueBytes = own.reduce((sum, truth) => sum + truth.trueBytes, 0);
		const playedSeconds = own.reduce((sum, truth) => sum + truth.playedSeconds, 0);
		const unknown = unknownCount > 0 ? words.unknown(format.count(unknownCount)) : '';
		return [
			name,
			format.count(figures.visitCount),
			number(receivedBytes / MEGABYTE, 2, words.megabytes),
			(measuredShare === null ? UNKNOWN : format.share(measuredShare)) + unknown,
			number(trueBytes / MEGABYTE, 2, words.megabytes),
			trueBytes > 0 ? number(receivedBytes / trueBytes, 3) : UNKNOWN,
			number(figures.media.videoMs / MINUTE_MS, 2, words.minutes),
			number(playedSeconds / MINUTE_SECONDS, 2, words.minutes),
			format.mass(figures.estimate.co2eGrams),
		];
	}

	const courses = week.courses.map((course) =>
		row(
			course.label ?? (course.courseKey || course.host),
			course,
			truths.filter((truth) => truth.courseKey === course.courseKey),
		),
	);
	return align([[...words.heads], ...courses, row(words.total, week.total, truths)]);
}

/** Rows as lines: the first column to the left, figures to the right. */
function align(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
	return rows
		.map((cells) =>
			cells
				.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
				.join('  '),
		)
		.join('\n');
}
