import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { expectLocal, ONLY_AT_INSTALL, readStored } from '@/tests/e2e/rig/stored';

inBothBrowsers('the welcome page, in English', (browser) => {
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		driver = await openWithExtension(browser, { lang: 'en' });
		page = await driver.openExtensionPage('welcome.html');
	});

	afterAll(async () => {
		await driver?.close();
	});

	const text = (selector: string) =>
		page.evaluate((wanted) => document.querySelector(wanted)?.textContent?.replace(/\s+/g, ' ') ?? '', selector);
	const choose = (field: string, value: string) =>
		page.evaluate(
			(selector, chosen) => {
				const select = document.querySelector<HTMLSelectElement>(selector);
				if (!select) throw new Error(`No ${selector} here.`);
				select.value = chosen;
				select.dispatchEvent(new Event('change', { bubbles: true }));
			},
			field,
			value,
		);

	it('shows a sample lesson with a tip, and the popup’s parts answer to what is set', async () => {
		await page.waitFor(
			() => document.querySelector('.popup .page .figure') && document.querySelector('.popup .tip h3'),
		);
		expect(await text('.popup .mark')).toBe('Sample figures, not measured');
		expect(await text('.popup .page .figure')).toBe('502 MB');
		expect(await text('.popup .tip h3')).toContain('1080p');
		await page.click('.popup .tip button.main');
		await until(async () => (await text('.popup .page .figure')) === '118 MB', 'the lighter video');
		await until(
			async () => (await text('.popup .tip')).includes('the video now plays at 480p'),
			'the outcome of the tip',
		);
		expect(await text('body')).not.toMatch(/__MSG_|\$\d|undefined|NaN|\bnull\b/);
	});

	it('keeps nothing of the sample', async () => {
		const { visits, days, courses, local } = await readStored(driver);
		expect([visits, days, courses, local]).toEqual([[], [], [], ONLY_AT_INSTALL]);
	});

	it('uses the language chosen on it, on every page and after a reload', async () => {
		await page.goto(`${driver.extensionUrl}welcome.html`);
		await page.waitFor(() => document.querySelector('#language'));
		await choose('#language', 'fr');
		await page.waitFor(() => document.querySelector('h1')?.textContent === 'Bienvenue dans Sobrio');
		for (const [path, words] of [
			['welcome.html', 'Garder l’icône en vue'],
			['popup.html', 'Semaine'],
			['dashboard.html#reglages', 'Votre équipement'],
		]) {
			await page.goto(driver.extensionUrl + path);
			await page.waitFor(
				`document.body.textContent.includes(${JSON.stringify(words)}) && document.documentElement.lang === 'fr'`,
			);
			expect(await text('body')).not.toMatch(/__MSG_|\$\d|undefined|NaN|\bnull\b/);
		}
		await expectLocal(driver, (local) =>
			expect(local).toEqual({ ...ONLY_AT_INSTALL, language: { version: 1, value: 'fr' } }),
		);
	});

	it('goes back to the browser’s, in the settings', async () => {
		await choose('#language', 'browser');
		await page.waitFor(() => document.querySelector('h1')?.textContent === 'Settings');
		await expectLocal(driver, (local) => expect(local).toEqual(ONLY_AT_INSTALL));
	});
});
