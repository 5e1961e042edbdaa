import { deleteAudits } from './audits';
import type { Database } from './database';

/** Erases every figure, course name and audit of one host; the other hosts' stay. */
export async function eraseHost(database: Database, host: string): Promise<void> {
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	for (const name of ['visits', 'days', 'courses'] as const) {
		for await (const cursor of transaction.objectStore(name)) {
			if (cursor.value.host === host) await cursor.delete();
		}
	}
	await transaction.done;
	await deleteAudits(database, (audit) => audit.host === host);
}

/** The last local day, `YYYY-MM-DD`, on which each of the hosts was visited; those that never were are absent. */
export async function readLastDays(database: Database, hosts: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const byHost = database.transaction('days').store.index('host');
	const found = await Promise.all(
		hosts.map(async (host): Promise<[string, string][]> => {
			// Under one host the keys are in the order of their days.
			const newest = await byHost.openKeyCursor(IDBKeyRange.only(host), 'prev');
			return newest ? [[host, newest.primaryKey[0]]] : [];
		}),
	);
	return new Map(found.flat());
}
