import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { guessProfile, type Hints } from '@/utils/core/carbon/guess';
import { type Form, offeredForm, weekFileName } from '@/utils/core/export/week-file';
import type { Scope } from '@/utils/core/schema/names';
import type { History, Reply } from '@/utils/core/schema/page-messages';
import { summariseWeek, type WeekSummary } from '@/utils/core/stats/week';
import { dayOf, daysOfWeek, weekOf } from '@/utils/core/units/day';

/** Opens the real dashboard and waits for the week's figures. */
export async function openDashboard(driver: Driver): Promise<Tab> {
	const page = await driver.openExtensionPage('dashboard.html');
	await page.waitFor(() => document.querySelector('.figure-cards, .notice'));
	return page;
}

/** This week from what the extension stored, asked and summed up as the dashboard does. */
export async function readWeek(dashboard: Page): Promise<WeekSummary> {
	const week = weekOf(dayOf(new Date()));
	const days = daysOfWeek(week);
	const reply = await dashboard.evaluate(askHistory, days[0] as string, days[6] as string);
	if (!reply.ok) throw new Error(`history/get: ${reply.error}`);
	const { profile } = guessProfile(await dashboard.evaluate(readHints), COUNTRIES);
	return summariseWeek(week, reply.value.days, reply.value.courses, profile);
}

/** Where a week is exported to, and in which form: the user's own CSV by default. */
export interface ExportPreference {
	/** The browser's folder of downloads. */
	readonly downloadDir: string;
	/** Where the file is copied to. */
	readonly folder: string;
	readonly scope?: Scope;
	readonly form?: Form;
}

/** Goes to the dashboard's export, downloads the week and comes back; copies the file to a folder and gives its path there. */
export async function exportWeek(dashboard: Page, week: string, preference: ExportPreference): Promise<string> {
	const { downloadDir, folder, scope = 'personal' } = preference;
	const form = offeredForm(scope, preference.form ?? 'csv');
	// The code of the install, in the name of a file to share, is not known here.
	const [start = '', end = ''] = weekFileName({ week, scope, codes: { source: '*', courses: new Map() } }, form).split(
		'*',
	);
	await dashboard.evaluate((hash) => location.assign(hash), `#semaine/${week}`);
	// Chromium clicks in no tab that is behind another.
	await dashboard.bringToFront();
	await dashboard.click(`.heading a.button.main[href="#export/${week}"]`);
	await dashboard.waitFor(() => document.querySelector('#export-form'));
	for (const [id, value] of [
		['export-scope', scope],
		['export-form', form],
	] as const) {
		await dashboard.evaluate(choose, id, value);
	}
	const name = await until(async () => {
		const offered = await dashboard.evaluate(() => document.querySelector('a[download]')?.getAttribute('download'));
		return offered?.startsWith(start) && offered.endsWith(end) ? offered : null;
	}, `the offer of ${start}${end}`);
	await dashboard.click('a.button.main[download]');
	// Both browsers write to another name and rename when the file is whole; Firefox keeps the name with an empty file until then.
	const file = join(downloadDir, name);
	await until(() => existsSync(file) && statSync(file).size > 0, `the download of ${name}`);
	await dashboard.evaluate(() => history.back());
	copyFileSync(file, join(folder, name));
	return join(folder, name);
}

/** Runs in the dashboard: chooses a value as a person does. */
function choose(id: string, value: string): void {
	const select = document.getElementById(id) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Runs in the dashboard. */
function askHistory(firstDay: string, lastDay: string): Promise<Reply<History>> {
	const { runtime } = (globalThis as unknown as { chrome: ExtensionPage }).chrome;
	return runtime.sendMessage({ type: 'history/get', request: { firstDay, lastDay } }) as Promise<Reply<History>>;
}

/** Runs in the dashboard: what a fresh profile's equipment is guessed from. */
function readHints(): Hints {
	const { i18n } = (globalThis as unknown as { chrome: ExtensionPage }).chrome;
	const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
	const { userAgent, maxTouchPoints } = navigator;
	return { locale: i18n.getUILanguage(), timeZone, userAgent, maxTouchPoints };
}

interface ExtensionPage {
	runtime: { sendMessage(message: object): Promise<unknown> };
	i18n: { getUILanguage(): string };
}
