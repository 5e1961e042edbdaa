import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eraseEverything } from '@/entrypoints/dashboard/data/erase-everything';
import { createSecret } from '@/utils/browser/secret';
import { readSettings } from '@/utils/settings/backup';
import { adoptSecret } from '@/utils/settings/pseudonyms';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'settings');

/**
 * Not in backups: what this browser granted at once, secrets of the user's servers and class, what was agreed to with this browser's
 * organisation, and what belongs to its own week.
 */
const NOT_IN_BACKUPS = [
	'bucket',
	'bucketQueue',
	'classCode',
	'knownPlatforms',
	'lrs',
	'lrsQueue',
	'nudgedWeek',
	'organisation',
	'weeklyState',
];

/** Erased by the background: what it may be sending, and sites with the scripts that they register. */
const ERASED_BY_BACKGROUND = ['bucketQueue', 'followedSites', 'knownPlatforms', 'lrsQueue', 'pauses', 'soberMode'];

const keysIn = (creation: RegExp) =>
	readdirSync(FOLDER).flatMap((name) =>
		[...readFileSync(join(FOLDER, name), 'utf8').matchAll(creation)].map(([, key = '']) => key),
	);
/** Storage keys of all settings. */
const keys = keysIn(/createItem(?:<[^(]*>)?\(\s*'(\w+)'/g);
/** Keys of what is stored apart from them. */
const secrets = keysIn(/createSecret\('(\w+)'/g);

beforeEach(async () => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	await fakeBrowser.storage.local.set(
		Object.fromEntries(keys.map((key) => [key, { version: 1, value: { some: 'value' } }])),
	);
	Object.assign(fakeBrowser.runtime, { sendMessage: vi.fn(async () => ({ ok: true, value: [] })) });
	Object.assign(fakeBrowser.permissions, { remove: vi.fn(async () => true) });
});

test('every setting is in a backup, or named here', async () => {
	expect(keys.length).toBeGreaterThan(10);
	expect(secrets.length).toBeGreaterThan(1);
	await adoptSecret('ab'.repeat(32));
	const inBackups = [...keys, ...secrets].filter((key) => !NOT_IN_BACKUPS.includes(key));
	expect(Object.keys(await readSettings()).sort()).toEqual(inBackups.sort());
});

test('"Erase everything" resets every setting, or it is named here', async () => {
	for (const secret of secrets) await createSecret(secret, String).write('secret');
	expect(await eraseEverything()).toEqual([]);
	expect(await indexedDB.databases()).toEqual([]);
	expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual(ERASED_BY_BACKGROUND);
});
