import type { Database } from './database';

/** Erases every figure and course name of one host; the other hosts' stay. */
export async function eraseHost(database: Database, host: string): Promise<void> {
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	for (const name of ['visits', 'days', 'courses'] as const) {
		for (
			let cursor = await transaction.objectStore(name).openCursor();
			cursor;
			cursor = (await cursor.continue()) as typeof cursor
		) {
			if (cursor.value.host === host) await cursor.delete();
		}
	}
	await transaction.done;
}

/** The last local day, `YYYY-MM-DD`, on which each of the hosts was visited; those that never were are absent. */
export async function readLastDays(database: Database, hosts: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const lastDays = new Map<string, string>();
	const wanted = new Set(hosts);
	// The newest day comes first, and the day totals say all that is needed in their keys.
	let cursor = wanted.size > 0 ? await database.transaction('days').store.openKeyCursor(null, 'prev') : null;
	while (cursor && wanted.size > 0) {
		const [day, host] = cursor.key;
		if (wanted.delete(host)) lastDays.set(host, day);
		cursor = await cursor.continue();
	}
	return lastDays;
}
