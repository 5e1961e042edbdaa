/**
 * Prints what the week of a large group costs: time and memory of the collector in this process, then time of the view and the longest
 * time in which its page was blocked, in browsers: while it reads, before it, and while the browser makes the list of the files. Ends with 1
 * where the time grows faster than the files, the page is blocked for more than a tenth of a second once it has the list, or the merged CSV
 * shows other figures. In Chromium the folder of the same files is chosen, too. Options: `--browser chromium|firefox|none`, `--files 5000,10000,20000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { collectIn, type ViewCost, writeFiles } from './group/in-browser';
import { collectHere } from './group/in-process';

/** Time per file, over that of the fewest files: 1 is linear, and a quadratic cost would be 4 at four times the files. */
const MAX_GROWTH = 1.5;
const MAX_BLOCKED_MS = 100;

const { values } = parseArgs({ options: { browser: { type: 'string' }, files: { type: 'string' } } });
const counts = (values.files ?? '5000,10000,20000').split(',').map(Number);
const [fewest = 1] = counts;
let isWithin = true;

function print(cells: readonly (string | number)[], isMissed = false): void {
	isWithin &&= !isMissed;
	const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell).padStart(10));
	console.log(texts.join(' ') + (isMissed ? '  MISSED' : ''));
}

/** How time per file has grown since the fewest files. */
function growthSince(first: number | null, ms: number, count: number): number {
	return first === null ? 1 : ms / count / (first / fewest);
}

console.log('\nin this process');
print(['files', 'read ms', 'growth', 'show ms', 'CSV ms', 'heap MB', 'CSV MB', 'CSV read']);
// Code that runs for the first time is compiled: not counted.
await collectHere(fewest);
let first: number | null = null;
for (const count of counts) {
	const { readMs, showMs, mergeMs, heapMb, mergedMb, mergedReadMs, isSame } = await collectHere(count);
	const growth = growthSince(first, readMs + showMs, count);
	first ??= readMs + showMs;
	print([`${count}`, readMs, growth, showMs, mergeMs, heapMb, mergedMb, mergedReadMs], growth > MAX_GROWTH || !isSame);
}

for (const browser of ['chromium', 'firefox'] as const) {
	if ((values.browser ?? browser) !== browser) continue;
	console.log(`\n${browser}`);
	print(['files', 'list ms', 'shown ms', 'growth', 'CSV ms', 'blocked ms', 'idle ms']);
	const folder = mkdtempSync(join(tmpdir(), 'sobrio-group-'));
	const driver = await openWithExtension(browser);
	const printCost = (name: string, cost: ViewCost, growth: number, isMissed = false) => {
		const { listMs, shownMs, mergedMs, blockedMs, idleBlockedMs } = cost;
		const isOver = growth > MAX_GROWTH || blockedMs > MAX_BLOCKED_MS || isMissed;
		print([name, listMs, shownMs, growth, mergedMs, blockedMs, idleBlockedMs], isOver);
	};
	try {
		await collectIn(driver, writeFiles(join(folder, 'first'), 100));
		let firstMs: number | null = null;
		for (const count of counts) {
			const place = join(folder, String(count));
			const cost = await collectIn(driver, writeFiles(place, count));
			printCost(`${count}`, cost, growthSince(firstMs, cost.shownMs, count));
			firstMs ??= cost.shownMs;
			if (browser === 'firefox') continue;
			// Its own list is not made: nothing may block the page from the choice on.
			const inFolder = await collectIn(driver, [], place);
			printCost('in folder', inFolder, growthSince(firstMs, inFolder.shownMs, count), inFolder.listMs > MAX_BLOCKED_MS);
		}
	} finally {
		await driver.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
process.exit(isWithin ? 0 : 1);
