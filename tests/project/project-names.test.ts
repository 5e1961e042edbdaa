import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { XAPI_BASE } from '@/utils/core/export/xapi';
import { FIREFOX_ID, PROJECT_SITE, UPDATES_URL } from '@/utils/core/project';

const ROOT = join(import.meta.dirname, '..', '..');
const ONE_PLACE = 'utils/core/project.ts';
/** Made from the constant by `scripts/export-schemas.ts`, or compared with it below. */
const COPIES = ['public/schemas/', 'docs/deployment.md', 'docs/exports.md'];

test('our domain stands in one file of code', () => {
	const domain = new URL(PROJECT_SITE).hostname;
	const paths = execFileSync(
		'git',
		[
			'ls-files',
			'-co',
			'--exclude-standard',
			'utils',
			'entrypoints',
			'components',
			'scripts',
			'public',
			'docs',
			'wxt.config.ts',
		],
		{
			cwd: ROOT,
			encoding: 'utf8',
		},
	);
	const naming = paths
		.trim()
		.split('\n')
		.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes(domain));
	expect(naming.filter((path) => !COPIES.some((copy) => path.startsWith(copy)))).toEqual([ONE_PLACE]);
});

test('the documents name the id and the IRIs that the code has', () => {
	const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
	expect(read('docs/deployment.md')).toContain(`"${FIREFOX_ID}": {`);
	expect(read('docs/exports.md').split(`\`${XAPI_BASE}\``).length).toBe(3);
	expect(UPDATES_URL).toBe(`${PROJECT_SITE}updates.json`);
});
