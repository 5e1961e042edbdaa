import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';

const SWITCH = '.sober > .switch input';
/** Figures and tips that arrive late move the switch away from the mouse. */
const STILL_MS = 500;
/** One click and another, should the first have missed. */
const REACH_TIMEOUT_MS = 30_000;
/** Attribute of a switch that a click has reached. */
const REACHED = 'data-reached';

/** Opens the popup over a page of a followed site and flips the switch of sober mode for that site. */
export async function switchSober(driver: Driver, page: Page): Promise<void> {
	const before = await soberScripts(driver);
	const popup = await driver.openPopup(page);
	await until(() => reachSwitch(popup), 'a click to reach the switch', REACH_TIMEOUT_MS);
	await until(async () => (await soberScripts(driver)) !== before, 'sober mode to change');
	await popup.close();
}

/** Clicks the switch once it has stopped moving; false when it moved under the mouse after all, unchanged. Never clicks it twice. */
async function reachSwitch(popup: Page): Promise<boolean> {
	if (await isReached(popup)) return true;
	let place = '';
	await until(async () => {
		const before = place;
		await sleep(STILL_MS);
		place = JSON.stringify(await popup.evaluate(positionOf, SWITCH));
		return place === before && place !== 'null';
	}, 'the switch to stand still');
	await popup.evaluate(
		(selector, reached) => {
			const input = document.querySelector(selector);
			input?.addEventListener('click', () => input.setAttribute(reached, ''), { once: true });
		},
		SWITCH,
		REACHED,
	);
	await popup.click(SWITCH);
	return isReached(popup);
}

/** Runs in the popup: where an element is in the viewport, scrolled into view; null while it is absent. */
function positionOf(selector: string): { x: number; y: number } | null {
	const element = document.querySelector(selector);
	element?.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left: x, top: y } = element?.getBoundingClientRect() ?? {};
	return x === undefined || y === undefined ? null : { x, y };
}

function isReached(popup: Page): Promise<boolean> {
	return popup.evaluate((selector) => document.querySelector(selector) !== null, `${SWITCH}[${REACHED}]`);
}

/** How many scripts of sober mode are registered. */
function soberScripts(driver: Driver): Promise<number> {
	return driver.evaluateInBackground(async () => {
		const { chrome } = globalThis as unknown as {
			chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> } };
		};
		const scripts = await chrome.scripting.getRegisteredContentScripts();
		return scripts.filter(({ id }) => id.startsWith('sober')).length;
	});
}

/** Height of the video that is decoded now. */
export function decodedHeight(page: Page): Promise<number> {
	return page.evaluate(() => document.querySelector('video')?.videoHeight ?? 0);
}

/** Starts the video as a learner does, and waits until it plays. */
export async function playByClick(page: Page): Promise<void> {
	await page.waitFor(() => (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA);
	await page.click('video');
	await page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
}
