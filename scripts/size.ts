/** Prints what each build weighs, minified, against scripts/size-budget.json; ends with 1 when something is too heavy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './setup/bundles.ts';
import { ROOT } from './setup/paths.mjs';

const BYTES_PER_KB = 1000;
const PERCENT = 100;

const budget: Record<string, number> = JSON.parse(readFileSync(join(ROOT, 'scripts/size-budget.json'), 'utf8'));
const output = join(ROOT, '.output');
const builds = readdirSync(output, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const zips = readdirSync(output).filter((name) => name.endsWith('.zip') && !name.endsWith('-sources.zip'));

let isTooHeavy = builds.length === 0 || zips.length === 0;
for (const build of builds) {
	const browser = build.name.split('-')[0] as string;
	console.log(build.name);
	for (const bundle of buildBundles(join(output, build.name))) show(bundle.name, bundle.bytes, bundle.files);
	for (const zip of zips.filter((name) => name.endsWith(`-${browser}.zip`))) {
		show('zip', readFileSync(join(output, zip)).length, [zip]);
	}
}
if (isTooHeavy) console.error('Over the budget of scripts/size-budget.json, or something was not built.');
process.exitCode = isTooHeavy ? 1 : 0;

/** One line; a bundle without a budget counts as too heavy, so that none slips by. */
function show(name: string, bytes: number, files: readonly string[]): void {
	const limit = budget[name] ?? 0;
	const isOver = bytes > limit;
	isTooHeavy ||= isOver;
	const share = limit > 0 ? `${Math.round((PERCENT * bytes) / limit)} %` : 'no budget';
	const columns = [name.padEnd(12), kb(bytes).padStart(9), 'of', kb(limit).padStart(9), share.padStart(6)];
	console.log(`  ${columns.join(' ')} ${isOver ? 'OVER' : 'ok'}   ${files.join(' ')}`);
}

function kb(bytes: number): string {
	return `${(bytes / BYTES_PER_KB).toFixed(1)} kB`;
}
