import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { KIND_GROUPS } from '@/components/chart/kind-groups';
import { AUDIT_IDS, sampleAudits } from '@/scripts/screenshots/audits';
import { writeGroupFiles } from '@/scripts/screenshots/group-files';
import { sampleAssistants, sampleHistory } from '@/scripts/screenshots/history';
import { readTexts } from '@/scripts/setup/texts';
import type { Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type Records, seed } from '@/tests/e2e/rig/seed';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { createFormat } from '@/utils/core/units/format';
import { LANGUAGES } from '@/utils/core/units/language';
import { dashboardTab } from './dashboard-tab';
import { cutLegendTexts } from './longest-figures';

/** A window of 1280 px at 200 %, and at 400 %; the popup at its own width, and the panel at its smallest. */
const ZOOMED_PX = [640, 320] as const;
const COLUMN_PX: Readonly<Record<string, readonly number[]>> = {
	'popup.html': [420, 320],
	'sidepanel.html': [320, 280],
};
const HEIGHT_PX = 400;

/** A small window, in which each table of the dashboard still shows all its columns. */
const SMALL_PX = 900;

/** Ids of the titles of tables of which a column begins behind the edge. */
async function cutTables(page: Page): Promise<readonly string[]> {
	await page.setViewport(SMALL_PX, HEIGHT_PX);
	await page.waitFor(`innerWidth === ${SMALL_PX}`);
	return page.evaluate(() => {
		for (const fold of document.querySelectorAll('details')) fold.open = true;
		return [...document.querySelectorAll('.wide')].flatMap((each) =>
			each.scrollWidth > each.clientWidth ? [each.querySelector('table')?.getAttribute('aria-labelledby') ?? '?'] : [],
		);
	});
}

/** As long as a page may name its course. */
const LONG_NAME = 'Prévention'.repeat(12);

/** The sample courses and audits under names without spaces. */
function longNamed(): Records {
	const today = dayOf(new Date());
	const { audits, auditPages } = sampleAudits(Date.now());
	return {
		courses: sampleHistory(weekOf(today), today).courses.map((course) => ({ ...course, label: LONG_NAME })),
		audits: audits.map((audit) => ({ ...audit, name: LONG_NAME })),
		auditPages: auditPages.map((page) => ({ ...page, title: LONG_NAME })),
	};
}

async function expectToFit(page: Page, widthsPx: readonly number[]): Promise<void> {
	for (const widthPx of widthsPx) {
		await page.setViewport(widthPx, HEIGHT_PX);
		// Charts are drawn again after the window has changed.
		await page.waitFor(
			`innerWidth === ${widthPx} && document.documentElement.scrollWidth <= document.documentElement.clientWidth`,
		);
	}
}

inBothBrowsers('enlarged to 200 % and more', (browser) => {
	const tab = dashboardTab(browser);
	beforeAll(() => seed(tab.driver(), { days: sampleAssistants(dayOf(new Date())) }));
	/** Titles of the pages that were opened. */
	const titles: string[] = [];

	it.each([
		['dashboard.html', '.courses'],
		['dashboard.html#mois', '.figure-cards'],
		['dashboard.html#export', '.preview'],
		['dashboard.html#groupe', '#group-files'],
		[`dashboard.html#audits/${AUDIT_IDS[0]}/avec-${AUDIT_IDS[1]}`, '.compare table'],
		['dashboard.html#sites', '.site-form'],
		['dashboard.html#methode', '.method table'],
		['dashboard.html#donnees', '.backup'],
		['dashboard.html#reglages', '.notices'],
		['dashboard.html#aide', '.help'],
		['welcome.html', '.levels'],
		['popup.html', 'footer button'],
		['sidepanel.html', 'footer button'],
	])('%s: nothing overflows the width of the window, and its title is its own', async (path, ready) => {
		const page = await tab.open(path, ready);
		if (path.startsWith('dashboard')) expect(await cutTables(page)).toEqual([]);
		await expectToFit(page, COLUMN_PX[path] ?? ZOOMED_PX);
		const title = await page.evaluate(() => document.title);
		expect(titles).not.toContain(title);
		titles.push(title);
	});

	it.each([
		['dashboard.html#audits', '.sites li'],
		[`dashboard.html#audits/${AUDIT_IDS[0]}/2`, '.audit-files'],
	])('%s: nothing overflows the width of the window', async (path, ready) => {
		const page = await tab.open(path, ready);
		expect(await cutTables(page)).toEqual([]);
		await expectToFit(page, ZOOMED_PX);
	});

	it('the figures of a group: nothing overflows the width of the window', async () => {
		const files = mkdtempSync(join(tmpdir(), 'sobrio-group-'));
		const today = dayOf(new Date());
		const page = await tab.open('dashboard.html#groupe', '#group-files');
		await page.chooseFiles('#group-files', writeGroupFiles(files, shiftWeek(weekOf(today), -1), today));
		await page.waitFor(() => document.querySelector('.figure-cards'));
		expect(await cutTables(page)).toEqual([]);
		await expectToFit(page, ZOOMED_PX);
		rmSync(files, { recursive: true });
	});

	it.each([
		['popup.html', [420, 380, 320]],
		['sidepanel.html', [420, 360, 280, 240]],
	])('%s: no type of content is cut beside its largest figure, in either language', async (path, widthsPx) => {
		const page = await tab.open(path, 'footer button');
		for (const language of LANGUAGES) {
			const texts = await readTexts(language);
			const names = Object.fromEntries(KIND_GROUPS.map((group) => [group, texts[`kind_${group}`] ?? '']));
			const figure = createFormat(language).bytes(888_000_000);
			for (const widthPx of widthsPx) {
				await page.setViewport(widthPx, HEIGHT_PX);
				await page.waitFor(`innerWidth === ${widthPx}`);
				expect(await page.evaluate(cutLegendTexts, names, figure), `${language}, ${widthPx} px`).toEqual([]);
			}
		}
	});

	it('names without spaces widen no view', async () => {
		await seed(tab.driver(), longNamed());
		for (const path of ['', '#audits', `#audits/${AUDIT_IDS[0]}`, `#audits/${AUDIT_IDS[0]}/2`]) {
			const page = await tab.open(`dashboard.html${path}`, 'main .card');
			await page.waitFor(`document.body.textContent.includes('${LONG_NAME}')`);
			await expectToFit(page, ZOOMED_PX);
		}
	});

	it('a button skips the navigation, and the view stays', async () => {
		const page = await tab.open('dashboard.html#sites', '.site-form');
		await page.press('Tab');
		await page.press('Enter');
		await page.waitFor(() => document.activeElement?.matches('main'));
		expect(await page.evaluate(() => location.hash)).toBe('#sites');
	});
});
