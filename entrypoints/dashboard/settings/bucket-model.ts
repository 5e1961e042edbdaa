import { folderOf } from '@/utils/core/delivery/bucket';
import type { Bucket } from '@/utils/core/schema/settings';
import { readBucket, readBucketQueue, readOwnBucket, saveBucket, watchBucketQueue } from '@/utils/settings/bucket';
import { createTargetModel } from './target-model';

/** The user's bucket: set it up, put weeks into it, remove it. */
export function createBucketModel(now: () => Date) {
	return createTargetModel<Bucket>(
		{
			readOwn: readOwnBucket,
			read: readBucket,
			save: saveBucket,
			readQueue: readBucketQueue,
			watchQueue: watchBucketQueue,
			addressOf: ({ folder }) => folder,
			accept: (typed) => {
				const folder = folderOf(typed.folder);
				return folder === null ? null : { ...typed, folder };
			},
			kind: 'bucket',
		},
		now,
	);
}

export type BucketModel = ReturnType<typeof createBucketModel>;
