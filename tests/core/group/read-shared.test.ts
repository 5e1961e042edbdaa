import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { backupStart } from '@/utils/core/export/backup';
import { type CsvDialect, FRENCH, SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { weekJson } from '@/utils/core/export/week-json';
import { weekStatements } from '@/utils/core/export/xapi';
import { Collection } from '@/utils/core/group/collection';
import { groupCsv } from '@/utils/core/group/group-csv';
import type { SharedWeek } from '@/utils/core/group/shared-week';
import type { DayTotal } from '@/utils/core/schema/visit';
import { readShared, sharedCsv, sharedJson, theWeek } from './shared';

const CAMILLE = 'camille00000';
const DAYS = [LESSON, QUIZ];

const merge = (weeks: readonly SharedWeek[], dialect: CsvDialect) => [...groupCsv(weeks, dialect)].join('');

describe('the export of one learner', () => {
	it.each([
		['JSON', sharedJson(CAMILLE, DAYS)],
		['CSV for a program', sharedCsv(CAMILLE, DAYS, SOFTWARE)],
		['CSV for a French spreadsheet', sharedCsv(CAMILLE, DAYS, FRENCH)],
		['CSV that a program rewrote with quotes', sharedCsv(CAMILLE, DAYS).replace(/[^,\r\n\uFEFF]+/g, '"$&"')],
	])('is read from %s with every figure', (_, text) => {
		const { source, week, rows } = theWeek(text);
		expect([source, week]).toEqual([CAMILLE, '2026-W48']);
		expect(rows.map(({ day, courseCode, activity }) => [day, courseCode, activity])).toEqual([
			['2026-11-24', 'zzzzzzzzzz', 'quiz'],
			['2026-11-24', 'zzzzzzzzzz', 'video'],
		]);
		expect(rows[1]?.figures).toMatchObject({ visits: 2, received: 4_500_001, video: 75_000, hidden_video: 15_000 });
		// Unknown is null: the quiz received nothing to measure, and its sent bytes were not counted.
		expect(rows[0]?.figures).toMatchObject({ received: 0, measured_share: null, sent: null });
	});

	it('is equal to the CSV of a group of one, byte for byte', () => {
		for (const dialect of [SOFTWARE, FRENCH]) {
			const text = sharedCsv(CAMILLE, DAYS, dialect);
			expect(merge([theWeek(text)], dialect)).toBe(text);
			expect(merge([theWeek(sharedJson(CAMILLE, DAYS))], dialect)).toBe(text);
		}
	});

	it('is read from exports of two days that were joined into one CSV', () => {
		const [header = '', ...rows] = sharedCsv(CAMILLE, DAYS).split('\r\n');
		const earlier = sharedCsv(CAMILLE, [QUIZ], SOFTWARE, '2026-11-28').split('\r\n').slice(1);
		const shared = readShared([header, ...earlier, ...rows].join('\r\n'));
		expect(shared.ok && shared.weeks.map(({ exportedOn, rows }) => [exportedOn, rows.length])).toEqual([
			['2026-11-28', 1],
			['2026-11-30', 2],
		]);
	});

	it('is separated again by learner from a merged CSV', () => {
		const merged = merge(
			['camille00000', 'dominique000'].map((source) => theWeek(sharedJson(source, DAYS))),
			FRENCH,
		);
		const shared = readShared(merged);
		expect(shared.ok && shared.weeks.map(({ source, rows }) => [source, rows.length])).toEqual([
			['camille00000', 2],
			['dominique000', 2],
		]);
	});
});

describe('a refused file', () => {
	const json = sharedJson(CAMILLE, DAYS);
	const csv = sharedCsv(CAMILLE, DAYS);
	const statements = JSON.stringify(
		weekStatements({
			...week48(DAYS, 'shareable'),
			ids: new Map([['2026-11-24 moodle.example 7', '00000000-0000-5000-8000-000000000000']]),
			today: '2026-12-01',
		}),
	);

	it.each<[string, string, string]>([
		['nothing', '', 'not-an-export'],
		['another CSV', 'jour;données\r\nlundi;3', 'not-an-export'],
		['another JSON', '{"week":"2026-W48"}', 'not-an-export'],
		['another JSON list', '[1, 2]', 'not-an-export'],
		['a picture', '\u0089PNG\r\n\u001a\n\ufffd', 'not-an-export'],
		['statements', statements, 'xapi'],
		['a personal JSON', weekJson(week48(DAYS, 'personal'), { version: '0.1.0', day: '2026-11-30' }), 'personal'],
		['a personal CSV', weekCsv(week48(DAYS, 'personal'), SOFTWARE, '2026-11-30'), 'personal'],
		['a backup', `${backupStart({ settings: {}, courses: [] })}]}`, 'personal'],
		['a JSON of a later version', json.replace('"version": 1', '"version": 2'), 'newer'],
		['a CSV of a later version', csv.replace('visits', 'visits,heart_beats'), 'newer'],
		['a JSON without rows', sharedJson(CAMILLE, []), 'empty'],
		['a CSV without rows', sharedCsv(CAMILLE, []), 'empty'],
		['a JSON that is cut off', json.slice(0, -40), 'damaged'],
		['a CSV that is cut off within a row', csv.slice(0, -30), 'damaged'],
		[
			'a JSON without one of its rows',
			JSON.stringify({ ...JSON.parse(json), rows: [JSON.parse(json).rows[1]] }),
			'damaged',
		],
		['a row of another week', json.replaceAll('"day": "2026-11-24"', '"day": "2026-11-16"'), 'damaged'],
		['a day that is none', csv.replaceAll('2026-11-24', '24/13/2026'), 'dates'],
		['an invalid week', json.replace('"week": "2026-W48"', '"week": "2026-W60"'), 'damaged'],
		['a row twice', csv + csv.split('\r\n')[1], 'damaged'],
		['a negative figure', json.replaceAll('"active_ms": 90000', '"active_ms": -90000'), 'damaged'],
		['an impossibly large figure', json.replaceAll('"active_ms": 90000', '"active_ms": 1e300'), 'damaged'],
		['a text in place of a figure', json.replaceAll('"active_ms": 90000', '"active_ms": "90000"'), 'damaged'],
		['a share above 1', json.replaceAll(/"measured_share": [\d.]+/g, '"measured_share": 1.5'), 'damaged'],
		['invalid kinds', json.replace('"measured_bytes": 500000', '"measured_bytes": null'), 'damaged'],
		['a formula in place of a code', csv.replaceAll('zzzzzzzzzz', "'=1+1()abc"), 'damaged'],
		['markup in place of a learner', json.replace(CAMILLE, '<b>Camille</b>'), 'damaged'],
		['an unknown activity', csv.replace(',quiz,', ',nap,'), 'damaged'],
		['extremely deep nesting', `${json.slice(0, 200)}${'['.repeat(200_000)}`, 'damaged'],
	])('has an error code: %s', (_, text, error) => {
		expect(readShared(text)).toEqual({ ok: false, error });
	});

	it('never makes the reader throw', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.nat(json.length), fc.boolean(), (noise, at, isJson) => {
				const text = isJson ? json : csv;
				expect(readShared(text.slice(0, at) + noise + text.slice(at + noise.length)).ok).toBeTypeOf('boolean');
			}),
		);
	});

	it('adds no undocumented fields', () => {
		const hostile = json.replace('"day"', '"__proto__": {"polluted": 1}, "name": "Camille Martin", "day"');
		const week = theWeek(hostile);
		expect(JSON.stringify(week)).not.toMatch(/Martin|polluted/);
	});
});

