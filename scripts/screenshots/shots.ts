import type { Tab } from '@/tests/e2e/drivers/driver';
import { shiftWeek } from '@/utils/core/units/day';
import { AUDIT_REPORTS } from './audit-shots.ts';
import type { Shot } from './shot.ts';

const click = (selector: string) => (page: Tab) => page.click(selector);

/** Chooses a value as a person does, then waits for what it brings. */
const choose = (id: string, value: string, ready: string) => async (page: Tab) => {
	await page.evaluate(
		(name, chosen) => {
			const select = document.getElementById(name) as HTMLSelectElement;
			select.value = chosen;
			select.dispatchEvent(new Event('change', { bubbles: true }));
		},
		id,
		value,
	);
	await page.waitFor(`document.querySelector(${JSON.stringify(ready)})`);
};

/** What a new user sees. */
export const FIRST_USE: readonly Shot[] = [
	{ name: 'welcome', path: 'welcome.html', ready: '.levels' },
	{
		name: 'welcome-open',
		path: 'welcome.html',
		ready: '.levels',
		prepare: async (page) => {
			for (const fold of ['about', 'levels', 'equipment']) await page.click(`.${fold} summary`);
		},
	},
	{ name: 'dashboard-first-use', path: 'dashboard.html', ready: '.notice' },
	{ name: 'dashboard-audits-none', path: 'dashboard.html#audits', ready: '.notice h2' },
	{ name: 'dashboard-sites-none', path: 'dashboard.html#sites', ready: '.site-form' },
];

/** The dashboard with some weeks in it, up to `week`; `badFile` is a file that is no backup, `groupFiles` what a group shared. */
export function dashboardShots(week: string, groupFiles: readonly string[], badFile: string): readonly Shot[] {
	return [
		...periodShots(week),
		{ name: 'dashboard-export', path: 'dashboard.html#export', ready: '.preview' },
		{
			name: 'dashboard-export-report',
			path: 'dashboard.html#export',
			ready: '.preview',
			prepare: choose('export-form', 'report', '.report'),
		},
		{ name: 'dashboard-group-empty', path: 'dashboard.html#groupe', ready: '#group-files' },
		{
			name: 'dashboard-group',
			path: 'dashboard.html#groupe',
			ready: '#group-files',
			prepare: async (page) => {
				await page.chooseFiles('#group-files', groupFiles);
				await page.waitFor(() => document.querySelector('.figure-cards'));
			},
		},
		...AUDIT_REPORTS,
		{ name: 'dashboard-sites', path: 'dashboard.html#sites', ready: '.sites li' },
		{ name: 'dashboard-method', path: 'dashboard.html#methode', ready: '.method table' },
		{ name: 'dashboard-data', path: 'dashboard.html#donnees', ready: '.backup' },
		{
			name: 'dashboard-data-refused',
			path: 'dashboard.html#donnees',
			ready: '.backup',
			prepare: async (page) => {
				await page.chooseFiles('.backup input', [badFile]);
				await page.waitFor(() => document.querySelector('.backup [role=status]')?.textContent);
			},
		},
		{
			name: 'dashboard-data-erase',
			path: 'dashboard.html#donnees',
			ready: 'button.danger',
			prepare: click('button.danger'),
		},
		{ name: 'dashboard-help', path: 'dashboard.html#aide', ready: '.help' },
		{ name: 'dashboard-settings', path: 'dashboard.html#reglages', ready: '.lrs' },
		{
			name: 'dashboard-settings-goal',
			path: 'dashboard.html#reglages',
			ready: '.lrs',
			prepare: choose('goal-kind', 'video', '#goal-amount'),
		},
	];
}

/** Weeks and months, with and without figures. */
function periodShots(week: string): readonly Shot[] {
	const emptyWeek = shiftWeek(week, -60);
	return [
		{ name: 'dashboard-week', path: 'dashboard.html', ready: '.courses', isPrinted: true },
		{
			name: 'dashboard-week-table',
			path: 'dashboard.html',
			ready: '.day-chart summary',
			prepare: click('.day-chart summary'),
		},
		{
			name: 'dashboard-week-time',
			path: `dashboard.html#semaine/${week}/temps`,
			ready: '.day-chart [data-kind=playing]',
		},
		{ name: 'dashboard-week-co2', path: `dashboard.html#semaine/${week}/co2e`, ready: '.day-chart [data-kind=high]' },
		{ name: 'dashboard-week-empty', path: `dashboard.html#semaine/${emptyWeek}`, ready: '.notice' },
		{ name: 'dashboard-month', path: 'dashboard.html#mois', ready: '.courses' },
		{
			name: 'dashboard-month-empty',
			path: `dashboard.html#mois/${Number(emptyWeek.slice(0, 4)) - 1}-01`,
			ready: '.notice',
		},
	];
}

const PREPARED: ReadonlyMap<string, (page: Tab) => Promise<void>> = new Map([
	['popup-sober', click('.sober summary')],
	[
		'popup-sober-on',
		async (page) => {
			if (await page.evaluate(() => document.querySelector('.sober[data-on=false]') !== null))
				await page.click('.sober > .switch input');
			await page.waitFor(() => document.querySelector('.sober[data-on=true]'));
		},
	],
]);

/** The popup over a tab, opened as a page. */
export function popupShot(name: string, tabId: number, ready: string): Shot {
	const prepare = PREPARED.get(name);
	return { name, path: `popup.html?tab=${tabId}`, ready, ...(prepare && { prepare }) };
}

/** The panel beside a tab, opened as a page. */
export function panelShot(name: string, tabId: number, ready: string): Shot {
	return { name, path: `sidepanel.html?tab=${tabId}`, ready };
}
