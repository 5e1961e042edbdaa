import { parseArgs } from 'node:util';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import type { Grant } from './limits';

/** Options of `npm run bench:accuracy -- …`. */
export interface BenchOptions {
	readonly browsers: readonly BrowserName[];
	readonly grants: readonly Grant[];
	/** Names of cases, or beginnings of names; empty is all. */
	readonly cases: readonly string[];
	/** Runs of each case; the median counts. */
	readonly runs: number;
	/** Lines of JSON instead of a table. */
	readonly isJson: boolean;
	/** Folder that holds the built extensions, `chrome-mv3` and `firefox-mv3`; null is this project's last build. */
	readonly buildDir: string | null;
	/** Prints each request that the servers received, to analyse a row. */
	readonly showsRequests: boolean;
}

/** Reads the command line; throws a readable message when an option is wrong. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
	const { values } = parseArgs({
		args: [...args],
		options: {
			browser: { type: 'string' },
			grant: { type: 'string' },
			case: { type: 'string' },
			runs: { type: 'string', default: '1' },
			json: { type: 'boolean', default: false },
			build: { type: 'string' },
			requests: { type: 'boolean', default: false },
		},
	});
	const runs = Number(values.runs);
	if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on.');
	return {
		browsers: choose('browser', values.browser, ['chromium', 'firefox']),
		grants: choose('grant', values.grant, ['host', 'wide']),
		cases: values.case?.split(',') ?? [],
		runs,
		isJson: values.json,
		buildDir: values.build ?? null,
		showsRequests: values.requests,
	};
}

function choose<Name extends string>(option: string, value: string | undefined, names: readonly Name[]): Name[] {
	const chosen = names.filter((name) => value === undefined || name === value);
	if (chosen.length === 0) throw new Error(`--${option} takes ${names.join(' or ')}.`);
	return chosen;
}
