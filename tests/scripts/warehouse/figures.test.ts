import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compact } from '@/scripts/warehouse/compact';
import { isMemory, openWarehouse, QUERIES } from '@/scripts/warehouse/database';
import { type Results, reportPage } from '@/scripts/warehouse/report';
import { asRow, asRows, groupOf, writeSample } from '@/tests/bench/warehouse/sample';
import { groupWeek } from '@/utils/core/group/group-week';
import { TODAY, warehouseOf } from './rig';

const WEEKS = ['2026-W46', '2026-W47'];
const LEARNER_COUNT = 300;

const folder = mkdtempSync(join(tmpdir(), 'sobrio-warehouse-'));
const read = (path: string) => readFileSync(path, 'utf8');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the warehouse of a group', () => {
	let results: Results;
	const groups = new Map<string, ReturnType<typeof groupOf>>();
	beforeAll(async () => {
		for (const week of WEEKS) {
			writeSample(join(folder, 'inbox', week), LEARNER_COUNT, week);
			groups.set(week, groupOf(join(folder, 'inbox', week), read, week));
		}
		const warehouse = await warehouseOf(join(folder, 'inbox'));
		const rows = await Promise.all(QUERIES.map(async (query) => [query, await warehouse.read(query)] as const));
		results = Object.fromEntries(rows) as unknown as Results;
		warehouse.close();
	});

	const group = (week: string) => groups.get(week) ?? groupWeek([]);

	it('has the figures of the group’s page to the last digit, by week', () => {
		expect(results.weeks.map(({ week }) => week)).toEqual(WEEKS);
		for (const [index, week] of WEEKS.entries()) {
			const { learnerCount, total } = group(week);
			expect(learnerCount).toBe(LEARNER_COUNT);
			expect(results.weeks[index]).toMatchObject(asRow(learnerCount, total));
			expect(Number(results.weeks[index]?.mb_low)).toBe(total.lowBytes / 1e6);
			const share = Number(results.weeks[index]?.mb_measured) / Number(results.weeks[index]?.mb);
			expect(share).toBeCloseTo(total.measuredShare ?? 0, 12);
		}
	});

	it('has them by activity', () => {
		for (const week of WEEKS) {
			const rows = results.activities.filter((row) => row.week === week);
			const expected = asRows(group(week).activities, 'activity');
			expect(rows.map(({ activity }) => activity)).toEqual(expected.map(({ activity }) => activity));
			expect(rows).toMatchObject(expected);
		}
	});

	it('lists the heaviest courses of all weeks, none about fewer than ten learners', () => {
		const sums = new Map<string, { learners: Set<string>; mb: number }>();
		for (const week of WEEKS)
			for (const { key, receivedBytes } of group(week).courses)
				sums.set(key, { learners: new Set(), mb: (sums.get(key)?.mb ?? 0) + receivedBytes / 1e6 });
		expect(results.courses.length).toBe(50);
		for (const { course_code, mb, learners } of results.courses) {
			expect(mb).toBe(sums.get(course_code ?? '')?.mb.toFixed(6));
			expect(Number(learners)).toBeGreaterThanOrEqual(10);
		}
		const amounts = results.courses.map(({ mb }) => Number(mb));
		expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
	});

	it('spreads the learners of a week over bands of data', () => {
		const amounts = group('2026-W47').learners.map(({ receivedBytes }) => receivedBytes / 1e6);
		const inBand = (from: number, to: number) => amounts.filter((mb) => mb >= from && mb < to).length;
		const bands = results.spread.filter(({ week }) => week === '2026-W47');
		expect(bands.length).toBeGreaterThan(1);
		const ends = new Map([
			['0', 100],
			['100', 300],
			['300', 1000],
			['1000', 3000],
			['3000', 10_000],
		]);
		for (const { from_mb, learners } of bands)
			expect(Number(learners)).toBe(inBand(Number(from_mb), ends.get(from_mb ?? '') ?? Number.POSITIVE_INFINITY));
	});

	it.each(['fr', 'en'] as const)('is reported on one page without script (%s)', async (language) => {
		const page = await reportPage(results, language, TODAY);
		expect(page).toContain(`<html lang="${language}">`);
		expect(page.match(/<svg/g)?.length).toBe(4);
		expect(page).not.toMatch(/<script|https?:|undefined|NaN|\$\d|null/);
		expect(page).toContain(language === 'fr' ? 'Données reçues par semaine' : 'Data received, by week');
	});
});

describe('the memory of the warehouse', () => {
	it('has the limit that is asked for: within it the results are the same, below what the work needs it fails', async () => {
		const rowsPath = join(folder, 'limited.csv');
		compact(join(folder, 'inbox'), rowsPath, TODAY);
		const [free, limited] = await Promise.all([
			openWarehouse(),
			openWarehouse(join(folder, 'limited.duckdb'), '200MB'),
		]);
		for (const warehouse of [free, limited]) await warehouse.ingest(rowsPath);
		for (const query of QUERIES) expect(await limited.read(query)).toEqual(await free.read(query));
		for (const warehouse of [free, limited]) warehouse.close();
		await expect(openWarehouse(':memory:', '40KB').then((small) => small.ingest(rowsPath))).rejects.toThrow();
	});

	it.each([
		['4GB', true],
		['512 MiB', true],
		['1.5gb', true],
		['4', false],
		['a lot', false],
		["1GB'; DROP TABLE x; --", false],
	])('%s is an amount: %s', (text, isAmount) => {
		expect(isMemory(text)).toBe(isAmount);
	});
});

describe('a row about fewer than ten learners', () => {
	it('is in no result, and the report says so', async () => {
		writeSample(join(folder, 'nine'), 9, '2026-W47');
		const warehouse = await warehouseOf(join(folder, 'nine'));
		const rows = await Promise.all(QUERIES.map((query) => warehouse.read(query)));
		warehouse.close();
		expect(rows).toEqual([[], [], [], []]);
		const page = await reportPage({ weeks: [], activities: [], courses: [], spread: [] }, 'fr', TODAY);
		expect(page).toContain('Aucune semaine n’a au moins 10 apprenants');
	});
});
