/**
 * What is lost and doubled when the background is stopped or the browser killed: requests that the server answered against those in
 * stored figures. `npm run test:faults -- --browser firefox --fault "stop in" --trials 5`
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { FAULTS, type Fault, isSilent, type Outcome, tryFault } from '@/tests/e2e/rig/fault-trials';
import { openFaultRig } from '@/tests/e2e/rig/open-fault-rig';

const { values } = parseArgs({
	options: { browser: { type: 'string' }, trials: { type: 'string', default: '20' }, fault: { type: 'string' } },
});
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const HEADS = [
	'fault',
	'browser',
	'trials',
	'answered',
	'written',
	'lost',
	'doubled',
	'with an unknown',
	'lost without one',
];

async function tryOften(browser: BrowserName, fault: Fault, count: number): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	let [rig, close] = await openFaultRig(browser);
	for (let trial = 0; trial < count; trial++) {
		outcomes.push(await tryFault(rig, fault));
		if (fault.onceIn !== browser) continue;
		await close();
		[rig, close] = await openFaultRig(browser);
	}
	await close();
	return outcomes;
}

function rowOf(fault: string, browser: BrowserName, outcomes: readonly Outcome[]): readonly (string | number)[] {
	const sum = (amount: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + amount(outcome), 0);
	const lost = sum(({ answered, stored }) => Math.max(0, answered - stored));
	const doubled = sum(({ answered, stored }) => Math.max(0, stored - answered));
	const trials = (is: (outcome: Outcome) => boolean) => `${outcomes.filter(is).length} of ${outcomes.length}`;
	return [
		...[fault, browser, outcomes.length, sum(({ answered }) => answered), sum(({ stored }) => stored), lost, doubled],
		...[trials(({ unknown }) => unknown > 0), trials(isSilent)],
	];
}

/** Each row as soon as it is known: all of them take an hour. */
const print = (cells: readonly (string | number)[]) => console.info(`| ${cells.join(' | ')} |`);

print(HEADS);
print(HEADS.map(() => '---'));
for (const browser of BROWSERS.filter((name) => (values.browser ?? name) === name))
	for (const [name, fault] of Object.entries(FAULTS))
		if (name.startsWith(values.fault ?? ''))
			print(rowOf(name, browser, await tryOften(browser, fault, Number(values.trials))));
