import type { ReadDays } from '@/utils/background/upkeep/week-notification';
import { browser } from '@/utils/browser/browser';
import { maySend } from '@/utils/browser/permissions';
import { pathOf } from '@/utils/core/delivery/bucket';
import { UNCONSENTED } from '@/utils/core/delivery/queue';
import { weekFile } from '@/utils/core/export/week-file';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { Bucket } from '@/utils/core/schema/settings';
import {
	changeBucketQueue,
	discardBucketQueue,
	readBucket,
	readBucketQueue,
	saveBucket,
} from '@/utils/settings/bucket';
import { readBucketAgreement } from '@/utils/settings/organisation';
import { type BucketFile, putFiles } from './put-file';
import { WeekSender } from './week-sender';
import { readWeekSource } from './week-source';

/** Name of the alarm at which the sender tries again. */
export const BUCKET_ALARM = 'bucket';

/** The week's file to share, which no name, site or page stands in; nothing for a week without a course. */
async function filesOf(readDays: ReadDays, week: string): Promise<readonly BucketFile[]> {
	const source = await readWeekSource(readDays, week, 'shareable');
	if (source.days.length === 0) return [];
	return [{ path: pathOf(week, source.codes.source), text: weekFile(source, 'csv-software').text }];
}

/** The sender of weekly files, on the browser's alarms, the settings and the database. */
export function createBucketSender(readDays: ReadDays): WeekSender<Bucket, BucketFile> {
	return new WeekSender({
		readTarget: readBucket,
		readAgreement: readBucketAgreement,
		readQueue: readBucketQueue,
		changeQueue: changeBucketQueue,
		discardQueue: discardBucketQueue,
		itemsOf: (week) => filesOf(readDays, week),
		send: async (bucket, ...args) =>
			(await maySend(addressPattern(bucket.folder))) ? putFiles(bucket, ...args) : UNCONSENTED,
		wakeAt: async (when) => browser.alarms.create(BUCKET_ALARM, { when }),
		nowMs: Date.now,
	});
}

/** Deletes the user's bucket with all that waits for it, and the alarm at which the sender would try again. */
export async function discardBucket(): Promise<void> {
	await saveBucket(null);
	await discardBucketQueue();
	await browser.alarms.clear(BUCKET_ALARM);
}
