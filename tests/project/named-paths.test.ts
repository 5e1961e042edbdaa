import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PATH = /`((?:tests|utils|scripts|docs|entrypoints|components)\/[\w./-]+)`/g;

it.each(['SECURITY.md', 'PRIVACY.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/accuracy.md'])(
	'the files and folders that %s names exist',
	(document) => {
		const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATH)].map(([, path]) => path ?? '');
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	},
);
