import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory, totalOf } from '@/tests/e2e/rig/history';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored, ONLY_SINCE, readStored, type Stored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse, playVideo, rest, studyLesson } from '@/tests/e2e/rig/study-lesson';
import type { DayTotal, Visit } from '@/utils/core/schema/visit';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';

/** Seconds of video: after the last stop a playing video reports at least once more, 4 s later at most, and is stored 1 s after. */
const VIDEO_SECONDS = 11;
/** Positions of the video, in seconds, at which the background is stopped. */
const STOPS = [2.5, 5];

inBothBrowsers('the background', (browser) => {
	const profileDir = mkdtempSync(join(tmpdir(), 'sobrio-survival-'));
	let course: Course;
	let driver: Driver;
	let page: Page;

	async function open(): Promise<void> {
		driver = await openWithExtension(browser, { profileDir });
		page = await driver.newPage();
	}

	/**
	 * Chromium under test installs the unpacked build anew at each start, which takes the optional grants back: there the user
	 * restores them by the popup. Installed for good, as in Firefox, they stay.
	 */
	async function restoreAccess(): Promise<void> {
		if (browser === 'firefox') return;
		await grantAll();
	}

	async function grantAll(): Promise<void> {
		await page.goto(urlOf('201'));
		await followCourse(driver, page, course);
		// Its video is new to the cache: the first bytes come from a host that is not granted yet.
		await page.goto(urlOf('202'));
		await countExactly(driver, page);
		await leave();
	}

	beforeAll(async () => {
		course = await startCourse();
		await open();
		await grantAll();
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
	});

	const lessonOf = (id: string) => {
		const lesson = course.lessons.find((one) => one.id === id);
		if (!lesson) throw new Error(`No lesson ${id}.`);
		return lesson;
	};
	const urlOf = (id: string) => course.courseUrl + lessonOf(id).path;

	/** Leaves the lesson and waits until its last figures are stored. */
	async function leave(): Promise<void> {
		await page.goto('about:blank');
		await course.truth.settle();
		await figuresStored(driver);
	}

	function deliveredBytes(): number {
		const requests = course.truth.requests().filter(({ url }) => !url.includes('favicon'));
		return requests.reduce((sum, request) => sum + request.deliveredBytes, 0);
	}

	/** The next lesson is followed without another word, and counted right. */
	async function expectNextLessonCounted(id: string): Promise<void> {
		await restoreAccess();
		const before = sumOf(await readStored(driver));
		const { trueBytes } = await studyLesson(page, course, lessonOf(id), 0);
		await figuresStored(driver);
		const after = sumOf(await readStored(driver));
		expect(after.visitCount - before.visitCount).toBe(1);
		expect(Math.abs((after.receivedBytes - before.receivedBytes) / trueBytes - 1)).toBeLessThan(0.02);
	}

	it('loses and doubles nothing when the background is stopped twice in a video', async () => {
		const before = await readStored(driver);
		course.truth.reset();
		await page.goto(urlOf('104'));
		const stopTwice = async () => {
			for (const seconds of STOPS) {
				await page.waitFor(`document.querySelector('video')?.currentTime > ${seconds}`, 60_000);
				await driver.stopBackground();
			}
		};
		const [playedSeconds] = await Promise.all([playVideo(page, VIDEO_SECONDS), stopTwice()]);
		await rest(course);
		await leave();
		const after = await readStored(driver);

		const known = new Set(before.visits.map(({ id }) => id));
		const visits = after.visits.filter(({ id }) => !known.has(id));
		expect(visits).toMatchObject([{ platform: 'moodle', courseKey: '12', activity: 'page' }]);
		const sum = sumOf({ days: visits.map(dayOfVisit) });
		const share = sum.receivedBytes / deliveredBytes();
		expect(share).toBeGreaterThan(0.98);
		expect(share).toBeLessThan(1.02);
		expect(Math.abs(sum.videoMs / 1000 - playedSeconds)).toBeLessThan(5);
		expect(sumOf(after).receivedBytes - sumOf(before).receivedBytes).toBe(sum.receivedBytes);
		expectDaysAreSums(after);
	});

	it('has every figure back, once, after the browser was killed in a lesson', async () => {
		course.truth.reset();
		await page.goto(urlOf('202'));
		await page.waitFor(`document.querySelector('video')?.readyState >= 1`);
		await page.evaluate(`document.querySelector('video').play()`);
		await page.waitFor(`document.querySelector('video').currentTime > 4`, 60_000);
		const dashboard = await driver.openExtensionPage('dashboard.html');
		const isHeard = ({ days }: Pick<Stored, 'days'>) => sumOf({ days: splitByCourse(days, '12')[1] }).videoMs > 2_000;
		// A page reports every few seconds.
		const answered = await until(async () => {
			const history = await readAllHistory(dashboard);
			return isHeard(history) ? history : null;
		}, 'two seconds of the video');
		const written = await readStored(driver);
		await driver.kill();
		await open();

		const back = await readStored(driver);
		const [ended, running] = splitByCourse(answered.days, '12');
		const [endedBack, runningBack] = splitByCourse(back.days, '12');
		expect(ended).not.toEqual([]);
		expect(endedBack).toEqual(ended);
		// The open lesson may have reported more between the reply and the end.
		expect(running).toHaveLength(1);
		expect(runningBack).toHaveLength(1);
		const [before, after] = [sumOf({ days: running }), sumOf({ days: runningBack })];
		expect(after.visitCount).toBe(before.visitCount);
		expect(after.videoMs).toBeGreaterThanOrEqual(before.videoMs);
		expect(after.receivedBytes).toBeGreaterThanOrEqual(before.receivedBytes);
		expect(idsOf(back)).toEqual(idsOf(written));
		expect(back.courses).toEqual(written.courses);
		expect(back.local).toEqual(written.local);
		expectDaysAreSums(back);
	});

	it('goes on counting after the kill', () => expectNextLessonCounted('102'));

	it('keeps everything over a normal restart, and goes on counting', async () => {
		await leave();
		const before = lastingOf(await readStored(driver));
		await driver.close();
		await open();
		const after = await readStored(driver);
		expect(lastingOf(after)).toEqual(before);
		expect(after.session).toEqual(ONLY_SINCE);
		await expectNextLessonCounted('201');
	});
});

