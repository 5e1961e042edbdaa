import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { COUNTRIES } from '@/utils/carbon/grid';
import { guessProfile, type Hints } from '@/utils/carbon/guess';
import { weekFileName } from '@/utils/export/week-csv';
import type { History, Reply } from '@/utils/messaging/protocol';
import { summariseWeek, type WeekSummary } from '@/utils/stats/week';
import { dayOf, daysOfWeek, weekOf } from '@/utils/units/day';

/** Opens the real dashboard and waits for the week's figures. */
export async function openDashboard(driver: Driver): Promise<Page> {
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

/** Goes to the dashboard's export, downloads the week and comes back; copies the file to a folder and gives its path there. */
export async function exportWeek(dashboard: Page, week: string, downloadDir: string, folder: string): Promise<string> {
	const name = weekFileName(week);
	await dashboard.click('.heading a.button.main');
	await dashboard.click('a.button.main[download]');
	// Both browsers write to another name and rename when the file is whole; Firefox keeps the name with an empty file until then.
	const file = join(downloadDir, name);
	await until(() => existsSync(file) && statSync(file).size > 0, `the download of ${name}`);
	await dashboard.evaluate(() => history.back());
	copyFileSync(file, join(folder, name));
	return join(folder, name);
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
