/**
 * Prints how long the popup, the panel and each view of the dashboard take to show their first figures with five years of history, over
 * the time with an empty store, in turns, and ends with 1 where that is over the limit. `-- --browser chromium` for one.
 */
import { parseArgs } from 'node:util';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { fillYears } from './years.ts';

const RUNS = 11;
/** A browser that opens a page for the first time compiles it: not counted. */
const WARM_UPS = 2;
const POPUP_LIMIT = 1.2;
const VIEW_LIMIT = 2;
/** A week before any that is filled: nothing was recorded in it. */
const EMPTY_WEEK = shiftWeek(weekOf(dayOf(new Date())), -400);

/** A lesson of the demo course, which the popup is opened over. */
const LESSON = '/mod/page/view.php?id=102';

/** What is opened (`TAB` stands for the lesson's tab), and an element that is there once its figures are, or the words in their place. */
const VIEWS: readonly (readonly [path: string, ready: string, limit: number])[] = [
	['popup.html?tab=TAB', '.page .figure', POPUP_LIMIT],
	['popup.html?tab=TAB', '.strip [data-state]', POPUP_LIMIT],
	['sidepanel.html?tab=TAB', '.page .figure', POPUP_LIMIT],
	['sidepanel.html?tab=TAB', '.strip [data-state]', POPUP_LIMIT],
	['popup.html?tab=TAB', '.week', VIEW_LIMIT],
	['dashboard.html', '.courses, .notice', VIEW_LIMIT],
	[`dashboard.html#semaine/${EMPTY_WEEK}`, '.notice', VIEW_LIMIT],
	['dashboard.html#mois', 'main .figure-cards .figure, main .notice', VIEW_LIMIT],
	['dashboard.html#export', '.preview, .notice', VIEW_LIMIT],
	['dashboard.html#groupe', '#group-files', VIEW_LIMIT],
	['dashboard.html#sites', '.sites li', VIEW_LIMIT],
	['dashboard.html#methode', '.method table', VIEW_LIMIT],
	['dashboard.html#donnees', '.backup', VIEW_LIMIT],
	['dashboard.html#reglages', '.notices', VIEW_LIMIT],
];

/** Sites that are followed in both: one that was visited each day, one that never was. */
const SITES = ['moodle.cfa.example', 'moodle.new.example'].map((host) => ({
	host,
	platform: 'moodle',
	sinceDay: '2021-11-25',
}));

/** What our pages may call; never called here. */
interface Extension {
	readonly runtime: { getURL(path: string): string };
	readonly tabs: {
		query(all: object): Promise<{ id: number; url?: string }[]>;
		create(tab: object): Promise<{ id: number }>;
		remove(id: number): Promise<void>;
	};
	readonly extension: { getViews(of: object): Window[] };
}
declare const chrome: Extension & {
	storage: {
		local: {
			get(key: string): Promise<{ followedSites?: { value: object[] } }>;
			set(items: object): Promise<void>;
		};
	};
};

/** Runs in a page of the extension: opens another in a new tab, and returns the milliseconds from its start until `ready` exists. */
async function timeOpening(path: string, ready: string): Promise<number> {
	const url = chrome.runtime.getURL(path);
	const created = chrome.tabs.create({ url, active: true });
	const pause = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = resolve;
			port2.postMessage(null);
		});
	let view: Window | undefined;
	while (!view?.document.body) {
		await pause();
		view = chrome.extension.getViews({ type: 'tab' }).find(({ location }) => location.href === url);
	}
	const { document, performance: clock } = view;
	await new Promise<void>((resolve) => {
		const look = () => document.querySelector(ready) && resolve();
		new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
		look();
	});
	const ms = performance.timeOrigin + performance.now() - clock.timeOrigin;
	await chrome.tabs.remove((await created).id);
	return ms;
}

/** Runs in the background. */
async function addSites(sites: readonly object[]): Promise<void> {
	const { followedSites } = await chrome.storage.local.get('followedSites');
	const value = [...(followedSites?.value ?? []), ...sites];
	await chrome.storage.local.set({ followedSites: { version: 1, value } });
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** A browser that follows the sites, a page of ours to open others from, and the tab of a lesson. */
interface Started {
	readonly driver: Driver;
	readonly page: Tab;
	readonly tabId: string;
}

async function start(browser: Driver['browser'], course: Course): Promise<Started> {
	const driver = await openWithExtension(browser);
	const lesson = await driver.newPage(course.courseUrl);
	await followCourse(driver, lesson, course);
	await driver.evaluateInBackground(addSites, SITES);
	await driver.stopBackground();
	await driver.evaluateInBackground(() => true);
	await lesson.goto(course.courseUrl + LESSON);
	const tabId = await driver.evaluateInBackground(async (wanted) => {
		const tabs = await chrome.tabs.query({});
		return String(tabs.find(({ url }) => url === wanted)?.id);
	}, course.courseUrl + LESSON);
	return { driver, page: await driver.openExtensionPage('welcome.html'), tabId };
}

/** Prints the table of one browser; true when every view is within its limit. */
async function compare(browser: Driver['browser'], course: Course): Promise<boolean> {
	const empty = await start(browser, course);
	const full = await start(browser, course);
	try {
		const { dayCount, totalCount, visitCount, storedCount } = await fillYears(full.driver);
		console.log(
			`\n${browser}: ${visitCount} visits of ${dayCount} days in ${totalCount} day totals, ${storedCount} of them one by one`,
		);
		console.log('  empty ms    full ms    ratio   limit');
		let isWithin = true;
		for (const [path, ready, limit] of VIEWS) {
			const [emptyTimes, fullTimes]: [number[], number[]] = [[], []];
			for (let run = 0; run < WARM_UPS + RUNS; run++) {
				for (const [times, { page, tabId }] of [
					[emptyTimes, empty],
					[fullTimes, full],
				] as const)
					times.push(await page.evaluate(timeOpening, path.replace('TAB', tabId), ready));
			}
			const [emptyMs, fullMs] = [median(emptyTimes.slice(WARM_UPS)), median(fullTimes.slice(WARM_UPS))];
			const isMissed = fullMs / emptyMs > limit;
			isWithin &&= !isMissed;
			const cells = [emptyMs.toFixed(0), fullMs.toFixed(0), (fullMs / emptyMs).toFixed(2), limit.toFixed(1)];
			console.log(`${cells.map((cell) => cell.padStart(9)).join(' ')}  ${path}, ${ready}${isMissed ? '  MISSED' : ''}`);
		}
		return isWithin;
	} finally {
		await empty.driver.close();
		await full.driver.close();
	}
}

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browsers = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
let isWithin = browsers.length > 0;
const course = await startCourse();
try {
	for (const browser of browsers) isWithin = (await compare(browser, course)) && isWithin;
} finally {
	await course.close();
}
if (!isWithin) process.exit(1);
