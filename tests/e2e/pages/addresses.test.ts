import { afterAll, beforeAll, it } from 'vitest';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithHistory } from '@/tests/e2e/rig/seed';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const TODAY = dayOf(new Date());
const WEEK = shiftWeek(weekOf(TODAY), -2);
/** Each view of the dashboard: its address, and an element that only it has. */
const VIEWS = [
	[`#semaine/${WEEK}`, 'main:has(.carbon) .plot [data-kind=video]'],
	[`#semaine/${WEEK}/co2e`, 'main:has(.carbon) .plot [data-kind=high]'],
	[`#mois/${daysOfWeek(WEEK)[3]?.slice(0, 7)}`, '.weeks'],
	[`#export/${WEEK}`, '.preview'],
	['#groupe', '#group-files'],
	['#sites', '.site-form'],
	['#methode', '.method'],
	['#donnees', '.backup'],
	['#reglages', '.lrs'],
] as const;

inBothBrowsers('the addresses of the dashboard', (browser) => {
	let driver: Driver;
	let page: Tab;

	beforeAll(async () => {
		driver = await openWithHistory(browser);
		page = await driver.openExtensionPage('dashboard.html');
	});

	afterAll(() => driver?.close());

	/** Waits for a view, and for no other beside it. */
	async function shows(hash: string, own: string): Promise<void> {
		const others = VIEWS.map(([, selector]) => selector).filter((selector) => selector !== own);
		await page.waitFor(
			`document.querySelector('${own}') && !document.querySelector('${others.join()}') && location.hash === '${hash}' &&
			document.querySelector('nav [aria-current=page]')?.getAttribute('href') === '${hash}'`,
		);
	}

	it.each(VIEWS)('%s opens as a bookmark, and is the same after a reload', async (hash, own) => {
		await page.goto('about:blank');
		await page.goto(`${driver.extensionUrl}dashboard.html${hash}`);
		await shows(hash, own);
		// Once the question is answered: a document that goes away answers none.
		await page.evaluate(() => {
			Object.assign(globalThis, { isBefore: true });
			setTimeout(() => location.reload());
		});
		await page.waitFor(() => !('isBefore' in globalThis));
		await shows(hash, own);
	});

	it('back and forward go through all of them', async () => {
		await page.goto('about:blank');
		await page.goto(`${driver.extensionUrl}dashboard.html${VIEWS[0][0]}`);
		for (const [hash, own] of VIEWS.slice(1)) {
			await page.evaluate((to) => location.assign(to), hash);
			await shows(hash, own);
		}
		for (const [hash, own] of VIEWS.slice(0, -1).reverse()) {
			await page.evaluate(() => history.back());
			await shows(hash, own);
		}
		for (const [hash, own] of VIEWS.slice(1)) {
			await page.evaluate(() => history.forward());
			await shows(hash, own);
		}
	});
});
