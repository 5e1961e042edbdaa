import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface LockedPackage {
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function sourcesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name));
}

test('pure code reads no clock and no random number', () => {
	const sources = sourcesIn('utils/core');
	expect(sources.length).toBeGreaterThan(100);
	const clock = /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(/;
	expect(sources.filter((path) => clock.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test('no file exists only to re-export others', () => {
	const sources = ['utils', 'components', 'entrypoints'].flatMap(sourcesIn);
	const isBarrel = (code: string) => code.split('\n').every((line) => /^(export .* from .*|\s*|\/\/.*)$/.test(line));
	expect(sources.filter((path) => isBarrel(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

// `npm ci` refuses a lock that lacks one, on any system; `npm run lock` adds them.
test('package-lock.json holds the optional packages of every system', () => {
	const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
	const absent = Object.entries<LockedPackage>(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
		),
	);
	expect(absent).toEqual([]);
});

test('every dependency is pinned to one version', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
		([, range]) => !/^\d/.test(range),
	);
	expect(loose).toEqual([]);
});
