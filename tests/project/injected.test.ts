import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '@/scripts/setup/paths.mjs';

/** Names of the scripts that the background injects, by the addresses in its code: `/observer.js`. */
function injectedNames(): string[] {
	const folder = join(ROOT, 'utils', 'background');
	const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
	const code = sources.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n');
	return [...code.matchAll(/'\/([\w-]+)\.js'/g)].map(([, name = '']) => name);
}

test('every script that the background injects is an entrypoint', () => {
	const names = injectedNames();
	expect(names.length).toBeGreaterThan(5);
	expect(names.filter((name) => !existsSync(join(ROOT, 'entrypoints', `${name}.ts`)))).toEqual([]);
});
