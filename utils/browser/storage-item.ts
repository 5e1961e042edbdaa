import { browser } from './browser';
import { createSerial } from './serial';

/** Converts a value from one version to the next. */
export type Migration = (older: unknown) => unknown;

/** A preference as stored. */
export interface Stored {
	readonly version: number;
	readonly value: unknown;
}

/** The keys requested in this turn of the event loop, and the read that they share. */
let requested: string[] = [];
let reading: Promise<Record<string, unknown>> | undefined;

/** The value under a key. All keys requested in one turn are read together: each read is a round trip to another process. */
async function storedUnder(key: string): Promise<unknown> {
	requested.push(key);
	reading ??= Promise.resolve().then(() => {
		const keys = requested;
		requested = [];
		reading = undefined;
		return browser.storage.local.get(keys);
	});
	return (await reading)[key];
}

/**
 * One preference under `key` in `storage.local`; each of its functions works on its own. `parse` makes a valid value of whatever is
 * stored, null while nothing is. A shape starts at version 1; each migration adds one version and is applied when an older value is read.
 */
export function createItem<Value>(
	key: string,
	parse: (stored: unknown) => Value,
	migrations: readonly Migration[] = [],
) {
	const serial = createSerial();
	const read = async () => parse(upgrade((await storedUnder(key)) as Partial<Stored> | undefined, migrations));
	/** Replaces the value. */
	const write = async (value: Value) => {
		const stored: Stored = { version: migrations.length + 1, value };
		await browser.storage.local.set({ [key]: stored });
	};
	return {
		read,
		write,
		/**
		 * Replaces the value by one made from it; the same value is not written. Changes run one after another: two that read before either
		 * writes would lose one.
		 */
		change: (next: (value: Value) => Value) =>
			serial(async () => {
				const value = await read();
				const changed = next(value);
				if (changed !== value) await write(changed);
			}),
		/** What another install stored, in the current shape; null where nothing of it is valid, or all of it is as at install. */
		accept(stored: unknown): Stored | null {
			const from = (stored ?? undefined) as Partial<Stored> | undefined;
			const value = parse(upgrade(from, migrations));
			if (isSame(value, parse(null))) return null;
			// A valid value stays as it is: a backup of it is the same byte for byte.
			const isCurrent = isSame(value, from?.value) && Number(from?.version) <= migrations.length + 1;
			return { version: isCurrent ? Number(from?.version) : migrations.length + 1, value };
		},
		/** Resets it to what it was at install, after the changes that have begun. */
		remove: () => serial(() => browser.storage.local.remove(key)),
		/** Calls back when any page or the background changes it, until the returned function is called. */
		watch(onChange: () => void) {
			const listener = (changes: object) => {
				if (key in changes) onChange();
			};
			browser.storage.local.onChanged.addListener(listener);
			return () => browser.storage.local.onChanged.removeListener(listener);
		},
	};
}

/** The value in the newest shape; null when there is none. */
function upgrade(stored: Partial<Stored> | undefined, migrations: readonly Migration[]): unknown {
	const { version, value } = stored ?? {};
	if (typeof version !== 'number') return null;
	return migrations.slice(version - 1).reduce<unknown>((older, migrate) => migrate(older), value ?? null);
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
