/**
 * Prints what floods cost: processor time, memory and the longest answer of the background, and ends with 1 where a figure is wrong or
 * an answer takes longer than a second. In this process on the real router and tracker, then in browsers. Options: `--browser
 * chromium|firefox|none`, `--count 10000` for the polls in a browser.
 */
import { parseArgs } from 'node:util';
import { FloodedBackground } from './floods/flood';
import { FLOODS, type Flood } from './floods/in-process';
import { pollInBrowser } from './floods/polls';

const MAX_ANSWER_MS = 1_000;
const MICROSECONDS_A_SECOND = 1_000_000;
const BYTES_A_MEGABYTE = 1_000_000;

interface Row {
	readonly flood: string;
	readonly where: string;
	readonly cpuS: number;
	readonly heapMb: number | null;
	readonly answerMs: number;
	/** Null if it is right. */
	readonly fault: string | null;
}

function heapMb(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().heapUsed / BYTES_A_MEGABYTE;
}

async function runHere({ name, seesEverything = false, run }: Flood): Promise<Row> {
	const heapBefore = heapMb();
	const before = process.cpuUsage();
	const background = new FloodedBackground(seesEverything);
	const fault = await run(background);
	const { user, system } = process.cpuUsage(before);
	return {
		flood: name,
		where: 'in process',
		cpuS: (user + system) / MICROSECONDS_A_SECOND,
		heapMb: heapMb() - heapBefore,
		answerMs: background.longestAnswerMs,
		fault,
	};
}

async function runIn(browser: 'chromium' | 'firefox', count: number): Promise<Row> {
	const { cpuS, answerMs, trueCount, storedCount, stoppedCount } = await pollInBrowser(browser, count);
	const isRight = storedCount >= trueCount && stoppedCount >= storedCount;
	const fault = isRight ? null : `${trueCount} polls, ${storedCount} stored, ${stoppedCount} after a stop`;
	return { flood: `${count} polls, each of a new address`, where: browser, cpuS, heapMb: null, answerMs, fault };
}

function print({ flood, where, cpuS, heapMb, answerMs, fault }: Row): boolean {
	const isSlow = answerMs > MAX_ANSWER_MS;
	const cells = [cpuS.toFixed(1), heapMb === null ? '' : heapMb.toFixed(0), answerMs.toFixed(0)];
	const verdict = fault ?? (isSlow ? 'SLOW' : '');
	console.log(`${flood.padEnd(44)} ${where.padEnd(10)} ${cells.map((cell) => cell.padStart(8)).join(' ')}  ${verdict}`);
	return fault === null && !isSlow;
}

const { values } = parseArgs({ options: { browser: { type: 'string' }, count: { type: 'string' } } });
console.log(
	`${'flood'.padEnd(44)} ${'where'.padEnd(10)} ${'CPU s'.padStart(8)} ${'heap MB'.padStart(8)} ${'answer ms'.padStart(9)}`,
);
let isWithin = true;
for (const flood of FLOODS) isWithin = print(await runHere(flood)) && isWithin;
for (const browser of ['chromium', 'firefox'] as const) {
	if ((values.browser ?? browser) !== browser) continue;
	isWithin = print(await runIn(browser, Number(values.count ?? 10_000))) && isWithin;
}
process.exit(isWithin ? 0 : 1);
