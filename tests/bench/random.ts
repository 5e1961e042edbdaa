import { parseArgs } from 'node:util';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import type { Grant } from './accuracy/limits';
import { openRig } from './accuracy/open-rig';
import { type Checked, checkPage, shrinkPage } from './random/check-page';
import { checkPages } from './random/check-pages';
import { randomCase } from './random/random-case';

/** `npm run bench:random`: pages of a grammar, each against the bytes of the servers' sockets. Prints every page whose figure breaks the law of `law.ts`. */

const SHRINK_MS = 60_000;
/** Pages whose figures settle together. */
const BATCH_PAGES = 10;

const { values } = parseArgs({
	options: {
		browser: { type: 'string', default: 'chromium' },
		seed: { type: 'string', default: '1' },
		pages: { type: 'string', default: '100' },
		grant: { type: 'string', default: 'wide' },
		build: { type: 'string' },
		json: { type: 'boolean', default: false },
		shrink: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const browser = values.browser as BrowserName;
const grant = values.grant as Grant;
if (!['chromium', 'firefox'].includes(browser)) throw new Error('--browser takes chromium or firefox.');
if (!['host', 'wide'].includes(grant)) throw new Error('--grant takes host or wide.');
const firstSeed = Number(values.seed);
const pageCount = Number(values.pages);
if (!Number.isInteger(firstSeed) || !Number.isInteger(pageCount) || pageCount < 1)
	throw new Error('--seed and --pages take whole numbers.');

function print({ seed, page, outcome, breach }: Checked, title: string): void {
	const line = { title, browser, grant, seed, breach, ...outcome };
	console.log(values.json ? JSON.stringify({ ...line, page }) : `${JSON.stringify(line)}\n  ${JSON.stringify(page)}`);
}

const cases = randomCase();
const rig = await openRig(browser, [cases.site], values.build ?? null);
const sums = { trueBytes: 0, reportedBytes: 0, unknownPages: 0, breaches: 0 };
try {
	if (grant === 'wide') await rig.grantAll();
	const seeds = Array.from({ length: pageCount }, (_, index) => firstSeed + index);
	for (let start = 0; start < pageCount; start += BATCH_PAGES) {
		for (const checked of await checkPages(rig, cases, seeds.slice(start, start + BATCH_PAGES))) {
			sums.trueBytes += checked.outcome.trueBytes;
			sums.reportedBytes += checked.outcome.reportedBytes;
			if (checked.outcome.unknownCount > 0) sums.unknownPages++;
			if (checked.breach === null) {
				if (values.json) print(checked, 'page');
				continue;
			}
			sums.breaches++;
			print(checked, 'breach');
			print(await checkPage(rig, cases, checked.seed), 'again, alone');
			const smallest = values.shrink ? await shrinkPage(rig, cases, checked.seed, SHRINK_MS) : null;
			if (smallest) print(smallest, 'smallest');
		}
	}
} finally {
	await rig.close();
}
console.log(
	`${browser} ${grant}: ${pageCount} pages from seed ${firstSeed}, ${sums.breaches} breaches, ` +
		`${sums.unknownPages} pages with unknowns, ${sums.reportedBytes} of ${sums.trueBytes} bytes`,
);
process.exitCode = sums.breaches > 0 ? 1 : 0;
