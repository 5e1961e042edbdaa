import { setTimeout as sleep } from 'node:timers/promises';
import type { Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';

/** More stops than any view has. */
const MAX_STOPS = 150;
const SETTLE_MS = 200;

/** The result of a walk through a page by keyboard. */
export interface Walk {
	/** HTML of the controls that Tab did not reach. */
	missed: string[];
	/** HTML of the controls without a visible focus. */
	unseen: string[];
	stopCount: number;
}

/** Presses Tab until every control had the focus. */
export async function walk(page: Tab): Promise<Walk> {
	const controlCount = await settledCount(page);
	const reached = new Set<number>();
	const unseen = new Set<string>();
	for (let stop = 0; stop < MAX_STOPS && reached.size < controlCount; stop++) {
		await page.press('Tab');
		const { index, name, isShown } = await page.evaluate(readFocus);
		if (index >= 0) reached.add(index);
		if (index >= 0 && !isShown) unseen.add(name);
	}
	const missed = await page.evaluate(nameOthers, [...reached]);
	return { missed, unseen: [...unseen], stopCount: reached.size };
}

/** The number of the page's controls, once it has not changed for a moment: some come with figures that are read late. */
async function settledCount(page: Tab): Promise<number> {
	let count = 0;
	await until(async () => {
		const before = count;
		count = await page.evaluate(listControls);
		await sleep(SETTLE_MS);
		return count > 0 && count === before;
	}, 'the controls of the page');
	return count;
}

/** Presses Tab until the focus is on the selected element. */
export async function tabTo(page: Tab, selector: string): Promise<void> {
	for (let stop = 0; stop < MAX_STOPS; stop++) {
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
		await page.press('Tab');
	}
	throw new Error(`Tab did not reach ${selector}.`);
}

/** Runs in the page: stores its controls in a global variable, and returns their number. */
function listControls(): number {
	const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea')];
	const controls = all.filter((each) => !each.matches(':disabled') && each.checkVisibility());
	Object.assign(globalThis, { controls });
	return controls.length;
}

/** Runs in the page: which of the controls has the focus, and whether it has an outline. */
function readFocus(): { index: number; name: string; isShown: boolean } {
	const { controls } = globalThis as unknown as { controls: HTMLElement[] };
	const focused = document.activeElement as HTMLElement;
	const shown = focused.matches('.unseen') ? (focused.closest('label') ?? focused) : focused;
	const { outlineStyle, outlineWidth } = getComputedStyle(shown);
	return {
		index: controls.indexOf(focused),
		name: focused.outerHTML.slice(0, 120),
		isShown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
	};
}

/** Runs in the page: the controls that are not among those reached. One that a later state of the page has taken away is no control any more. */
function nameOthers(reached: readonly number[]): string[] {
	const { controls } = globalThis as unknown as { controls: HTMLElement[] };
	return controls
		.filter((each, index) => each.isConnected && !reached.includes(index))
		.map((each) => each.outerHTML.slice(0, 120));
}
