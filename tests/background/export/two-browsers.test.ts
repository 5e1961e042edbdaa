import { afterEach, beforeEach, expect, it } from 'vitest';
import { LESSON, week48 } from '@/tests/core/export/week';
import { type BucketFile, putFiles } from '@/utils/background/export/put-file';
import { sendStatements } from '@/utils/background/export/send';
import { type Statement, statementKey, weekStatements } from '@/utils/core/export/xapi';
import type { Bucket, Lrs } from '@/utils/core/schema/settings';
import { type BucketServer, LOGIN, startBucket } from './bucket-server';
import { SenderRig, WEEK } from './sender-rig';
import { type LrsServer, startLrs } from './server';

/** Two browsers into which one backup was restored with its secret: one learner’s code, and figures of their own. */
const PATH = `week=${WEEK}/k3v9qa27mx0d.csv`;

let bucket: BucketServer;
let store: LrsServer;

beforeEach(async () => {
	bucket = await startBucket({ kind: 'webdav' });
	store = await startLrs();
});

afterEach(() => {
	bucket.close();
	store.close();
});

/** A browser that puts a text into the bucket. */
function filing(text: string): SenderRig<Bucket, BucketFile> {
	const rig = new SenderRig<Bucket, BucketFile>({ itemsOf: async () => [{ path: PATH, text }], send: putFiles });
	rig.target = { folder: bucket.folder, ...LOGIN, isWeekly: false };
	return rig;
}

function statementsOf(activeMs: number): readonly Statement[] {
	const { courses, codes } = week48([], 'personal');
	const days = [{ ...LESSON, activeMs }];
	const ids = new Map(days.map((total) => [statementKey(total), '00000000-0000-5000-8000-000000000001']));
	return weekStatements({ week: WEEK, days, courses, scope: 'shareable', codes, ids, today: '2026-12-01' });
}

/** A browser that sends the same day with a time of its own to the store. */
function telling(activeMs: number): SenderRig<Lrs, Statement> {
	const rig = new SenderRig<Lrs, Statement>({ itemsOf: async () => statementsOf(activeMs), send: sendStatements });
	const { endpoint } = store;
	rig.target = { endpoint, key: 'clé', secret: 'secret', version: '1.0.3', scope: 'shareable', isWeekly: false };
	return rig;
}

it('two browsers with one code have one file in a bucket: whole, and that of the last one', async () => {
	const [first, second] = [filing('first\r\n'), filing('the second one\r\n')];
	await Promise.all([first.send(), second.send()]);
	expect([first.queue.weeks, second.queue.weeks]).toEqual([[], []]);
	expect(['first\r\n', 'the second one\r\n']).toContain(bucket.files.get(PATH));
	await first.send();
	expect([...bucket.files]).toEqual([[PATH, 'first\r\n']]);
});

it('two browsers with one code have one statement in a store: that of the first one, and neither waits', async () => {
	const [first, second] = [telling(60_000), telling(90_000)];
	for (const rig of [first, second, first]) await rig.send();
	expect([first.queue, second.queue]).toMatchObject([
		{ weeks: [], last: { outcome: 'sent', doneCount: 1, totalCount: 1 } },
		{ weeks: [], last: { outcome: 'sent', doneCount: 1, totalCount: 1 } },
	]);
	expect(store.statements.size).toBe(1);
	expect(JSON.stringify([...store.statements.values()])).toContain(JSON.stringify(statementsOf(60_000)[0]?.result));
	expect(store.faults).toEqual([]);
});
