import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportWeek, openDashboard } from '@/scripts/start/dashboard';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { faultsOf } from '@/tests/core/export/validate-statement';
import { COURSES, LESSON, QUIZ } from '@/tests/core/export/week';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { serveHtml } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { readStored } from '@/tests/e2e/rig/stored';
import { COLUMNS, jsonFigures } from '@/utils/core/export/columns';
import { exportFigures } from '@/utils/core/export/export-figures';
import type { Form } from '@/utils/core/export/week-file';
import type { Scope } from '@/utils/core/schema/names';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const [MONDAY = '', TUESDAY = ''] = daysOfWeek(WEEK);
const DAYS = [
	{ ...LESSON, day: MONDAY },
	{ ...QUIZ, day: MONDAY },
	{ ...LESSON, day: TUESDAY, courseKey: '8' },
];

inBothBrowsers('exporting a week', (browser) => {
	let driver: Driver;
	let dashboard: Page;
	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-files-'));

	beforeAll(async () => {
		driver = await openWithExtension(browser, { downloadDir });
		dashboard = await openDashboard(driver);
		await seed(driver, { days: DAYS, courses: COURSES });
	});

	afterAll(async () => {
		await driver?.close();
		rmSync(downloadDir, { recursive: true, force: true });
	});

	/** Clicks, and reads the file that came to lie on the disk. */
	async function download(scope: Scope, form: Form): Promise<{ readonly name: string; readonly text: string }> {
		const path = await exportWeek(dashboard, WEEK, { downloadDir, folder: downloadDir, scope, form });
		const text = readFileSync(path, 'utf8');
		rmSync(path);
		return { name: basename(path), text };
	}

	it('saves a CSV of its name, with the rows of the store', async () => {
		const { name, text } = await download('personal', 'csv');
		expect(name).toBe(`sobrio-${WEEK}.csv`);
		const [header = [], ...rows] = parseCsv(text.slice(1), ';');
		const cell = (row: readonly string[], column: string) => row[header.indexOf(column)];
		const { days } = await readStored(driver);
		expect(rows.map((row) => ['day', 'course_key', 'activity'].map((column) => cell(row, column)))).toEqual(
			days
				.map(({ day, courseKey, activity }) => [day, courseKey, activity])
				.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
		);
		expect(rows.map((row) => cell(row, 'received_MB'))).toEqual(['0', '4,500001', '4,500001']);
	});

	it('saves a JSON that fits the schema which the extension publishes, figure by figure', async () => {
		const published = join(extensionDir(browser), 'schemas/sobrio-week-1.schema.json');
		const schema = JSON.parse(readFileSync(published, 'utf8'));
		const { name, text } = await download('personal', 'json');
		expect(name).toBe(`sobrio-${WEEK}.json`);
		const file = JSON.parse(text);
		const validate = new Ajv2020({ strict: false }).compile(schema);
		expect(validate(file) || validate.errors).toBe(true);
		const { days } = await readStored(driver);
		for (const total of days) {
			const row = file.rows.find(
				(each: { day: string; course_key: string; activity: string }) =>
					each.day === total.day && each.course_key === total.courseKey && each.activity === total.activity,
			);
			expect(row).toMatchObject(jsonFigures(COLUMNS, exportFigures([total], DEFAULT_PROFILE)));
		}
	});

	it('saves valid xAPI statements, the same each time', async () => {
		const { name, text } = await download('shareable', 'xapi');
		expect(name).toMatch(new RegExp(`^sobrio-${WEEK}-[a-z0-9]{12}\\.xapi\\.json$`));
		const statements: { readonly timestamp: string; readonly result: { readonly duration: string } }[] =
			JSON.parse(text);
		expect(statements.map(({ timestamp, result }) => [timestamp.slice(0, 10), result.duration])).toEqual([
			[MONDAY, 'PT120.00S'], // 90 + 30
			[TUESDAY, 'PT90.00S'],
		]);
		expect(statements.flatMap(faultsOf)).toEqual([]);
		expect((await download('shareable', 'xapi')).text).toBe(text);
	});

	it('saves a report that stands alone: no script, nothing loaded, the figures and the names of the store', async () => {
		const { name, text } = await download('personal', 'report');
		expect(name).toBe(`sobrio-${WEEK}.html`);
		expect(text).not.toMatch(/<script|<link|<img|<iframe|src=|url\((?!["']?data:)|@import|javascript:|\son\w+=/i);
		const server = await serveHtml(text);
		const page = await driver.newPage(`http://127.0.0.1:${server.port}/`);
		const read = await page.evaluate(() => ({
			text: (document.body.textContent ?? '').replace(/\s/g, ' '),
			columns: getComputedStyle(document.querySelector('.figure-cards') as Element).display,
		}));
		await page.close();
		await server.close();
		expect(read.text).toContain('9 Mo'); // 4.5 + 4.5
		expect(read.text).toContain('=Prévention; "module 3"');
		expect(read.columns).toBe('grid');
	});

	it.each(['csv', 'csv-software', 'json', 'xapi', 'report'] as const)(
		'to share as %s, names no host, course or key',
		async (form) => {
			const { text } = await download('shareable', form);
			expect(text.length).toBeGreaterThan(400);
			expect(text).not.toMatch(/moodle|Prévention|"7"|>7</);
		},
	);
});
