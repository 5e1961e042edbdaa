import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHROME_PERMISSIONS, INSTALL_PERMISSIONS, OPTIONAL_PERMISSIONS } from '@/entrypoints/welcome/PermissionTable';
import config from '@/wxt.config';

const ROOT = join(import.meta.dirname, '..', '..');
/** Each README and store listing, and the heading above its table. */
const TABLES = [
	['README.md', '## Privacy'],
	['README.fr.md', '## Vie privée'],
	['docs/store/listing.en.md', '## Permissions'],
	['docs/store/listing.fr.md', '## Autorisations'],
] as const;

async function permissionsOf(
	browser: string,
): Promise<{ readonly install: readonly string[]; readonly optional: readonly string[] }> {
	const { manifest } = config;
	if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser, so it is a function.');
	const env = { browser, manifestVersion: 3, mode: 'production', command: 'build' } as const;
	const { permissions = [], optional_permissions = [] } = await manifest(env);
	return { install: permissions, optional: optional_permissions };
}

/** Rows of the table under a heading of a document: the permission's cell and its reason. */
function tableUnder(file: string, heading: string): [string, string][] {
	const text = readFileSync(join(ROOT, file), 'utf8');
	const table = text.slice(text.indexOf(heading)).match(/(?:^\|.*\|\n)+/m)?.[0] ?? '';
	const rows = table.trim().split('\n').slice(2);
	return rows.map(
		(row) =>
			row
				.split('|')
				.slice(1, 3)
				.map((cell) => cell.trim()) as [string, string],
	);
}

describe.each(['chrome', 'firefox'])('each permission of the build for %s has one reason', (browser) => {
	test.each(TABLES)('in %s under "%s"', async (file, heading) => {
		const rows = tableUnder(file, heading)
			.filter(([name]) => browser === 'chrome' || !name.endsWith('(Chrome)'))
			.map(([name, reason]) => [name.replace(' (Chrome)', ''), reason] as const);
		const named = rows.map(([name]) => /^`(\w+)`$/.exec(name)?.[1]).filter((name) => name !== undefined);
		expect(named.sort()).toEqual(
			Object.values(await permissionsOf(browser))
				.flat()
				.sort(),
		);
		// The known hosts, and all sites, as options.
		expect(rows.length).toBe(named.length + 2);
		for (const [, reason] of rows) expect(reason.length).toBeGreaterThan(20);
	});

	test('on the welcome page', async () => {
		const named = browser === 'chrome' ? { ...INSTALL_PERMISSIONS, ...CHROME_PERMISSIONS } : INSTALL_PERMISSIONS;
		const { install, optional } = await permissionsOf(browser);
		expect(Object.keys(named).sort()).toEqual([...install].sort());
		expect(Object.keys(OPTIONAL_PERMISSIONS)).toEqual([...optional]);
	});
});
