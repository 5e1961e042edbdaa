/**
 * Prints how long the report of an audit of 300 pages and 30,000 files takes to open, its longest frame while its tables are paged and
 * scrolled, and how long each file to hand over takes; ends with 1 where one is over its limit. `-- --browser chromium` for one.
 */
import { parseArgs } from 'node:util';
import { AUDIT_IDS, sampleAudits } from '@/scripts/screenshots/audits';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile } from '@/utils/core/schema/audit/audit-load';

const PAGE_COUNT = 300;
const FILES_A_PAGE = 100;
/** Pages that are handed to the browser at once. */
const BATCH = 20;
/** A browser that opens a view for the first time compiles it: not counted. */
const RUNS = 4;
const OPEN_LIMIT_MS = 2_000;
const FRAME_LIMIT_MS = 100;
const EXPORT_LIMIT_MS = 5_000;
const FORMS = ['html', 'csv', 'markdown', 'json'] as const;
const REPORT = `dashboard.html#audits/${AUDIT_IDS[0]}`;

/** A hundred files of many sizes, a third of them images in an older format. */
function filesOf(page: AuditPage): readonly AuditFile[] {
	const [model] = page.first?.files ?? [];
	if (!model) throw new Error('The sample has no files.');
	return Array.from({ length: FILES_A_PAGE }, (_, index): AuditFile => {
		const bytes = 2_000_000 / (index + 1);
		const isImage = index % 3 === 0;
		return {
			...model,
			path: `/pluginfile.php/${page.number}/mod_page/content/file-${index}.${isImage ? 'jpg' : 'webp'}`,
			kind: 'image',
			mimeType: isImage ? 'image/jpeg' : 'image/webp',
			traffic: { ...model.traffic, measuredBytes: Math.round(bytes) },
			wholeBytes: Math.round(bytes),
			caching: 'long',
		};
	});
}

async function fill(driver: Driver): Promise<void> {
	const { audits, auditPages } = sampleAudits(Date.now());
	const [model] = auditPages;
	if (!model?.first) throw new Error('The sample has no pages.');
	const { first } = model;
	const all = Array.from({ length: PAGE_COUNT }, (_, index): AuditPage => {
		const page = { ...model, number: index + 1, code: `p${index}`, title: `Page ${index + 1}` };
		return { ...page, first: { ...first, files: filesOf(page) }, again: null };
	});
	const counts = { pageCount: PAGE_COUNT, fileCount: PAGE_COUNT * FILES_A_PAGE };
	await seed(driver, { audits: audits.slice(0, 1).map((audit) => ({ ...audit, ...counts })) });
	for (let at = 0; at < all.length; at += BATCH) await seed(driver, { auditPages: all.slice(at, at + BATCH) });
}

/** Runs in the page: milliseconds from its start until the report is there. */
async function timeReport(): Promise<number> {
	while (!document.querySelector('.audit-pages')) await new Promise((resolve) => setTimeout(resolve));
	return performance.now();
}

/** Runs in the page: the longest time from one frame to the next while it scrolls from end to end and pages its table. */
async function longestFrame(): Promise<number> {
	const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
	const STEPS = 60;
	let [last, longest] = [await frame(), 0];
	for (let step = 0; step <= STEPS; step++) {
		scrollTo(0, (document.documentElement.scrollHeight * step) / STEPS);
		const isPaged = step % 10 === 5;
		if (isPaged) document.querySelector<HTMLElement>('.audit-pages .steps button:last-of-type')?.click();
		const now = await frame();
		longest = Math.max(longest, now - last);
		last = now;
	}
	return longest;
}

/** Runs in the page: milliseconds that a file takes to be made. */
function timeExport(form: string): number {
	const button = document.querySelector<HTMLElement>(`[data-form=${form}]`);
	if (!button) throw new Error(`No button makes a file of the form ${form}.`);
	const from = performance.now();
	button.click();
	return performance.now() - from;
}

async function measure(driver: Driver, page: Tab): Promise<readonly (readonly [string, number, number])[]> {
	let openMs = 0;
	for (let run = 0; run < RUNS; run++) {
		await page.goto('about:blank');
		await page.goto(driver.extensionUrl + REPORT);
		const ms = await page.evaluate(timeReport);
		if (run > 0) openMs = Math.max(openMs, ms);
	}
	const rows: [string, number, number][] = [
		['report opens', openMs, OPEN_LIMIT_MS],
		['longest frame', await page.evaluate(longestFrame), FRAME_LIMIT_MS],
	];
	for (const form of FORMS) rows.push([`export ${form}`, await page.evaluate(timeExport, form), EXPORT_LIMIT_MS]);
	return rows;
}

/** Prints the table of one browser; true when everything is within its limit. */
async function compare(browser: Driver['browser']): Promise<boolean> {
	const driver = await openWithExtension(browser);
	try {
		await fill(driver);
		const page = await driver.openExtensionPage('dashboard.html');
		await page.bringToFront();
		const rows = await measure(driver, page);
		console.log(`\n${browser}: ${PAGE_COUNT} pages with ${PAGE_COUNT * FILES_A_PAGE} files`);
		console.log('       ms    limit');
		for (const [name, ms, limit] of rows) {
			console.log(`${ms.toFixed(0).padStart(9)}${String(limit).padStart(9)}  ${name}${ms > limit ? '  MISSED' : ''}`);
		}
		return rows.every(([, ms, limit]) => ms <= limit);
	} finally {
		await driver.close();
	}
}

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browsers = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
let isWithin = browsers.length > 0;
for (const browser of browsers) isWithin = (await compare(browser)) && isWithin;
if (!isWithin) process.exit(1);
