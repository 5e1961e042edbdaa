import type { createItem } from '@/utils/browser/storage-item';
import { EMPTY_QUEUE, type WeekQueue } from '@/utils/core/delivery/queue';

/** Only Sobrio's own background writes it, so its shape is trusted. */
export function parseQueue(stored: unknown): WeekQueue {
	// Its last week was named otherwise than that of the weekly files before.
	const { weeklyDone: doneWeek = null, ...queue } = (stored ?? {}) as Partial<WeekQueue> & { weeklyDone?: string };
	return { ...EMPTY_QUEUE, doneWeek, ...queue };
}

/** A queue as `createItem` makes it. */
type QueueItem = ReturnType<typeof createItem<WeekQueue>>;

/** Calls back when the queue changes, until the returned function is called. */
export function watchQueueOf(item: QueueItem, onChange: (queue: WeekQueue) => void): () => void {
	return item.watch(() => void item.read().then(onChange));
}
