import { COLUMNS } from '@/utils/core/export/columns';
import { SOFTWARE, writeCsv } from '@/utils/core/export/csv';
import { csvCell, csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { ACTIVITIES } from '@/utils/core/schema/names';
import { daysOfWeek, shiftDay } from '@/utils/core/units/day';

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const BASE = 36;
const codeOf = (index: number, start: string, length: number) =>
	start + index.toString(BASE).padStart(length - start.length, '0');

/** Code of a learner, by number. */
export const learnerCode = (index: number) => codeOf(index, 'l', 12);
/** Code of a course that all learners have in common, by number. */
export const courseCode = (index: number) => codeOf(index, 'c', 10);

const COURSE_COUNT = 400;
const ROWS_A_WEEK = 7;
/** Most at once: a gigabyte, three hours, and so on. */
const LARGEST = {
	count: 40,
	byte: 1_000_000_000,
	ms: 10_800_000,
	share: 1,
	gram: 60,
	token: 9_000,
	wattHour: 9,
	smallGram: 4,
	millilitre: 40,
};

const WHOLE: readonly string[] = ['count', 'byte', 'ms', 'token'];

/** One cell of a row that no two learners have alike. */
type Random = () => number;

function figuresOf(random: Random): Readonly<Record<string, number | null>> {
	const figures = Object.fromEntries(
		COLUMNS.map(({ name, unit }) => {
			const amount = LARGEST[unit] * random() ** 3;
			return [name, WHOLE.includes(unit) ? Math.round(amount) : amount];
		}),
	);
	const received = figures.received ?? 0;
	const low = figures.co2e_g_low ?? 0;
	// Some figures are unknown, and a range has an order.
	return {
		...figures,
		received_low: Math.round(received * (figures.measured_share ?? 0)),
		received_high: random() < 0.2 ? null : Math.round(received * (1 + random())),
		measured_share: received === 0 ? null : (figures.measured_share ?? null),
		sent: random() < 0.5 ? null : (figures.sent ?? null),
		co2e_g_central: low * (1 + random()),
		co2e_g_high: low * (2 + random()),
		// An assistant of which some answers could not be read.
		...(random() < 0.3 && { ai_tokens_high: null, ai_wh_high: null, ai_co2e_g_high: null, ai_water_ml_high: null }),
	};
}

/** The week of a learner as the CSV that Sobrio writes: seven rows of figures that belong to this learner and week alone. */
export function learnerCsv(index: number, week: string, seed = 1): string {
	const random = seeded(seed * 1_000_003 + index * 7_919 + Number(week.replace(/\D/g, '')));
	const days = daysOfWeek(week);
	const rows = Array.from({ length: ROWS_A_WEEK }, (_, row) => {
		const figures = figuresOf(random);
		const course = Math.floor(COURSE_COUNT * random() ** 2);
		return [
			learnerCode(index),
			shiftDay(days[6] ?? '', 1),
			days[row] ?? '',
			courseCode(course),
			ACTIVITIES[Math.floor(ACTIVITIES.length * random())] ?? 'other',
			...COLUMNS.map(({ name, unit }) => csvCell(unit, figures[name] ?? null)),
		];
	});
	return writeCsv([[...SHARED_PLACES, ...COLUMNS.map(csvName)], ...rows], SOFTWARE);
}
