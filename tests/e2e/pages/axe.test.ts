import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { AUDIT_HANDED_OVER, ENDED_AUDIT, PAUSED_AUDIT, RUNNING_AUDIT } from '@/scripts/screenshots/audit-shots';
import { goThroughStates } from '@/scripts/screenshots/session';
import type { Shot } from '@/scripts/screenshots/shot';
import { eachState } from '@/scripts/screenshots/states';
import { startCourse } from '@/tests/course/server';
import type { Tab } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';

/** Half a minute would only add a tip to its popup, and the sample lesson shows one. */
const VIDEO_SECONDS = 2;
/** Chrome shows no higher popup; these have to fit without scrolling. */
const MAX_POPUP_PX = 600;
const FITTING = ['popup-video', 'popup-sober-on'];
const ALL_STATES_MS = 900_000;
/** Further states of audits: one browser's session is enough for what a page's elements are. */
const IN_CHROMIUM_ONLY = [AUDIT_HANDED_OVER, ...RUNNING_AUDIT, PAUSED_AUDIT, ENDED_AUDIT].map(({ name }) => name);

interface Axe {
	run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>;
}

/** The violations that axe-core finds on a page, one line each. */
async function faultsOf(page: Tab): Promise<readonly string[]> {
	await page.evaluate(`(() => { ${axe.source} })()`);
	return page.evaluate(async () => {
		const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary.replace(/\s+/g, ' ')}`),
		);
	});
}

it.concurrent.each(['chromium', 'firefox'] as const)(
	'in %s, axe-core finds nothing wrong with any state of any page, in both languages, light and dark',
	async (browser) => {
		const files = mkdtempSync(join(tmpdir(), 'sobrio-axe-'));
		const course = await startCourse();
		const driver = await openWithExtension(browser);
		const isLookedAt = ({ name }: Shot) => browser === 'chromium' || !IN_CHROMIUM_ONLY.includes(name);
		const faults: string[] = [];
		let stateCount = 0;
		try {
			await goThroughStates(driver, course, { files, videoSeconds: VIDEO_SECONDS }, (shots) =>
				eachState(driver, shots.filter(isLookedAt), async (page, { shot, language, theme }) => {
					stateCount++;
					for (const fault of await faultsOf(page)) faults.push(`${shot.name} ${language} ${theme}: ${fault}`);
					if (!FITTING.includes(shot.name)) return;
					const heightPx = await page.evaluate(() => document.documentElement.scrollHeight);
					if (heightPx > MAX_POPUP_PX) faults.push(`${shot.name} ${language} ${theme}: ${heightPx} px high`);
				}),
			);
		} finally {
			await driver.close();
			await course.close();
			rmSync(files, { recursive: true, force: true });
		}
		expect(faults).toEqual([]);
		expect(stateCount).toBeGreaterThan(80);
	},
	ALL_STATES_MS,
);
