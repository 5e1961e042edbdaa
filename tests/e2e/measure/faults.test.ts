import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { FAULTS, type FaultRig, isSilent, tryFault } from '@/tests/e2e/rig/fault-trials';
import { openFaultRig } from '@/tests/e2e/rig/open-fault-rig';

/** The fast ones; `npm run test:faults` does all, twenty times. */
const FAST = [
	'stop within 0.3 s of a page',
	'stop in a page of 500 files',
	'kill of the extension in a page of 500 files',
];

inBothBrowsers('a fault while a page loads', (browser) => {
	let rig: FaultRig;
	let close: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		[rig, close] = await openFaultRig(browser);
	});
	afterAll(() => close?.());

	it.each(FAST)('%s: doubles nothing, and loses nothing without an unknown', async (name) => {
		const fault = FAULTS[name];
		if (!fault) throw new Error(`No fault ${name}.`);
		const outcome = await tryFault(rig, fault);
		expect(outcome.answered).toBeGreaterThan(10);
		expect(outcome.stored).toBeLessThanOrEqual(outcome.answered);
		expect(isSilent(outcome)).toBe(false);
	});
});
