import { describe, expect, it } from 'vitest';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { FRENCH, SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { dialectOf, FORMS, weekFile, weekFileName } from '@/utils/core/export/week-file';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { DayTotal } from '@/utils/core/schema/visit';
import { parseCsv } from './parse-csv';
import { LESSON, QUIZ, week48 } from './week';

const OTHER: DayTotal = { ...QUIZ, day: '2026-11-23', courseKey: '8' };

function cells(
	days: readonly DayTotal[],
	scope: 'personal' | 'shareable' = 'personal',
	dialect = SOFTWARE,
): Record<string, string>[] {
	const file = weekCsv(week48(days, scope), dialect, '2026-11-30');
	expect(file[0]).toBe('\uFEFF');
	const [header = [], ...rows] = parseCsv(file.slice(1), dialect.separator);
	for (const row of rows) expect(row).toHaveLength(header.length);
	return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? 'absent'])));
}

const received = 3_000_001 + 1_000_000 + 500_000;
const { co2eGrams } = estimateUse({ receivedBytes: received, sentBytes: 1_200, activeMs: 90_000 }, DEFAULT_PROFILE);

describe('the CSV of a week', () => {
	it('has a row per day, course and activity, with units in the header', () => {
		expect(cells([QUIZ, LESSON])).toMatchObject([
			{
				day: '2026-11-24',
				host: 'moodle.example',
				platform: 'moodle',
				course_key: '7',
				course: `'=Prévention; "module 3"`,
				activity: 'quiz',
				active_min: '0.5',
			},
			{
				activity: 'video',
				visits: '2',
				received_MB: '4.500001',
				received_low_MB: String((3_000_001 + 900_000 + 500_000) / 1e6),
				received_high_MB: String((3_000_001 + 1_200_000 + 500_000 + 40_000) / 1e6),
				measured_share: ((3_000_001 + 500_000) / received).toFixed(4),
				requests: String(5 + 9),
				unknown_requests: String(1 + 2),
				sent_MB: '0.0012',
				spared_by_cache_MB: '0.25',
				active_min: '1.5',
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

	it('has empty cells for unknown values: course name, measured share of nothing, bytes sent', () => {
		expect(cells([OTHER])[0]).toMatchObject({
			course: '',
			measured_share: '',
			sent_MB: '',
			received_MB: '0',
			visits: '1',
		});
	});

	it('is sorted by day, then by course, and leaves other weeks out', () => {
		const rows = cells([LESSON, { ...LESSON, day: '2026-11-30' }, { ...LESSON, host: 'a.example' }, OTHER]);
		expect(rows.map((row) => [row.day, row.host])).toEqual([
			['2026-11-23', 'moodle.example'],
			['2026-11-24', 'a.example'],
			['2026-11-24', 'moodle.example'],
		]);
	});

	it('to share has codes in place of host, key, name and platform, and does not reveal their order', () => {
		const days = [LESSON, OTHER, { ...LESSON, host: 'a.example' }];
		expect(cells(days, 'shareable').map((row) => [row.source, row.day, row.course_code, row.activity])).toEqual([
			['abcdefghjkmn', '2026-11-23', 'yyyyyyyyyy', 'quiz'],
			['abcdefghjkmn', '2026-11-24', 'xxxxxxxxxx', 'video'],
			['abcdefghjkmn', '2026-11-24', 'zzzzzzzzzz', 'video'],
		]);
		expect(weekCsv(week48(days, 'shareable'), SOFTWARE, '2026-11-30')).not.toMatch(
			/example|moodle|Prévention|course_key|host/,
		);
	});

	it('has semicolons and decimal commas in French, and neither for software', () => {
		expect(cells([LESSON], 'personal', FRENCH)[0]).toMatchObject({ received_MB: '4,500001', video_min: '1,25' });
		expect([dialectOf('fr'), dialectOf('fr-BE'), dialectOf('en-GB')]).toEqual([FRENCH, FRENCH, SOFTWARE]);
	});

	it('without visits has a header only', () => {
		expect(cells([])).toEqual([]);
	});

	it('to share is the same in French and in English: a comma between cells, and the day of the export', () => {
		const of = (language: string, form: 'csv' | 'csv-software') =>
			weekFile(
				{ ...week48([LESSON], 'shareable'), version: '0.1.0', day: '2026-12-02', language, ids: new Map() },
				form,
			);
		expect(of('fr', 'csv')).toEqual(of('en', 'csv-software'));
		expect(of('fr', 'csv').text).toContain('\r\nabcdefghjkmn,2026-12-02,2026-11-24,zzzzzzzzzz,video,2,4.500001,');
	});

	it('is named after its week in every form and, to share, after the learner’s code', () => {
		for (const form of FORMS) {
			expect(weekFileName(week48([], 'personal'), form)).toMatch(/^sobrio-2026-W48\.[a-z.]+$/);
			expect(weekFileName(week48([], 'shareable'), form)).toMatch(/^sobrio-2026-W48-abcdefghjkmn\.[a-z.]+$/);
		}
	});
});
