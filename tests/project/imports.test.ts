import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** One line of code in a place, and whether the linter lets it stand there. */
const CASES: readonly [path: string, code: string, isAllowed: boolean][] = [
	['utils/core/units/a.ts', `import './b';`, true],
	['utils/core/units/b.ts', `import '@/utils/browser/ask';`, false],
	['utils/core/measure/a.ts', `import '@/utils/core/units/range';`, true],
	['utils/core/measure/b.ts', `import '../units/range';`, false],
	['utils/core/carbon/a.ts', `import 'wxt/browser';`, false],
	['utils/core/stats/a.ts', `import 'preact';`, false],
	['utils/core/stats/b.ts', `import '@/utils/store/database';`, false],
	['utils/core/tips/a.ts', `import '#i18n';`, false],
	['utils/core/tips/b.ts', `import type { A } from '@/components/card/TipCard'; export type B = A;`, false],
	['utils/core/export/a.ts', `import 'idb';`, false],
	['utils/core/platforms/a.ts', `import 'webextension-polyfill';`, false],
	['utils/core/platforms/b.ts', `import '@/entrypoints/background';`, false],
	['utils/core/measure/c.ts', `export const title = document.title;`, false],
	['utils/core/measure/d.ts', `export const answer = fetch('/');`, false],
	['utils/core/carbon/b.ts', `export const grams = (bytes: number) => bytes * 51.9;`, false],
	['utils/core/carbon/c.ts', `export const GRID_GRAMS_PER_KWH = 51.9;`, true],
	['utils/page/observe/a.ts', `import '@/utils/core/visit/kind';`, true],
	['utils/page/observe/b.ts', `import '@/utils/browser/ask';`, false],
	['utils/browser/a.ts', `import 'wxt/browser';`, true],
	['utils/browser/b.ts', `import '@/utils/store/database';`, false],
	['utils/store/a.ts', `import 'idb';`, true],
	['utils/store/b.ts', `import '@/utils/background/visits/visits';`, false],
	['utils/settings/a.ts', `import 'wxt/browser';`, true],
	['utils/settings/b.ts', `import 'preact';`, false],
	['utils/background/export/a.ts', `import '@/utils/settings/lrs';`, true],
	['utils/background/export/b.ts', `import '@/utils/page/media/media-watch';`, false],
	['utils/background/export/c.ts', `import '@/utils/background/export/send';`, true],
	['entrypoints/dashboard/a.ts', `import '@/utils/background/export/send';`, false],
	['components/A.tsx', `import 'preact'; import '#i18n'; import '@/utils/core/stats/week';`, true],
	['components/B.tsx', `import '@/utils/browser/ask';`, false],
	['components/C.tsx', `import '@/utils/store/database';`, false],
	['components/D.tsx', `import '@/utils/settings/profile';`, false],
	['components/E.tsx', `import 'wxt/browser';`, false],
	['components/F.tsx', `import '@preact/signals-core';`, false],
	['components/G.tsx', `import 'preact/hooks';`, true],
	['entrypoints/media.ts', `import '@/utils/page/media/media-watch';`, true],
	['entrypoints/observer.ts', `import 'preact';`, false],
	['entrypoints/page-world.ts', `import '@/utils/store/database';`, false],
	['entrypoints/place.ts', `import 'wxt/browser';`, false],
	['utils/background/visits/a.ts', `import '@/utils/store/database'; import 'webextension-polyfill';`, true],
	['utils/background/visits/b.ts', `import '@/components/card/TipCard';`, false],
	['entrypoints/popup/a.ts', `import '@/utils/store/database';`, false],
	['entrypoints/popup/e.ts', `import '@preact/signals-core'; import 'preact';`, true],
	['entrypoints/popup/f.ts', `import 'preact/hooks';`, false],
	['entrypoints/popup/d.ts', `import 'webextension-polyfill';`, false],
	['entrypoints/popup/b.ts', `import '@/entrypoints/dashboard/model';`, false],
	['entrypoints/popup/c.ts', `export const show = (value: unknown) => console.log(value);`, false],
	['tests/stats/a.ts', `import '@/entrypoints/popup/model';`, true],
	['tests/stats/b.ts', `import '../measure/a';`, false],
	['utils/core/stats/c.ts', `export const guess = (value: any) => value;`, false],
	['utils/core/stats/d.ts', `export default 1;`, false],
	['utils/core/stats/e.ts', `${'export {};\n'.repeat(201)}`, false],
];

const folder = mkdtempSync(join(tmpdir(), 'sobrio-lint-'));
let refused: Set<string>;

beforeAll(() => {
	copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
	for (const [path, code] of CASES) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), `${code}\n`);
	}
	refused = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that Biome finds an error in, by the project's own configuration. */
function lint(): Set<string> {
	const args = ['lint', '--vcs-enabled=false', '--diagnostic-level=error', '--max-diagnostics=none', '--reporter=json'];
	const report = run(join(ROOT, 'node_modules/.bin/biome'), [...args, '.']);
	const { diagnostics } = JSON.parse(report) as { diagnostics: { location: { path: string } }[] };
	return new Set(diagnostics.map(({ location }) => location.path));
}

/** Standard output of a command, whatever its exit code. */
function run(command: string, args: readonly string[]): string {
	try {
		return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	} catch (error) {
		return (error as { stdout: string }).stdout;
	}
}

test.each(CASES)('%s: %s is allowed: %s', (path, _code, isAllowed) => {
	expect(refused.has(path)).toBe(!isAllowed);
});
