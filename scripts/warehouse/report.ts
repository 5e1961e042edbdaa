import { readTexts } from '@/scripts/setup/texts';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { createFormat, type Format } from '@/utils/core/units/format';
import { assistantFigures } from './assistant-figures';
import type { Query, ResultRow } from './database';
import { type Bar, columnChart, escaped, filled, htmlPage, rowChart, table } from './html';
import { type Language, WORDS, type Words } from './words';

const BYTES_A_MB = 1_000_000;
const MINUTES_AN_HOUR = 60;
/** Courses that are drawn; the table has all. */
const MAX_DRAWN = 15;

/** The results of all queries. */
export type Results = Readonly<Record<Query, readonly ResultRow[]>>;

/** What the parts of a report write with. */
interface Pen {
	readonly words: Words;
	readonly format: Format;
	readonly span: (week: string) => string;
	/** Name of an activity by its id. */
	readonly activityOf: (id: string) => string;
}

/** The report as one page of HTML without script. `day` is the local day. */
export async function reportPage(results: Results, language: Language, day: string): Promise<string> {
	const texts = await readTexts(language);
	const words = WORDS[language];
	const pen: Pen = {
		words,
		format: createFormat(language),
		span: weekSpanFormat(language),
		activityOf: (id) => texts[`activity_${id}`] ?? id,
	};
	const { weeks } = results;
	const last = weeks.at(-1);
	const [first, final] = [weeks[0]?.week ?? '', last?.week ?? ''];
	const period = first === final ? final : `${first} – ${final}`;
	const head = `<h1>${escaped(words.title)}</h1>\n<p class="soft">${filled(words.subtitle, period, dateOf(day, language))}</p>`;
	const parts = last
		? [
				head,
				figures(last, pen),
				weekPart(weeks, pen),
				...weekParts(results, final, pen),
				coursePart(results.courses, pen),
			]
		: [head, `<p>${escaped(words.none)}</p>`];
	return htmlPage(language, words.title, [...parts, aboutPart(pen)].join('\n'));
}

/** A day in full, `30 novembre 2026`. */
function dateOf(day: string, language: Language): string {
	return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const mb = (row: ResultRow, name: string) => Number(row[name] ?? 0);
const bytes = (row: ResultRow, { format }: Pen, name = 'mb') => format.bytes(mb(row, name) * BYTES_A_MB);
const learners = (row: ResultRow, { format }: Pen) => format.count(Number(row.learners));

function hours(row: ResultRow, { words, format }: Pen, name = 'active_minutes'): string {
	return words.hours.replace('$1', format.count(Number(row[name] ?? 0) / MINUTES_AN_HOUR));
}

function mass(row: ResultRow, { format }: Pen): string {
	return format.grams({
		low: Number(row.grams_low),
		central: Number(row.grams_central),
		high: Number(row.grams_high),
	});
}

function part(title: string, ...content: readonly string[]): string {
	return `<section><h2>${escaped(title)}</h2>\n${content.join('\n')}</section>`;
}

function barsOf(rows: readonly ResultRow[], pen: Pen, labelOf: (row: ResultRow) => string): readonly Bar[] {
	return rows.map((row) => ({ label: labelOf(row), amount: mb(row, 'mb'), text: bytes(row, pen) }));
}

function figures(last: ResultRow, pen: Pen): string {
	const { words, format, span } = pen;
	const share = mb(last, 'mb') > 0 ? mb(last, 'mb_measured') / mb(last, 'mb') : null;
	const each = format.bytes((mb(last, 'mb') * BYTES_A_MB) / Number(last.learners));
	const card = (name: string, value: string, ...notes: readonly string[]) =>
		`<div><dt>${escaped(name)}</dt><dd>${escaped(value)}${notes.map((note) => `<small>${note}</small>`).join('')}</dd></div>`;
	const cards = [
		card(words.learners, learners(last, pen)),
		card(
			words.data,
			bytes(last, pen),
			...(share === null ? [] : [filled(words.measured, format.share(Math.min(1, share)))]),
			filled(words.each, each),
		),
		card(words.courseTime, hours(last, pen)),
		card(words.co2, mass(last, pen)),
		...assistantFigures(last, words, format).map(({ name, value, notes }) => card(name, value, ...notes.map(escaped))),
	];
	return part(words.lastWeek.replace('$1', span(last.week ?? '')), `<dl>${cards.join('')}</dl>`);
}

function weekPart(weeks: readonly ResultRow[], pen: Pen): string {
	const { words } = pen;
	const heads = [words.week, words.learners, words.data, words.courseTime, words.co2];
	const rows = weeks.map((row) => [
		row.week ?? '',
		learners(row, pen),
		bytes(row, pen),
		hours(row, pen),
		mass(row, pen),
	]);
	return part(
		words.weeks,
		columnChart(barsOf(weeks, pen, ({ week }) => (week ?? '').replace(/^\d+-/, ''))),
		table(words.weeks, heads, rows),
	);
}

/** Activities and spread of one week. */
function weekParts({ activities, spread }: Results, week: string, pen: Pen): readonly string[] {
	const { words, format, activityOf } = pen;
	const ofWeek = activities.filter((row) => row.week === week);
	const nameOf = ({ activity }: ResultRow) => activityOf(activity ?? '');
	const activityRows = ofWeek.map((row) => [
		nameOf(row),
		learners(row, pen),
		bytes(row, pen),
		hours(row, pen),
		mass(row, pen),
	]);
	const bands = spread.filter((row) => row.week === week);
	const bandOf = (row: ResultRow) => {
		const from = format.bytes(Number(row.from_mb) * BYTES_A_MB);
		const above = BANDS[BANDS.indexOf(Number(row.from_mb)) + 1];
		return above === undefined
			? words.spreadLast.replace('$1', from)
			: words.spreadBand.replace('$1', from).replace('$2', format.bytes(above * BYTES_A_MB));
	};
	const bars = bands.map((row) => ({ label: bandOf(row), amount: Number(row.learners), text: learners(row, pen) }));
	return [
		part(
			words.activities,
			rowChart(barsOf(ofWeek, pen, nameOf)),
			table(words.activities, [words.activity, words.learners, words.data, words.courseTime, words.co2], activityRows),
		),
		part(
			words.spread,
			rowChart(bars),
			table(
				words.spread,
				[words.data, words.learners],
				bands.map((row) => [bandOf(row), learners(row, pen)]),
			),
		),
	];
}

/** From so many MB a week: the bands of `docs/warehouse/spread.sql`. */
const BANDS = [0, 100, 300, 1_000, 3_000, 10_000];

function coursePart(courses: readonly ResultRow[], pen: Pen): string {
	const { words } = pen;
	if (courses.length === 0) return part(words.courses, `<p>${escaped(words.noCourses)}</p>`);
	const nameOf = (row: ResultRow) => row.course_name ?? row.course_code ?? '';
	const rows = courses.map((row) => [
		nameOf(row),
		learners(row, pen),
		bytes(row, pen),
		hours(row, pen),
		mass(row, pen),
	]);
	return part(
		words.courses,
		rowChart(barsOf(courses.slice(0, MAX_DRAWN), pen, nameOf)),
		table(words.courses, [words.course, words.learners, words.data, words.courseTime, words.co2], rows),
	);
}

function aboutPart({ words }: Pen): string {
	return part(words.aboutTitle, `<ul>${words.about.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`);
}
