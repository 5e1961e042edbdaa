import type { PersistedSession } from '@/utils/background/visits/sessions';
import type { DatabaseKeeper } from '@/utils/store/database-keeper';
import { addUnknown } from '@/utils/store/visits';
import type { ChangingVisits } from './changing-visits';

/** Visits whose state was lost have one more unknown request. */
export async function noteLost(database: DatabaseKeeper, ids: readonly string[]): Promise<void> {
	for (const id of ids) await addUnknown(await database.open(), id);
}

/** A browser that was killed, or closed in the middle of a page, leaves visits that have one more unknown request. */
export async function noteKilled(
	database: DatabaseKeeper,
	earlier: Promise<PersistedSession>,
	changing: ChangingVisits,
): Promise<void> {
	const [{ isFirst }, ids] = await Promise.all([earlier, changing.takeLeft()]);
	if (isFirst) void noteLost(database, ids);
}
