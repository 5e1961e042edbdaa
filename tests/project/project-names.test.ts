import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reservedNamesIn } from '@/scripts/setup/release';
import { XAPI_BASE } from '@/utils/core/export/xapi';
import { FIREFOX_ID, PROJECT_SITE, UPDATES_URL } from '@/utils/core/project';

const ROOT = join(import.meta.dirname, '..', '..');
const ONE_PLACE = 'utils/core/project.ts';
/** Made from the constant by `scripts/export-schemas.ts`, or compared with it below. */
const COPIES = ['public/schemas/', 'docs/deployment.md', 'docs/exports.md'];

/** The parts of the build. */
const BUILT = ['utils', 'entrypoints', 'components', 'public', 'wxt.config.ts'];
/** A line of code that is a comment, or whose end is one. */
const COMMENT = /^\s*\*.*|\/\*\*?.*?(?:\*\/|$)|(?<!:)\/\/.*$|\s# .*$/gm;

function pathsOf(...folders: readonly string[]): string[] {
	const options = { cwd: ROOT, encoding: 'utf8' } as const;
	return execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], options)
		.trim()
		.split('\n');
}

test('our domain stands in one file of code', () => {
	const domain = new URL(PROJECT_SITE).hostname;
	const naming = pathsOf(...BUILT, 'scripts', 'docs').filter((path) =>
		readFileSync(join(ROOT, path), 'utf8').includes(domain),
	);
	expect(naming.filter((path) => !COPIES.some((copy) => path.startsWith(copy)))).toEqual([ONE_PLACE]);
});

test('no other name keeps a release back: a domain of our own in that file is enough', () => {
	const naming = pathsOf(...BUILT).filter((path) => {
		const code = readFileSync(join(ROOT, path), 'utf8').replace(COMMENT, '');
		return reservedNamesIn(code).length > 0;
	});
	expect(naming.filter((path) => path !== ONE_PLACE && !path.startsWith('public/schemas/'))).toEqual([]);
});

test('the documents name the id and the IRIs that the code has', () => {
	const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
	expect(read('docs/deployment.md')).toContain(`"${FIREFOX_ID}": {`);
	expect(read('docs/exports.md').split(`\`${XAPI_BASE}\``).length).toBe(3);
	expect(UPDATES_URL).toBe(`${PROJECT_SITE}updates.json`);
});