function sumOf({ days }: Pick<Stored, 'days'>) {
	return totalOf({ days, courses: [] });
}

/** What a restart leaves as it is. The copy of the days follows some seconds later, and the upkeep comes a minute after a start. */
function lastingOf({ session: _, copy: __, upkeep: ___, ...lasting }: Stored) {
	return lasting;
}

function idsOf({ visits }: Stored): string[] {
	return visits.map(({ id }) => id).sort();
}

function dayOfVisit({ id: _, startedAtMs: __, ...visit }: Visit): DayTotal {
	return { ...visit, visitCount: 1 };
}

/** Days of this course, and the others. */
function splitByCourse(days: readonly DayTotal[], courseKey: string): [DayTotal[], DayTotal[]] {
	return [days.filter((day) => day.courseKey === courseKey), days.filter((day) => day.courseKey !== courseKey)];
}

/** Each day total is the sum of the visits under it: none is missing, none doubled. */
function expectDaysAreSums({ days, visits }: Stored): void {
	for (const day of days) {
		const under = visits.filter(
			(visit) =>
				visit.day === day.day &&
				visit.host === day.host &&
				visit.courseKey === day.courseKey &&
				visit.activity === day.activity,
		);
		expect(day.visitCount).toBe(under.length);
		expect(day.traffic).toEqual(under.reduce((sum, { traffic }) => addTraffic(sum, traffic), NO_TRAFFIC));
		expect(day.media.videoMs).toBe(under.reduce((sum, { media }) => sum + media.videoMs, 0));
		expect(day.activeMs).toBe(under.reduce((sum, { activeMs }) => sum + activeMs, 0));
	}
	expect(days.reduce((sum, { visitCount }) => sum + visitCount, 0)).toBe(visits.length);
}
