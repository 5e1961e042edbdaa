import type { Course } from '@/tests/course/server';
import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { ask, readPages } from '@/tests/e2e/rig/audits';
import { findingsOf } from '@/utils/core/audit/report';
import type { Audit } from '@/utils/core/schema/audit/audit';

/** A page is inspected a second after its visit began, and stored within a second after that; videos take longer to load. */
const KEPT_TIMEOUT_MS = 30_000;

/** Starts an audit of a course of the demo site, from a page of the extension. */
export async function startAudit(dashboard: Page, course: Course, courseKey: string, name: string): Promise<Audit> {
	const { hostname } = new URL(course.courseUrl);
	const audit = await ask(dashboard, 'audit/start', { host: hostname, platform: 'moodle', courseKey, name });
	if (!audit) throw new Error('No audit was started.');
	return audit;
}

export async function stopAudit(dashboard: Page): Promise<void> {
	await ask(dashboard, 'audit/stop', {});
}

/** The rules that find something on a page of an audit; null until the page was inspected, as a first visit where `isFirst`. */
async function rulesOn(
	dashboard: Page,
	audit: Audit,
	title: string,
	isFirst: boolean,
): Promise<readonly string[] | null> {
	const page = (await readPages(dashboard, audit.id)).find((each) => each.title.startsWith(title));
	const load = page && (isFirst ? page.first : (page.first ?? page.again));
	return page && load && !load.isUninspected ? findingsOf(page, audit).map(({ rule }) => rule) : null;
}

/** Opens a page of the course, does what a trainer does there, and waits until the audit finds exactly these rules. */
export async function auditPage(
	{ page, dashboard, audit }: { readonly page: Tab; readonly dashboard: Page; readonly audit: Audit },
	{ url, title }: { readonly url: string; readonly title: string },
	wanted: readonly string[],
	act: (() => Promise<void>) | null,
	isFirst = false,
): Promise<void> {
	await page.bringToFront();
	await page.goto(url);
	await act?.();
	let found: readonly string[] | null = null;
	const isAsWanted = async () => {
		found = await rulesOn(dashboard, audit, title, isFirst);
		return found !== null && [...found].sort().join() === [...wanted].sort().join();
	};
	try {
		await until(isAsWanted, `the findings of ${title}`, KEPT_TIMEOUT_MS);
	} catch (error) {
		const pages = (await readPages(dashboard, audit.id)).filter((each) => each.title.startsWith(title));
		throw new Error(`${title}: ${found}, not ${wanted}: ${JSON.stringify(pages)}`, { cause: error });
	}
}

/** Loads the page of a tab past the cache. */
export async function reloadAsFirstVisit(driver: Driver, dashboard: Page, url: string): Promise<void> {
	const tabId = await driver.evaluateInBackground(async (wanted) => {
		const { chrome } = globalThis as unknown as {
			chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };
		};
		return (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
	}, url);
	if (tabId === undefined) throw new Error(`No tab shows ${url}.`);
	await ask(dashboard, 'audit/reload', { tabId });
}
