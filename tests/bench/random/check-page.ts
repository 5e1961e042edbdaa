import fc from 'fast-check';
import type { Outcome } from '@/tests/bench/accuracy/limits';
import { measureCase } from '@/tests/bench/accuracy/measure-case';
import type { OpenRig } from '@/tests/bench/accuracy/open-rig';
import { breachOf } from './law';
import { type RandomPage, randomPage } from './page';
import type { randomCase } from './random-case';

/** One page and its figure. */
export interface Checked {
	readonly seed: number;
	readonly page: RandomPage;
	readonly outcome: Outcome;
	readonly breach: string | null;
}

/** The page of a seed. */
export function pageOf(seed: number): RandomPage {
	return fc.sample(randomPage, { seed, numRuns: 1 })[0] as RandomPage;
}

/** Measures a page and compares its figure with the sockets. */
export async function checkPage(
	rig: OpenRig,
	cases: ReturnType<typeof randomCase>,
	seed: number,
	page = pageOf(seed),
): Promise<Checked> {
	const outcome = await measureCase(rig, cases.forPage(page));
	return { seed, page, outcome, breach: breachOf(rig.driver.browser, outcome) };
}

/** The smallest page found that breaks the law like the page of a seed; null when it holds when tried again. */
export async function shrinkPage(
	rig: OpenRig,
	cases: ReturnType<typeof randomCase>,
	seed: number,
	maxMs: number,
): Promise<Checked | null> {
	let smallest: Checked | null = null;
	const holds = fc.asyncProperty(randomPage, async (page) => {
		const checked = await checkPage(rig, cases, seed, page);
		if (checked.breach !== null) smallest = checked;
		return checked.breach === null;
	});
	await fc.check(holds, { seed, numRuns: 1, interruptAfterTimeLimit: maxMs });
	return smallest;
}
