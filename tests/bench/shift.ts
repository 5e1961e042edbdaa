/**
 * What moves in the popup and in the panel during a scripted lesson of two minutes, in both browsers and languages: a video larger than
 * its frame plays, a tip comes, the player changes the quality, the video ends, plays again, goes out of view and is paused. Prints what
 * moved, and ends with 1 when anything did. Chromium reports layout shifts. Firefox has no such entries: there the place of each part is
 * read in each frame. `npm run bench:shift -- --seconds 120 --browser firefox --lang fr`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sampleHistory } from '@/scripts/screenshots/history';
import type { BrowserName, Page, Tab } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { type SoberSite, startSoberSite } from '@/tests/e2e/rig/sober-site';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, weekOf } from '@/utils/core/units/day';
import { readPlaces, readShifts, type Shift, watchPlaces, watchShifts } from './moves.ts';

const { values } = parseArgs({
	options: { seconds: { type: 'string', default: '120' }, browser: { type: 'string' }, lang: { type: 'string' } },
});
const MS_PER_S = 1_000;

/** The extension interfaces called in its background; never called here. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** What the lesson does, each at a share of its length. Functions run in the page, whose video is 48 s long. */
const SCRIPT: readonly (readonly [share: number, what: string, act: () => void])[] = [
	[0.4, 'quality down', () => setLevel(0)],
	[0.45, 'quality up', () => setLevel(2)],
	[0.55, 'ended', () => seek(1)],
	[0.63, 'plays again', () => play()],
	[0.72, 'out of view', () => scrollTo(0, 2_500)],
	[0.82, 'in view', () => scrollTo(0, 0)],
	[0.9, 'paused', () => document.querySelector('video')?.pause()],
];

/** Defined in the page by {@link prepareLesson}. */
declare function play(): void;
declare function setLevel(level: number): void;
declare function seek(share: number): void;

/** Runs in the page. */
function prepareLesson(): void {
	const video = document.querySelector('video') as HTMLVideoElement;
	Object.assign(globalThis, {
		play() {
			// Not awaited: a video that waits for data would end the lesson.
			void video.play();
		},
		setLevel(level: number) {
			(globalThis as unknown as { player: { currentLevel: number } }).player.currentLevel = level;
		},
		seek(share: number) {
			video.currentTime = video.duration * share;
		},
	});
	// A tip on how a video is shown takes half a minute of it.
	video.playbackRate = 0.8;
}

/** Goes through the lesson; all shifts with what the lesson did last. */
async function study(page: Tab, surface: Page): Promise<(Shift & { after: string })[]> {
	await page.evaluate(prepareLesson);
	const startedMs = performance.now();
	const until = (share: number) => sleep(share * Number(values.seconds) * MS_PER_S - (performance.now() - startedMs));
	const shifts: (Shift & { after: string })[] = [];
	let after = 'plays';
	let hadTip = false;
	for (const [share, what, act] of SCRIPT) {
		await until(share);
		shifts.push(...(await readShifts(surface)).map((shift) => ({ ...shift, after })));
		hadTip ||= await surface.evaluate(() => document.querySelector('.tip h3') !== null);
		await page.evaluate(act);
		after = what;
	}
	await until(1);
	if (!hadTip) throw new Error('No tip came.');
	return [...shifts, ...(await readShifts(surface)).map((shift) => ({ ...shift, after }))];
}

/** Prints what moved in one surface in one language; the sum of the shifts. */
async function measure(
	browser: BrowserName,
	site: SoberSite,
	surface: 'popup' | 'panel',
	lang: 'fr' | 'en',
): Promise<number> {
	const driver = await openWithExtension(browser, { lang });
	try {
		await driver.evaluateInBackground((value) => chrome.storage.local.set({ language: { version: 1, value } }), lang);
		const page = await driver.newPage(site.at('text'));
		await followCourse(driver, page, { courseUrl: site.url });
		const today = dayOf(new Date());
		await seed(driver, sampleHistory(weekOf(today), today));
		await page.goto(site.at('hls-tall'));
		await page.waitFor(() => (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA);
		await page.click('video');
		const shown = await (surface === 'popup' ? driver.openPopup(page) : driver.openPanel(page));
		if (browser === 'chromium') await shown.evaluate(watchShifts);
		await shown.waitFor(() => document.querySelector('.page .figure') && document.querySelector('footer'));
		if (browser === 'firefox') await shown.evaluate(watchPlaces);
		const shifts = await study(page, shown);
		const sum = shifts.reduce((total, { value }) => total + value, 0);
		const by =
			browser === 'chromium'
				? `layout shift ${sum.toFixed(4)}`
				: `moves of ${sum.toFixed(0)} px, by ${await readPlaces(shown, Number(values.seconds))},`;
		console.log(`${browser}, ${surface}, ${lang}: ${by} in ${values.seconds} s`);
		for (const { atMs, value, moved, after } of shifts)
			console.log(`  ${(atMs / MS_PER_S).toFixed(1)} s, ${after}: ${value.toFixed(4)} ${moved}`);
		return sum;
	} finally {
		await driver.close();
	}
}

const browsers = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
const languages = (['fr', 'en'] as const).filter((name) => (values.lang ?? name) === name);
const site = await startSoberSite();
let sum = 0;
try {
	for (const browser of browsers) {
		for (const lang of languages) {
			const sums = await Promise.all([measure(browser, site, 'popup', lang), measure(browser, site, 'panel', lang)]);
			sum += sums.reduce((total, value) => total + value, 0);
		}
	}
} finally {
	await site.close();
}
if (sum > 0) process.exitCode = 1;
