import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { ALL_CASES } from './accuracy/all-cases';
import type { BenchCase } from './accuracy/bench-case';
import { type Grant, isWithinLimit } from './accuracy/limits';
import { measureCase, type Rig } from './accuracy/measure-case';
import { openRig } from './accuracy/open-rig';
import { type BenchOptions, readBenchOptions } from './accuracy/options';
import { jsonLine, medianOutcome, type Result, TABLE_HEAD, tableRow } from './accuracy/result';

/** Runs the chosen cases in one browser after the other, each first with one host granted, then with all. */
async function benchAccuracy(options: BenchOptions): Promise<Result[]> {
	const chosen = ALL_CASES.filter(
		({ name }) => options.cases.length === 0 || options.cases.some((start) => name.startsWith(start)),
	);
	if (chosen.length === 0)
		throw new Error(`No case of that name. There are: ${ALL_CASES.map(({ name }) => name).join(', ')}.`);
	const results: Result[] = [];
	if (!options.isJson) console.log(TABLE_HEAD);
	for (const browser of options.browsers) results.push(...(await benchBrowser(browser, chosen, options)));
	return results;
}

async function benchBrowser(
	browser: BrowserName,
	cases: readonly BenchCase[],
	options: BenchOptions,
): Promise<Result[]> {
	const rig = await openRig(browser, cases, options.buildDir);
	const results: Result[] = [];
	try {
		for (const grant of options.grants) {
			if (grant === 'wide') await rig.grantAll();
			const possible = cases.filter(({ browsers }) => browsers?.includes(browser) ?? true);
			for (const one of possible) results.push(await benchCase(rig, one, grant, options));
		}
	} finally {
		await rig.close();
	}
	return results;
}

async function benchCase(rig: Rig, one: BenchCase, grant: Grant, options: BenchOptions): Promise<Result> {
	const outcomes = [];
	for (let run = 0; run < options.runs; run++) {
		outcomes.push(await measureCase(rig, one));
		if (options.showsRequests) console.table(rig.site.truth.requests());
	}
	const outcome = medianOutcome(outcomes);
	const { browser } = rig.driver;
	const result = {
		...outcome,
		browser,
		case: one.name,
		grant,
		isWithinLimit: isWithinLimit(browser, grant, one.limit, outcome),
		peers: one.peers ?? '',
	};
	console.log(options.isJson ? jsonLine(result) : tableRow(result));
	return result;
}

const options = readBenchOptions(process.argv.slice(2));
const results = await benchAccuracy(options);
const missed = results.filter((result) => !result.isWithinLimit);
if (!options.isJson) console.log(`\n${results.length - missed.length} of ${results.length} rows within their limit`);
process.exitCode = missed.length > 0 ? 1 : 0;
