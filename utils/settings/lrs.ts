import { createSecret } from '@/utils/browser/secret';
import { createItem } from '@/utils/browser/storage-item';
import { endpointOf } from '@/utils/core/delivery/lrs';
import type { WeekQueue } from '@/utils/core/delivery/queue';
import { type Lrs, parseLrs } from '@/utils/core/schema/settings';
import { readAgreedLrs } from './organisation';
import { parseQueue, watchQueueOf } from './queue';

const store = createSecret('lrs', parseSafeLrs);
const queue = createItem('lrsQueue', parseQueue);

/** The store in a stored value; null when it is none, or its address is not safe. */
function parseSafeLrs(stored: unknown): Lrs | null {
	const lrs = parseLrs(stored);
	const endpoint = lrs && endpointOf(lrs.endpoint);
	return lrs && endpoint !== null ? { ...lrs, endpoint } : null;
}

/** The Learning Record Store that the user set up; null while there is none. */
export const readOwnLrs = store.read;

/** The store that weeks are sent to: that of the organisation where the learner has agreed to it, else the user's own. */
export async function readLrs(): Promise<Lrs | null> {
	return (await readAgreedLrs()) ?? readOwnLrs();
}

/** Saves the store; null deletes it. What waits for it is the background's to discard. */
export async function saveLrs(lrs: Lrs | null): Promise<void> {
	if (lrs) await store.write(lrs);
	else await store.remove();
}

/** Discards what waits. Only the background calls this. */
export const discardQueue = queue.remove;

/** What waits to be sent, and the last reply. */
export const readQueue = queue.read;

/** Changes what waits, one change after the other. Only the background calls this: of two writers, one would undo what the other does. */
export const changeQueue = queue.change;

/** Calls back when the queue changes, until the returned function is called. */
export const watchQueue = (onChange: (queue: WeekQueue) => void) => watchQueueOf(queue, onChange);
