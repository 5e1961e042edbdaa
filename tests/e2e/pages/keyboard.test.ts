import { expect, it } from 'vitest';
import { AUDIT_IDS } from '@/scripts/screenshots/audits';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { expectLocal, readStored } from '@/tests/e2e/rig/stored';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { dashboardTab } from './dashboard-tab';
import { tabTo, walk } from './walk';

/** A week that is over: on a Monday the current one has only one course. */
const LAST_WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);

inBothBrowsers('by keyboard alone', (browser) => {
	const { driver, open } = dashboardTab(browser);

	it.each([
		['dashboard.html', '.courses'],
		['dashboard.html#mois', '.courses'],
		['dashboard.html#export', '.preview'],
		['dashboard.html#groupe', '#group-files'],
		['dashboard.html#audits', '.sites li'],
		[`dashboard.html#audits/${AUDIT_IDS[0]}/avec-${AUDIT_IDS[1]}`, '.compare table'],
		[`dashboard.html#audits/${AUDIT_IDS[0]}/2`, '.audit-files'],
		['dashboard.html#sites', '.site-form'],
		['dashboard.html#methode', '.method table'],
		['dashboard.html#donnees', '.backup'],
		['dashboard.html#reglages', '.lrs'],
		['welcome.html', '.levels'],
		['popup.html', 'main a, main button, footer a'],
	])('%s: Tab reaches every control and shows its focus', async (path, ready) => {
		const page = await open(path, ready);
		const { missed, unseen, stopCount } = await walk(page);
		expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
		expect(stopCount).toBeGreaterThan(0);
	});

	it('the week is exported in another form, and each week from then on', async () => {
		const page = await open('dashboard.html', '.courses');
		await tabTo(page, 'nav a[href^="#export"]');
		await page.press('Enter');
		await page.waitFor(() => document.querySelector('.preview'));
		await tabTo(page, '#export-form');
		await page.press('ArrowDown');
		await page.waitFor(() => (document.getElementById('export-form') as HTMLSelectElement).value === 'json');
		await tabTo(page, '.weekly .check input');
		await page.press(' ');
		await page.waitFor(() => document.querySelector('#weekly-form'));
		await expectLocal(driver(), (local) => expect(local).toHaveProperty('weekly'));
	});

	it('the day chart shows each day, and its table opens', async () => {
		const page = await open('dashboard.html', '.courses');
		await tabTo(page, '.measures a[href$="/temps"]');
		await page.press('Enter');
		await page.waitFor(() => document.querySelector('.plot [data-kind=playing]'));
		await tabTo(page, '.plot .day');
		await page.waitFor(() => document.querySelector('.tooltip'));
		await tabTo(page, '.day-chart summary');
		await page.press('Enter');
		await page.waitFor(() => document.querySelector('.day-chart details[open] td'));
	});

	it('the courses are sorted by a column', async () => {
		const page = await open(`dashboard.html#semaine/${LAST_WEEK}`, '.courses');
		await tabTo(page, '[aria-labelledby=courses-title] th:first-child button');
		await page.press('Enter');
		await page.waitFor(() => document.querySelector('[aria-labelledby=courses-title] [aria-sort=ascending]'));
		const first = () => document.querySelector('[aria-labelledby=courses-title] tbody th')?.textContent;
		expect(await page.evaluate(first)).toMatch(/^Gestes et postures/);
		await page.press(' ');
		await page.waitFor(() => document.querySelector('[aria-labelledby=courses-title] [aria-sort=descending]'));
		expect(await page.evaluate(first)).toMatch(/^Python for Everybody|^Prévention/);
	});

	it('a goal is set, shown with the week, and removed', async () => {
		const page = await open('dashboard.html#reglages', '.lrs');
		await tabTo(page, '#goal-kind');
		await page.press('ArrowDown');
		await page.waitFor(() => document.querySelector('#goal-amount'));
		await tabTo(page, '#goal-amount');
		await page.press('9');
		await page.press('Tab');
		await page.waitFor(() => document.querySelector('[aria-labelledby=goal-title] button'));
		await expectLocal(driver(), (local) =>
			expect(local).toMatchObject({ goal: { value: { kind: 'data', weeklyAmount: 9 } } }),
		);
		await page.evaluate(() => location.assign('#semaine'));
		await page.waitFor(() => document.querySelector('.heading')?.textContent?.includes('Objectif'));
		await page.waitFor(() => document.querySelector('.plot .goal'));
		await page.evaluate(() => history.back());
		await page.waitFor(() => document.querySelector('.lrs'));
		await tabTo(page, '[aria-labelledby=goal-title] button');
		await page.press('Enter');
		await page.waitFor(() => !document.querySelector('#goal-amount'));
		await expectLocal(driver(), (local) => expect(local).not.toHaveProperty('goal'));
	});

	it('erasing everything asks first, and is cancelled', async () => {
		const page = await open('dashboard.html#donnees', '.backup');
		await tabTo(page, 'button.danger');
		await page.press('Enter');
		await page.waitFor(() => document.querySelectorAll('.panel button').length === 2);
		await tabTo(page, '.panel button:not(.danger)');
		await page.press('Enter');
		await page.waitFor(() => document.querySelectorAll('.panel button').length === 1);
		expect((await readStored(driver())).days.length).toBeGreaterThan(0);
	});
});
