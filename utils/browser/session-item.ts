import { browser } from './browser';

/**
 * One value under `key` in `storage.session`: in memory that outlives a stop of the background, but not the browser. Its shape is not
 * checked: only the background writes it, in this session of the browser.
 */
export function createSessionItem<Value>(key: string) {
	return {
		key,
		/** Null while there is none. */
		read: async () => ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null,
		write: (value: Value) => browser.storage.session.set({ [key]: value }),
		remove: () => browser.storage.session.remove(key),
	};
}

/** Values of one kind, each under an id, whose keys begin with `prefix`; as {@link createSessionItem} otherwise. */
export function createSessionRecords<Value>(prefix: string) {
	const storage = () => browser.storage.session;
	return {
		/** Null while there is none. */
		read: (id: string) => createSessionItem<Value>(prefix + id).read(),
		/** All of them by id, in no particular order. */
		async readAll(): Promise<ReadonlyMap<string, Value>> {
			const entries = Object.entries(await storage().get(null)).filter(([key]) => key.startsWith(prefix));
			return new Map(entries.map(([key, value]) => [key.slice(prefix.length), value as Value]));
		},
		/** Adds values, in place of those with the same ids, together with other items by key: all or none of them. */
		write: (values: Readonly<Record<string, Value>>, items: Readonly<Record<string, unknown>> = {}) =>
			storage().set({
				...Object.fromEntries(Object.entries(values).map(([id, value]) => [prefix + id, value])),
				...items,
			}),
		/** Ids without a value are ignored. */
		remove: (ids: readonly string[]) => storage().remove(ids.map((id) => prefix + id)),
	};
}

/** Deletes all values except those under these keys. */
export async function clearSession(keys: readonly string[]): Promise<void> {
	const { session } = browser.storage;
	const stored = Object.keys(await session.get(null));
	await session.remove(stored.filter((key) => !keys.includes(key)));
}