describe('one week of one learner', () => {
	const of = (text: string) => theWeek(text);
	const persistAll = (weeks: readonly SharedWeek[]) => {
		const collection = new Collection();
		for (const week of weeks) collection.add(week);
		const found = collection.weeks().flatMap(([week]) => collection.of(week));
		expect([collection.size, collection.rowCount]).toEqual([found.length, found.flatMap(({ rows }) => rows).length]);
		return found;
	};
	/** As versions before `exported_on` wrote it. */
	const withoutDay = (days: readonly DayTotal[]) =>
		sharedCsv(CAMILLE, days)
			.replaceAll(/2026-11-30,/g, '')
			.replace('exported_on,', '');
	const onWednesday = of(sharedJson(CAMILLE, [QUIZ], '2026-11-25'));
	const onMonday = of(sharedJson(CAMILLE, DAYS, '2026-11-30'));

	it.each([
		['the same file twice', [onMonday, onMonday], onMonday],
		['the later export, opened last', [onWednesday, onMonday], onMonday],
		['the later export, opened first', [onMonday, onWednesday], onMonday],
		['the later one, a CSV', [of(sharedCsv(CAMILLE, [QUIZ], SOFTWARE, '2026-11-29')), onMonday], onMonday],
		['the one with more visits, where an old CSV has no export day', [of(withoutDay([QUIZ])), onMonday], onMonday],
		['the JSON, with the same visits', [of(withoutDay(DAYS)), onMonday], onMonday],
	])('counts once: %s', (_, weeks, expected) => {
		expect(persistAll(weeks)).toEqual([expected]);
	});

	it('counts apart from another learner and from another week', () => {
		const other = of(sharedJson('dominique000', DAYS));
		expect(persistAll([onMonday, other, { ...onMonday, week: '2026-W47' }]).length).toBe(3);
	});
});
