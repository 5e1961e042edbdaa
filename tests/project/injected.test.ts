import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = ['background.ts'];

/** Entry points that run in course pages: every script but the background. */
const INJECTED = readdirSync(join(ROOT, 'entrypoints')).filter((name) => name.endsWith('.ts') && !PAGES.includes(name));

/** An import or export that exists at run time: `type` imports are erased. */
const RUNTIME = /^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm;

function isErased(names = ''): boolean {
	const inside = /^\{([^}]*)\}$/
		.exec(names.trim())?.[1]
		?.split(',')
		.map((name) => name.trim());
	return inside?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}

function runtimeImports(file: string): readonly string[] {
	const text = readFileSync(file, 'utf8');
	return [...text.matchAll(RUNTIME)].flatMap(([, names, path = '']) => (isErased(names) ? [] : [path]));
}

function fileOf(path: string, from: string): string | null {
	const base = path.startsWith('@/')
		? join(ROOT, path.slice(2))
		: path.startsWith('./')
			? join(dirname(from), path)
			: null;
	if (base === null) return null;
	const file = ['.ts', '.tsx']
		.map((extension) => base + extension)
		.find((each) => statSync(each, { throwIfNoEntry: false }));
	if (!file) throw new Error(`${from} imports ${path}, which is no file`);
	return file;
}

/** Packages that code reachable from a file imports at run time, each with the file that imports it. */
function reachablePackages(entry: string): ReadonlyMap<string, string> {
	const packages = new Map<string, string>();
	const seen = new Set<string>();
	const walk = (file: string): void => {
		if (seen.has(file)) return;
		seen.add(file);
		for (const path of runtimeImports(file)) {
			const next = fileOf(path, file);
			if (next) walk(next);
			else packages.set(path, file);
		}
	};
	walk(entry);
	return packages;
}

test('the walk follows imports from file to file', () => {
	expect([...reachablePackages(join(ROOT, 'utils/background/routes/router.ts')).keys()]).toContain('valibot');
});

test.each(INJECTED)('%s bundles no package but what WXT wraps it in', (name) => {
	const packages = [...reachablePackages(join(ROOT, 'entrypoints', name)).keys()];
	expect(packages.filter((path) => !path.startsWith('wxt/'))).toEqual([]);
});
