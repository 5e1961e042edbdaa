import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleAssistants } from '@/scripts/screenshots/history';
import { eachState } from '@/scripts/screenshots/states';
import { exportWeek } from '@/scripts/start/dashboard';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithHistory, seed } from '@/tests/e2e/rig/seed';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
/** A page among the objects of a PDF. */
const PDF_PAGE = /\/Type\s*\/Page(?!s)/g;

inBothBrowsers('on paper', (browser) => {
	let driver: Driver;

	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-paper-'));

	beforeAll(async () => {
		driver = await openWithHistory(browser, WEEK, { downloadDir });
		await seed(driver, { days: sampleAssistants(daysOfWeek(WEEK)[2] ?? '') });
	});

	afterAll(async () => {
		await driver?.close();
		rmSync(downloadDir, { recursive: true, force: true });
	});

	it('a week with courses and assistants is one sheet of A4, in both languages, from a light screen and from a dark one', async () => {
		const sheets: unknown[] = [];
		const shot = { name: 'week', path: `dashboard.html#semaine/${WEEK}`, ready: '#assistants-title' };
		await eachState(driver, [shot], async (page, { language, theme }) => {
			sheets.push([language, theme, textOf(await page.print()).match(PDF_PAGE)?.length]);
		});
		expect(sheets).toEqual([
			['fr', 'light', 1],
			['fr', 'dark', 1],
			['en', 'light', 1],
			['en', 'dark', 1],
		]);
	});

	it('the report that was saved is one sheet too, with its chart and the table of it', async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html');
		const file = await exportWeek(dashboard, WEEK, { downloadDir, folder: downloadDir, form: 'report' });
		const report = await driver.newPage(pathToFileURL(file).href);
		const countAll = () => [
			document.querySelectorAll('svg .part').length,
			document.querySelectorAll('details tbody tr').length,
		];
		const [partCount, rowCount] = await report.evaluate(countAll);
		expect(partCount).toBeGreaterThan(0);
		expect(rowCount).toBe(7);
		expect(textOf(await report.print()).match(PDF_PAGE)).toHaveLength(1);
	});
});

/** The objects of a PDF as text: plain in Chromium's, in compressed streams in Firefox's. */
function textOf(pdf: Uint8Array): string {
	const file = Buffer.from(pdf);
	const text = file.toString('latin1');
	const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: word }) => file.subarray(index + word.length));
	return text + streams.map(inflated).join('\n');
}

/** What a stream holds; nothing where it is not compressed, as those of pictures. */
function inflated(stream: Uint8Array): string {
	try {
		return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
	} catch {
		return '';
	}
}
