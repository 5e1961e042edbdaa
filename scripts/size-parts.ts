/** Prints what each bundle of the build for Chrome is made of, minified: each library and our folders, by the bundler's source maps. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { build } from 'wxt';
import { type Bundle, buildBundles } from './setup/bundles.ts';
import { ROOT } from './setup/paths.mjs';

const OUT = join(ROOT, 'out', 'size');
const BYTES_PER_KB = 1000;
/** Smaller parts are one row together. */
const MIN_PART_BYTES = 1500;
const SMALLER = 'smaller parts';
/** Imports between the chunks and the bundler's helpers: no source has them. */
const GLUE = 'imports between chunks';

await build({ browser: 'chrome', outDir: OUT, vite: () => ({ build: { sourcemap: true } }) });
const folder = join(OUT, 'chrome-mv3');
for (const bundle of buildBundles(folder)) if (bundle.name !== 'texts') show(bundle);

function show({ name, files }: Bundle): void {
	const parts = Map.groupBy(files.flatMap(partsOf), ({ part }) => part);
	const sums = [...parts].map(([part, pieces]) => ({ part, bytes: sumOf(pieces) })).sort((a, b) => b.bytes - a.bytes);
	const [large, small] = [true, false].map((isLarge) =>
		sums.filter(({ bytes }) => bytes >= MIN_PART_BYTES === isLarge),
	);
	console.log(`${name} ${kb(sumOf(sums))}`);
	for (const { part, bytes } of [...(large ?? []), { part: SMALLER, bytes: sumOf(small ?? []) }])
		console.log(`  ${kb(bytes).padStart(9)} ${part}`);
}

/** Each character of a script, with the part of the source that it comes from. */
function partsOf(file: string): { readonly part: string; readonly bytes: number }[] {
	const lines = readFileSync(join(folder, file), 'utf8').split('\n');
	const mapFile = join(folder, `${file}.map`);
	// A chunk without code of a file has none.
	const map = existsSync(mapFile) ? new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8'))) : null;
	const code = lines.filter((line) => !/^\/\/# source(?:Mapping)?URL=/.test(line));
	return code.flatMap((text, line) =>
		[...text].map((character, column) => ({
			part: partOf(map?.findEntry(line, column)),
			bytes: Buffer.byteLength(character),
		})),
	);
}

/** The library of a source, or its folder down to the second. */
function partOf(entry: object | undefined): string {
	const { originalSource = '' } = (entry ?? {}) as { originalSource?: string };
	const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(originalSource)?.[1];
	return library ?? /(?:utils|components|entrypoints)\/(?:[^/]+\/){0,2}/.exec(originalSource)?.[0] ?? GLUE;
}

function sumOf(parts: readonly { readonly bytes: number }[]): number {
	return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kb(bytes: number): string {
	return `${(bytes / BYTES_PER_KB).toFixed(1)} kB`;
}
