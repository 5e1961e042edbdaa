import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AUDIT_HANDED_OVER, ENDED_AUDIT, PAUSED_AUDIT, RUNNING_AUDIT } from '@/scripts/screenshots/audit-shots';
import { goThroughStates } from '@/scripts/screenshots/session';
import type { Shot } from '@/scripts/screenshots/shot';
import { startCourse } from '@/tests/course/server';
import type { Tab } from '@/tests/e2e/drivers/driver';
import { faultsOfStates } from '@/tests/e2e/looks/axe-faults';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';

/** Half a minute would only add a tip to its popup, and the sample lesson shows one. */
const VIDEO_SECONDS = 2;
/** Chrome shows no higher popup; these have to fit without scrolling. */
const MAX_POPUP_PX = 600;
const FITTING = ['popup-video', 'popup-sober-on'];
const ALL_STATES_MS = 900_000;
/** Further states of audits: one browser's session is enough for what a page's elements are. */
const IN_CHROMIUM_ONLY = [AUDIT_HANDED_OVER, ...RUNNING_AUDIT, PAUSED_AUDIT, ENDED_AUDIT].map(({ name }) => name);

/** The fault of a popup that is too high for its browser. */
async function tooHigh(page: Tab, { name }: Shot): Promise<readonly string[]> {
	if (!FITTING.includes(name)) return [];
	const heightPx = await page.evaluate(() => document.documentElement.scrollHeight);
	return heightPx > MAX_POPUP_PX ? [`${heightPx} px high`] : [];
}

it.concurrent.each(['chromium', 'firefox'] as const)(
	'in %s, axe-core finds nothing wrong with any state of any page, in both languages, light and dark',
	async (browser) => {
		const files = mkdtempSync(join(tmpdir(), 'sobrio-axe-'));
		const course = await startCourse();
		const driver = await openWithExtension(browser);
		const isLookedAt = ({ name }: Shot) => browser === 'chromium' || !IN_CHROMIUM_ONLY.includes(name);
		const faults: string[] = [];
		let runCount = 0;
		try {
			await goThroughStates(driver, course, { files, videoSeconds: VIDEO_SECONDS }, async (shots) => {
				const found = await faultsOfStates(driver, shots.filter(isLookedAt), tooHigh);
				faults.push(...found.faults);
				runCount += found.runCount;
			});
		} finally {
			await driver.close();
			await course.close();
			rmSync(files, { recursive: true, force: true });
		}
		expect(faults).toEqual([]);
		expect(runCount).toBeGreaterThan(80);
	},
	ALL_STATES_MS,
);
