import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { browser } from './browser';
import { createSerial } from './serial';

interface Secrets extends DBSchema {
	secrets: { key: string; value: unknown };
}

const NAME = 'sobrio-secrets';

/** One call at a time: the database is deleted once it is empty. */
const serial = createSerial();

async function exists(): Promise<boolean> {
	return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

async function withDatabase<Value>(use: (database: IDBPDatabase<Secrets>) => Promise<Value>): Promise<Value> {
	const database = await openDB<Secrets>(NAME, 1, {
		upgrade: (opened) => void opened.createObjectStore('secrets'),
	});
	try {
		return await use(database);
	} finally {
		database.close();
	}
}

/** Moves what an earlier version stored under the key in `storage.local`. */
async function moveOlder(key: string): Promise<void> {
	const older = (await browser.storage.local.get(key))[key] as { readonly value?: unknown } | undefined;
	if (older === undefined) return;
	await withDatabase((database) => database.put('secrets', older.value ?? null, key));
	await browser.storage.local.remove(key);
}

/**
 * One secret under `key`, in a database of the extension's origin: in every browser, no content script and so no page's process can
 * open it. `parse` makes a valid value of whatever is stored, null while nothing is. The database is gone while it holds nothing.
 */
export function createSecret<Value>(key: string, parse: (stored: unknown) => Value) {
	return {
		read: () =>
			serial(async () => {
				await moveOlder(key);
				return parse((await exists()) ? await withDatabase((database) => database.get('secrets', key)) : null);
			}),
		/** Replaces the value. */
		write: (value: Value) =>
			serial(async () => {
				await browser.storage.local.remove(key);
				await withDatabase((database) => database.put('secrets', value, key));
			}),
		/** Deletes it. */
		remove: () =>
			serial(async () => {
				await browser.storage.local.remove(key);
				if (!(await exists())) return;
				const count = await withDatabase(async (database) => {
					await database.delete('secrets', key);
					return database.count('secrets');
				});
				if (count === 0) await deleteDB(NAME);
			}),
	};
}
