import { createSecret } from '@/utils/browser/secret';
import { createItem } from '@/utils/browser/storage-item';
import { folderOf } from '@/utils/core/delivery/bucket';
import type { WeekQueue } from '@/utils/core/delivery/queue';
import { type Bucket, parseBucket } from '@/utils/core/schema/settings';
import { readAgreedBucket } from './organisation';
import { parseQueue, watchQueueOf } from './queue';

const bucket = createSecret('bucket', parseSafeBucket);
const queue = createItem('bucketQueue', parseQueue);

/** The bucket in a stored value; null when it is none, or its address is not safe. */
function parseSafeBucket(stored: unknown): Bucket | null {
	const parsed = parseBucket(stored);
	const folder = parsed && folderOf(parsed.folder);
	return parsed && folder !== null ? { ...parsed, folder } : null;
}

/** The bucket that the user set up; null while there is none. */
export const readOwnBucket = bucket.read;

/** The bucket that files are put into: that of the organisation where the learner has agreed to it, else the user's own. */
export async function readBucket(): Promise<Bucket | null> {
	return (await readAgreedBucket()) ?? readOwnBucket();
}

/** Saves the bucket; null deletes it. What waits for it is the background's to discard. */
export async function saveBucket(changed: Bucket | null): Promise<void> {
	if (changed) await bucket.write(changed);
	else await bucket.remove();
}

/** Discards what waits. Only the background calls this. */
export const discardBucketQueue = queue.remove;

/** What waits to be put there, and the last reply. */
export const readBucketQueue = queue.read;

/** Changes what waits, one change after the other. Only the background calls this: of two writers, one would undo what the other does. */
export const changeBucketQueue = queue.change;

/** Calls back when the queue changes, until the returned function is called. */
export const watchBucketQueue = (onChange: (queue: WeekQueue) => void) => watchQueueOf(queue, onChange);
