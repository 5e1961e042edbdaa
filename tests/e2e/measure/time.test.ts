import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { type MediaRig, openMediaRig } from '@/tests/e2e/rig/media-rig';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { isReady } from './video-control';

const TOLERANCE_MS = 1_200;

inBothBrowsers('time by the clock', (browser) => {
	let rig: MediaRig;

	beforeAll(async () => {
		rig = await openMediaRig(browser);
	});

	afterAll(() => rig?.close());

	async function total() {
		const { days } = await readAllHistory(rig.dashboard);
		return days.reduce(
			(sum, { activeMs, media }) => ({ activeMs: sum.activeMs + activeMs, videoMs: sum.videoMs + media.videoMs }),
			{ activeMs: 0, videoMs: 0 },
		);
	}

	/** What was stored of one stay on a page, and how long the page was open and hidden by its own clock. */
	async function timesOf(name: string, act: () => Promise<unknown>) {
		const before = await total();
		await rig.page.bringToFront();
		await rig.page.goto(rig.site.url(name));
		await rig.page.evaluate(watchHidden);
		await act();
		const { openMs, hiddenMs } = await rig.page.evaluate(leave);
		await rig.page.waitFor(() => location.href === 'about:blank');
		await figuresStored(rig.driver);
		const after = await total();
		return { openMs, hiddenMs, activeMs: after.activeMs - before.activeMs, videoMs: after.videoMs - before.videoMs };
	}

	const playAll = () =>
		rig.page.evaluate(() => Promise.all([...document.querySelectorAll('video')].map((video) => video.play())));

	it('is shared by the two videos of a lecture', async () => {
		const times = await timesOf('lecture', async () => {
			await rig.page.waitFor(isReady);
			await playAll();
			await sleep(5_000);
		});
		console.table({ [`${browser} lecture`]: times });
		expect(Math.abs(times.activeMs - times.openMs)).toBeLessThan(TOLERANCE_MS);
		expect(times.videoMs).toBeGreaterThan(4_000);
		expect(times.videoMs).toBeLessThan(times.openMs);
	});

	it('does not go on while the computer sleeps', async () => {
		let sleptMs = 0;
		const times = await timesOf('lecture', async () => {
			await rig.page.waitFor(isReady);
			await playAll();
			await sleep(2_000);
			const fromMs = performance.now();
			await rig.driver.suspend(8_000);
			sleptMs = performance.now() - fromMs;
			await sleep(1_000);
		});
		console.table({ [`${browser} asleep`]: times });
		expect(Math.abs(times.activeMs - (times.openMs - sleptMs))).toBeLessThan(TOLERANCE_MS);
		expect(times.videoMs).toBeLessThan(times.openMs - sleptMs);
	});

	it('counts once while a video plays in a tab behind a page in use', async () => {
		const times = await timesOf('lecture', async () => {
			await rig.page.waitFor(isReady);
			await playAll();
			await sleep(1_500);
			await rig.other.goto(rig.site.url('empty'));
			await rig.other.bringToFront();
			await sleep(5_000);
			await rig.other.goto('about:blank');
			await rig.page.bringToFront();
		});
		console.table({ [`${browser} behind`]: times });
		expect(times.activeMs).toBeGreaterThan(times.openMs - 2_000);
		expect(times.activeMs).toBeLessThan(times.openMs + TOLERANCE_MS);
	});

	it('is not that of silent loops in a hidden tab', async () => {
		const times = await timesOf('loops', async () => {
			await rig.page.waitFor(isReady);
			await sleep(1_000);
			await rig.other.bringToFront();
			await sleep(4_000);
			await rig.page.bringToFront();
		});
		console.table({ [`${browser} loops`]: times });
		expect(times.hiddenMs).toBeGreaterThan(3_000);
		expect(times.activeMs).toBeGreaterThan(times.openMs - times.hiddenMs - TOLERANCE_MS);
		expect(times.activeMs).toBeLessThan(times.openMs - times.hiddenMs + TOLERANCE_MS);
		expect(times.videoMs).toBeLessThan(times.openMs);
	});
});

/** What the page notes about itself. */
declare const hidden: { sinceMs: number; totalMs: number };

/** Runs in the page: adds up how long it is hidden from now on. */
function watchHidden(): void {
	Object.assign(globalThis, { hidden: { sinceMs: 0, totalMs: 0 } });
	document.addEventListener('visibilitychange', () => {
		if (document.hidden) hidden.sinceMs = Date.now();
		else hidden.totalMs += Date.now() - hidden.sinceMs;
	});
}

/** Runs in the page: leaves it once this is answered. */
function leave(): { openMs: number; hiddenMs: number } {
	setTimeout(() => location.assign('about:blank'));
	return { openMs: Date.now() - performance.timeOrigin, hiddenMs: hidden.totalMs };
}
