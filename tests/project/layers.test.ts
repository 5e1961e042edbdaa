import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const MAX_FILES_A_FOLDER = 20;

/** Folders from the ground up: code imports from its own tier and from those before it. */
const TIERS: readonly (readonly string[])[] = [
	['utils/core'],
	['utils/browser', 'utils/i18n'],
	['utils/settings', 'utils/store'],
	['utils/page', 'utils/background', 'components'],
	['entrypoints'],
];

/** The packages that each folder may use, beside those that every page has. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
	'utils/core/schema': ['valibot'],
	'utils/core/carbon': ['@/node_modules/@tgwf/co2'],
	'utils/browser': ['webextension-polyfill', 'idb'],
	'utils/store': ['idb'],
	'utils/i18n': ['#i18n', '@wxt-dev/i18n'],
	components: ['preact', 'd3-array', 'd3-shape', '#i18n'],
	entrypoints: ['preact', '@preact/signals-core', '#i18n', 'wxt/utils'],
	'entrypoints/dashboard': ['d3-array', 'd3-hierarchy'],
};

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

interface Arrow {
	readonly from: string;
	readonly to: string;
}

const files = ['utils', 'components', 'entrypoints'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name)),
);

const imports = files.flatMap((file) =>
	[...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, name = '']) => ({ file, name })),
);

/** Imports of our own code, from file to file. */
const arrows: readonly Arrow[] = imports.flatMap(({ file, name }) => {
	const path = name.startsWith('@/') ? name.slice(2) : name.startsWith('./') ? join(dirname(file), name) : null;
	const to = path && files.find((each) => each === `${normalize(path)}.ts` || each === `${normalize(path)}.tsx`);
	return to ? [{ from: file, to }] : [];
});

function tierOf(file: string): number {
	return TIERS.findIndex((folders) => folders.some((folder) => file.startsWith(`${folder}/`)));
}

/** The folder of a subject: `utils/core/tips` for all that lies in it, `entrypoints/popup`, `utils/settings`. */
function subjectOf(file: string): string {
	const depth = /^utils\/(core|page|background)\//.test(file) || file.startsWith('entrypoints/dashboard/') ? 3 : 2;
	return dirname(file).split('/').slice(0, depth).join('/');
}

/** The first circle among arrows, as the names on it; null when there is none. */
function findCircle(edges: readonly Arrow[]): readonly string[] | null {
	const next = Map.groupBy(edges, ({ from }) => from);
	const done = new Set<string>();
	const walk = (name: string, path: readonly string[]): readonly string[] | null => {
		if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
		if (done.has(name)) return null;
		for (const { to } of next.get(name) ?? []) {
			const circle = walk(to, [...path, name]);
			if (circle) return circle;
		}
		done.add(name);
		return null;
	};
	for (const name of next.keys()) {
		const circle = walk(name, []);
		if (circle) return circle;
	}
	return null;
}

test('the walk finds a circle', () => {
	const edges = ['ab', 'bc', 'cb'].map(([from = '', to = '']) => ({ from, to }));
	expect(findCircle(edges)).toEqual(['b', 'c', 'b']);
	expect(arrows.length).toBeGreaterThan(files.length);
});

describe('imports', () => {
	test('lead from one file to another without a circle', () => {
		expect(findCircle(arrows)).toBeNull();
	});

	test('lead to the own tier or one below it', () => {
		expect(arrows.filter(({ from, to }) => tierOf(to) > tierOf(from))).toEqual([]);
		expect(files.filter((file) => tierOf(file) < 0)).toEqual([]);
	});

	test('lead from one subject to another without a circle', () => {
		const between = arrows
			.map(({ from, to }) => ({ from: subjectOf(from), to: subjectOf(to) }))
			.filter(({ from, to }) => from !== to);
		expect(findCircle(between)).toBeNull();
	});

	test('lead from no page to another', () => {
		const pageOf = (file: string) => /^entrypoints\/(\w+)\//.exec(file)?.[1] ?? null;
		const strange = arrows.filter(({ from, to }) => to.startsWith('entrypoints/') && pageOf(from) !== pageOf(to));
		expect(strange).toEqual([]);
	});

	test('name packages only where they belong', () => {
		const ours = /^(\.\/|@\/(utils|components|entrypoints)\/)|^virtual:/;
		const isAllowed = (file: string, name: string) =>
			Object.entries(PACKAGES).some(
				([folder, names]) =>
					file.startsWith(`${folder}/`) && names.some((each) => name === each || name.startsWith(`${each}/`)),
			);
		expect(imports.filter(({ file, name }) => !ours.test(name) && !isAllowed(file, name))).toEqual([]);
	});
});

test('no folder of code holds more than twenty files', () => {
	const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join('tests', name));
	const byFolder = Map.groupBy([...files, ...tests], (file) => dirname(file));
	const crowded = [...byFolder].filter(([, inside]) => inside.length > MAX_FILES_A_FOLDER).map(([folder]) => folder);
	expect(crowded).toEqual([]);
});
