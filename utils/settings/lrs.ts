import { createItem } from '@/utils/browser/storage-item';
import { EMPTY_QUEUE, endpointOf, type Lrs, type LrsQueue, XAPI_VERSIONS } from '@/utils/core/delivery/lrs';
import { SCOPES } from '@/utils/core/export/scope';

const store = createItem('lrs', parseLrs);
const queue = createItem('lrsQueue', parseQueue);

/** The store in a stored value; null when it is none. */
function parseLrs(stored: unknown): Lrs | null {
	const { endpoint, key, secret, version, scope, isWeekly } = (stored ?? {}) as Partial<Lrs>;
	if (typeof endpoint !== 'string' || typeof key !== 'string' || typeof secret !== 'string') return null;
	const safe = endpointOf(endpoint);
	if (safe === null) return null;
	return {
		endpoint: safe,
		key,
		secret,
		version: XAPI_VERSIONS.find((known) => known === version) ?? XAPI_VERSIONS[0],
		scope: SCOPES.find((known) => known === scope) ?? SCOPES[0],
		isWeekly: isWeekly === true,
	};
}

/** Only the background writes it, so that its shape is ours. */
function parseQueue(stored: unknown): LrsQueue {
	return { ...EMPTY_QUEUE, ...(stored as Partial<LrsQueue> | null) };
}

/** The Learning Record Store that the user set up; null while there is none. */
export function readLrs(): Promise<Lrs | null> {
	return store.read();
}

/** Keeps the store; null forgets it and all that waits for it. */
export async function saveLrs(lrs: Lrs | null): Promise<void> {
	if (lrs) await store.write(lrs);
	else await Promise.all([store.remove(), queue.remove()]);
}

/** What waits to be sent, and the last answer. */
export function readQueue(): Promise<LrsQueue> {
	return queue.read();
}

/** Keeps what waits. Only the background calls this. */
export function saveQueue(next: LrsQueue): Promise<void> {
	return queue.write(next);
}

/** Calls back when the queue changes, until the returned function is called. */
export function watchQueue(onChange: (queue: LrsQueue) => void): () => void {
	return queue.watch(() => void readQueue().then(onChange));
}
