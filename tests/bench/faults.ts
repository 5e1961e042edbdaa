/**
 * What is lost and doubled when the background is stopped or the browser killed: requests that the server answered against those in
 * stored figures. `npm run test:faults -- --browser firefox --trials 5`
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { FAULTS, type Outcome, tryFault } from '@/tests/e2e/rig/fault-trials';
import { openFaultRig } from '@/tests/e2e/rig/open-fault-rig';

const { values } = parseArgs({
	options: { browser: { type: 'string' }, trials: { type: 'string', default: '20' }, fault: { type: 'string' } },
});
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

const sum = (outcomes: readonly Outcome[], amount: (outcome: Outcome) => number) =>
	outcomes.reduce((total, outcome) => total + amount(outcome), 0);

const rows = [];
for (const browser of BROWSERS.filter((name) => (values.browser ?? name) === name)) {
	for (const [fault, act] of Object.entries(FAULTS)) {
		if (!fault.startsWith(values.fault ?? '')) continue;
		// Chromium under test takes the grants back when it starts anew: each fault begins with a browser of its own.
		const outcomes: Outcome[] = [];
		let [rig, close] = await openFaultRig(browser);
		for (let trial = 0; trial < Number(values.trials); trial++) {
			outcomes.push(await tryFault(rig, act));
			if (browser !== 'chromium' || !fault.startsWith('kill')) continue;
			await close();
			[rig, close] = await openFaultRig(browser);
		}
		await close();
		rows.push({
			fault,
			browser,
			trials: outcomes.length,
			answered: sum(outcomes, ({ answered }) => answered),
			written: sum(outcomes, ({ stored }) => stored),
			lost: sum(outcomes, ({ answered, stored, unknown }) => Math.max(0, answered - (stored - unknown))),
			doubled: sum(outcomes, ({ answered, stored, unknown }) => Math.max(0, stored - unknown - answered)),
			unknown: sum(outcomes, ({ unknown }) => unknown),
			silent: outcomes.filter(({ answered, stored, unknown }) => answered > stored && unknown === 0).length,
		});
	}
}
console.table(rows);
