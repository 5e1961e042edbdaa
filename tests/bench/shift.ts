/**
 * What moves in the popup and in the panel during a scripted lesson of two minutes, in Chromium, in both languages: a video larger than
 * its frame plays, a tip comes, the player changes the quality, the video ends, plays again, goes out of view and is paused. Prints each
 * layout shift, and ends with 1 when there was one. `npm run bench:shift -- --seconds 120`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sampleHistory } from '@/scripts/screenshots/history';
import type { Frame, Page, Tab } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { type SoberSite, startSoberSite } from '@/tests/e2e/rig/sober-site';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, weekOf } from '@/utils/core/units/day';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '120' } } });
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

/** One shift: its value as browsers score it, when, and what moved. */
interface Shift {
	readonly atMs: number;
	readonly value: number;
	readonly moved: string;
}

/** Runs in the popup or the panel. */
function watchShifts(): void {
	interface Entry extends PerformanceEntry {
		readonly value: number;
		/** True also right after the window was resized, as while the panel slides in. */
		readonly hadRecentInput: boolean;
		readonly sources: readonly { readonly node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
	}
	const shifts: Shift[] = [];
	Object.assign(globalThis, { shifts });
	const nameOf = (node: Node | null) => {
		const element = node instanceof Element ? node : node?.parentElement;
		return element ? `${element.localName}.${element.getAttribute('class') ?? ''}` : 'removed';
	};
	new PerformanceObserver((list) => {
		for (const { startTime, value, sources, hadRecentInput } of list.getEntries() as Entry[]) {
			if (hadRecentInput) continue;
			const moved = sources.map(
				({ node, previousRect: from, currentRect: to }) =>
					`${nameOf(node)} ${from.x.toFixed(0)},${from.y.toFixed(0)} to ${to.x.toFixed(0)},${to.y.toFixed(0)}`,
			);
			shifts.push({ atMs: startTime, value, moved: moved.join('; ') });
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

const readShifts = (surface: Frame) =>
	surface.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts.splice(0));

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
async function measure(site: SoberSite, surface: 'popup' | 'panel', lang: 'fr' | 'en'): Promise<number> {
	const driver = await openWithExtension('chromium', { lang });
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
		await shown.evaluate(watchShifts);
		await shown.waitFor(() => document.querySelector('.page .figure'));
		const shifts = await study(page, shown);
		const sum = shifts.reduce((total, { value }) => total + value, 0);
		console.log(`${surface}, ${lang}: layout shift ${sum.toFixed(4)} in ${values.seconds} s`);
		for (const { atMs, value, moved, after } of shifts)
			console.log(`  ${(atMs / MS_PER_S).toFixed(1)} s, ${after}: ${value.toFixed(4)} ${moved}`);
		return sum;
	} finally {
		await driver.close();
	}
}

const site = await startSoberSite();
let sum = 0;
try {
	for (const lang of ['fr', 'en'] as const) {
		const sums = await Promise.all([measure(site, 'popup', lang), measure(site, 'panel', lang)]);
		sum += sums.reduce((total, value) => total + value, 0);
	}
} finally {
	await site.close();
}
if (sum > 0) process.exitCode = 1;
