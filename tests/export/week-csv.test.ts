import { describe, expect, it } from 'vitest';
import { estimateUse } from '@/utils/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/carbon/profile';
import { FRENCH, SOFTWARE } from '@/utils/export/csv';
import { weekCsv, weekFileName } from '@/utils/export/week-csv';
import type { Course, DayTotal } from '@/utils/measure/visit';
import { parseCsv } from './parse-csv';

const lesson: DayTotal = {
	day: '2026-11-24',
	host: 'moodle.example',
	platform: 'moodle',
	courseKey: '7',
	activity: 'video',
	visitCount: 2,
	activeMs: 90_000,
	traffic: {
		received: {
			video: { measuredBytes: 3_000_001, estimatedBytes: 1_000_000, unknownCount: 1, requestCount: 5 },
			image: { measuredBytes: 500_000, estimatedBytes: 0, unknownCount: 2, requestCount: 9 },
		},
		sentBytes: 1_200,
		sparedBytes: 250_000,
	},
	media: { videoMs: 75_000, audioMs: 6_000, hiddenMs: 15_000, oversizedMs: 30_000, videoMsByHeight: { '480': 75_000 } },
};
const quiz: DayTotal = {
	...lesson,
	activity: 'quiz',
	visitCount: 1,
	activeMs: 30_000,
	traffic: { received: {}, sentBytes: 800, sparedBytes: 0 },
	media: { videoMs: 0, audioMs: 0, hiddenMs: 0, oversizedMs: 0, videoMsByHeight: {} },
};
const nothing: DayTotal = { ...quiz, day: '2026-11-23', courseKey: '8', traffic: { ...quiz.traffic, sentBytes: 0 } };
const courses: readonly Course[] = [
	{
		host: 'moodle.example',
		courseKey: '7',
		platform: 'moodle',
		label: '=Prévention; "module 3"',
		lastDay: '2026-11-24',
	},
];

function cells(days: readonly DayTotal[], dialect = SOFTWARE): Record<string, string>[] {
	const file = weekCsv('2026-W48', days, courses, DEFAULT_PROFILE, dialect);
	expect(file[0]).toBe('\uFEFF');
	const [header = [], ...rows] = parseCsv(file.slice(1), dialect.separator);
	for (const row of rows) expect(row).toHaveLength(header.length);
	return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? 'absent'])));
}

const received = 3_000_001 + 1_000_000 + 500_000;
const { co2eGrams } = estimateUse(
	{ receivedBytes: received, sentBytes: 1_200 + 800, activeMs: 90_000 + 30_000 },
	DEFAULT_PROFILE,
);

describe('the CSV of a week', () => {
	it('has a row per day and course, activities merged, with units in the header', () => {
		expect(cells([lesson, quiz])).toEqual([
			{
				day: '2026-11-24',
				host: 'moodle.example',
				platform: 'moodle',
				course_key: '7',
				course: `'=Prévention; "module 3"`,
				visits: String(2 + 1),
				received_MB: '4.500001',
				measured_share: ((3_000_001 + 500_000) / received).toFixed(4),
				unknown_requests: String(1 + 2),
				sent_MB: '0.002',
				spared_by_cache_MB: '0.25',
				active_min: '2',
				video_min: '1.25',
				hidden_video_min: '0.25',
				oversized_video_min: '0.5',
				audio_min: '0.1',
				co2e_g_low: String(Number(co2eGrams.low.toFixed(3))),
				co2e_g_central: String(Number(co2eGrams.central.toFixed(3))),
				co2e_g_high: String(Number(co2eGrams.high.toFixed(3))),
			},
		]);
	});

	it('leaves empty what is unknown: the name of a course, the measured share of nothing', () => {
		expect(cells([nothing])[0]).toMatchObject({ course: '', measured_share: '', received_MB: '0', visits: '1' });
	});

	it('goes by day, then by course, and leaves other weeks out', () => {
		const rows = cells([lesson, { ...lesson, day: '2026-11-30' }, { ...lesson, host: 'a.example' }, nothing]);
		expect(rows.map((row) => [row.day, row.host])).toEqual([
			['2026-11-23', 'moodle.example'],
			['2026-11-24', 'a.example'],
			['2026-11-24', 'moodle.example'],
		]);
	});

	it('has semicolons and decimal commas in French', () => {
		expect(cells([lesson], FRENCH)[0]).toMatchObject({ received_MB: '4,500001', video_min: '1,25' });
	});

	it('without visits is its header alone', () => {
		expect(cells([])).toEqual([]);
	});

	it('is saved under the name of its week', () => {
		expect(weekFileName('2026-W48')).toBe('sobrio-2026-W48.csv');
	});
});
