import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_QUEUE, enqueue } from '@/utils/core/delivery/queue';
import { changeBucketQueue, readBucketQueue, readOwnBucket, saveBucket } from '@/utils/settings/bucket';
import { changeQueue, readOwnLrs, readQueue, saveLrs } from '@/utils/settings/lrs';

const WEEK = '2026-W48';
const LRS = {
	endpoint: 'https://lrs.example/xapi',
	key: 'k',
	secret: 's',
	version: '1.0.3',
	scope: 'personal',
	isWeekly: true,
} as const;
const BUCKET = { folder: 'https://bucket.example/in', user: '', password: '', isWeekly: true };

/** Both kinds of target, with one that is set up. */
const KINDS = [
	{ kind: 'a store', key: 'lrsQueue', set: () => saveLrs(LRS), end: () => saveLrs(null), own: readOwnLrs },
	{
		kind: 'a bucket',
		key: 'bucketQueue',
		set: () => saveBucket(BUCKET),
		end: () => saveBucket(null),
		own: readOwnBucket,
	},
].map((each) => ({
	...each,
	change: each.key === 'lrsQueue' ? changeQueue : changeBucketQueue,
	read: each.key === 'lrsQueue' ? readQueue : readBucketQueue,
}));

beforeEach(() => fakeBrowser.reset());

describe.each(KINDS)('the queue of $kind', ({ key, set, end, own, change, read }) => {
	it('is left to the background where a page deletes the target', async () => {
		await set();
		await change((queue) => enqueue(queue, WEEK, 5));
		await end();
		expect(await own()).toBeNull();
		expect((await read()).weeks).toEqual([WEEK]);
	});

	it('is not written by a change that changes nothing', async () => {
		await change((queue) => queue);
		expect(await fakeBrowser.storage.local.get(key)).toEqual({});
	});

	it('keeps the last week of an earlier version, under its name of today', async () => {
		await fakeBrowser.storage.local.set({ [key]: { version: 1, value: { weeks: [WEEK], weeklyDone: WEEK } } });
		expect(await read()).toEqual({ ...EMPTY_QUEUE, weeks: [WEEK], doneWeek: WEEK });
	});
});
