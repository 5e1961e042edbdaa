import { browser } from './browser';

/** One value in `storage.session`: in memory that outlives a stop of the background, but not the browser. */
export interface SessionItem<Value> {
	/** Null while there is none. */
	read(): Promise<Value | null>;
	write(value: Value): Promise<void>;
	remove(): Promise<void>;
}

/** A value under `key`. Its shape is not checked: only the background writes it, in this session of the browser. */
export function createSessionItem<Value>(key: string): SessionItem<Value> {
	return {
		read: async () => ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null,
		write: (value) => browser.storage.session.set({ [key]: value }),
		remove: () => browser.storage.session.remove(key),
	};
}

/** Values of one kind in `storage.session`, each under an id. */
export interface SessionRecords<Value> {
	/** Null while there is none. */
	read(id: string): Promise<Value | null>;
	/** All of them by id, in no particular order. */
	readAll(): Promise<ReadonlyMap<string, Value>>;
	/** Adds values, in place of those with the same ids. */
	write(values: Readonly<Record<string, Value>>): Promise<void>;
	/** Ids without a value are ignored. */
	remove(ids: readonly string[]): Promise<void>;
}

/** Values whose keys begin with `prefix`, as {@link createSessionItem} otherwise. */
export function createSessionRecords<Value>(prefix: string): SessionRecords<Value> {
	const storage = () => browser.storage.session;
	return {
		read: (id) => createSessionItem<Value>(prefix + id).read(),
		async readAll() {
			const entries = Object.entries(await storage().get(null)).filter(([key]) => key.startsWith(prefix));
			return new Map(entries.map(([key, value]) => [key.slice(prefix.length), value as Value]));
		},
		write: (values) =>
			storage().set(Object.fromEntries(Object.entries(values).map(([id, value]) => [prefix + id, value]))),
		remove: (ids) => storage().remove(ids.map((id) => prefix + id)),
	};
}
