import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openSoberRig, type SoberRig } from '@/tests/e2e/rig/sober-rig';
import { tabTo, walk } from './walk';

/** Five seconds of a video that started by itself make a tip that one click can act on. */
const STARTED_MS = 7_000;
const ACT = '.tip .actions button.main';
const LATER = '.tip .actions button:not(.main)';
const UNDO = '.tip [role=status] button';
const SWITCH = '.sober > .switch input';

/** The extension interfaces called in its background; never called here. */
declare const chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };

inBothBrowsers('the popup by keyboard alone', (browser) => {
	let rig: SoberRig;
	let popup: Tab;
	let path: string;

	beforeAll(async () => {
		rig = await openSoberRig(browser);
		await rig.open('autoplay');
		await sleep(STARTED_MS);
		const id = await rig.driver.evaluateInBackground(async (wanted) => {
			const tabs = await chrome.tabs.query({});
			return tabs.find(({ url }) => url === wanted)?.id;
		}, rig.site.at('autoplay'));
		path = `popup.html?tab=${id}`;
		popup = await rig.driver.openExtensionPage(path);
		await popup.bringToFront();
	}, 120_000);

	// From the top: Tab at the end of a page goes on to the browser's own buttons.
	beforeEach(async () => {
		await popup.goto('about:blank');
		await popup.goto(rig.driver.extensionUrl + path);
		await popup.waitFor(`document.querySelector('${ACT}') && document.querySelector('${SWITCH}')`);
	});

	afterAll(() => rig?.close());

	const tipTitle = () => popup.evaluate(() => document.querySelector('.tip h3')?.textContent ?? null);

	it('Tab reaches every control and shows its focus', async () => {
		const { missed, unseen, stopCount } = await walk(popup);
		expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
		expect(stopCount).toBeGreaterThan(4);
	});

	it('a tip is put off, and brought back', async () => {
		const title = await tipTitle();
		await tabTo(popup, LATER);
		await popup.press('Enter');
		await until(async () => (await tipTitle()) !== title, 'the tip to leave');
		await tabTo(popup, UNDO);
		await popup.press('Enter');
		await until(async () => (await tipTitle()) === title, 'the tip to be back');
	});

	it('a tip is acted on, and undone', async () => {
		await tabTo(popup, ACT);
		await popup.press('Enter');
		await popup.waitFor(() => document.querySelector('.tip [role=status]')?.textContent?.includes('C’est fait'));
		await tabTo(popup, UNDO);
		await popup.press(' ');
		await popup.waitFor(() => document.querySelector('.tip [role=status]')?.textContent === '');
		await popup.waitFor(`document.querySelector('${ACT}')`);
	});

	it('sober mode is switched on and off, and what it does unfolds', async () => {
		const isOn = () => popup.evaluate((input) => document.querySelector<HTMLInputElement>(input)?.checked, SWITCH);
		for (const wanted of [true, false]) {
			await tabTo(popup, SWITCH);
			await popup.press(' ');
			await until(async () => (await isOn()) === wanted, `the switch to be ${wanted}`);
		}
		await tabTo(popup, '.sober summary');
		await popup.press('Enter');
		await popup.waitFor(() => document.querySelector('.sober details[open] input')?.checkVisibility());
	});
});
