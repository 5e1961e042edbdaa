import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface LockedPackage {
	readonly version?: string;
	readonly integrity?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function lockedPackages(path: string): Readonly<Record<string, LockedPackage>> {
	return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
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
	const packages = lockedPackages('package-lock.json');
	const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
		),
	);
	expect(absent).toEqual([]);
});

test.each(['package-lock.json', 'scripts/setup/node/package-lock.json'])(
	'every package of %s has an integrity, which `npm ci` checks',
	(path) => {
		const { '': root, ...packages } = lockedPackages(path);
		expect(Object.keys(packages).length).toBeGreaterThan(2);
		const unchecked = Object.entries(packages).filter(
			([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity),
		);
		expect(unchecked.map(([name]) => name)).toEqual([]);
	},
);

test('the Node that the set-up installs has the major version of .nvmrc, everywhere the same', () => {
	const versions = Object.values(lockedPackages('scripts/setup/node/package-lock.json')).flatMap(
		({ version }) => version ?? [],
	);
	expect(new Set(versions).size).toBe(1);
	expect(versions[0]?.split('.')[0]).toBe(readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim());
});

test('every dependency is pinned to one version', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
		([, range]) => !/^\d/.test(range),
	);
	expect(loose).toEqual([]);
});
