import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEPT_INTERFACES } from '@/scripts/setup/short-polyfill';

const ROOT = join(import.meta.dirname, '..', '..');
/** In no table of the polyfill, or left out of ours: the browsers' own promises serve, or there are none. */
const NATIVE = [
	'action',
	'alarms',
	'declarativeNetRequest',
	'downloads',
	'i18n',
	'notifications',
	'permissions',
	'scripting',
	'tabs',
	'webRequest',
];

test('the polyfill keeps the interfaces called through it that browsers do not serve by themselves, and no other', () => {
	const sources = ['entrypoints', 'utils'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/.test(name))
			.map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
			.filter((code) => code.includes("from 'webextension-polyfill'")),
	);
	const called = sources.flatMap((code) => [...code.matchAll(/\bbrowser\.(\w+)/g)].map(([, name]) => name));
	expect([...new Set(called)].filter((name) => !NATIVE.includes(name ?? '')).sort()).toEqual([...KEPT_INTERFACES]);
});
