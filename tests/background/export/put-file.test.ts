import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BucketFile, putFiles } from '@/utils/background/export/put-file';
import { EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import type { Bucket } from '@/utils/core/schema/settings';
import { type BucketBehaviour, type BucketRules, type BucketServer, LOGIN, startBucket } from './bucket-server';
import { MINUTE_MS, SenderRig, WEEK } from './sender-rig';

const PATH = 'week=2026-W48/k3v9qa27mx0d.csv';
const TEXT = 'source,week\r\nk3v9qa27mx0d,2026-W48\r\n';
/** Timeout of a request, 20 s in production: long for a server that answers on a busy machine, short for one that hangs. */
const PATIENT_MS = 15_000;
const SHORT_MS = 500;
const SIGNATURE = 'X-Amz-Signature=5f3a%2F&x=1';

let server: BucketServer;
let rig: SenderRig<Bucket, BucketFile>;
let files: readonly BucketFile[];
let timeoutMs: number;

/** Adds the week and waits until the attempt has ended. */
async function send(...behaviours: BucketBehaviour[]): Promise<void> {
	server.next.push(...behaviours);
	await rig.send();
}

async function open(rules: BucketRules): Promise<void> {
	server?.close();
	server = await startBucket(rules);
	const login = rules.kind === 'webdav' ? LOGIN : { user: '', password: '' };
	rig.target = { folder: server.folder, ...login, isWeekly: false };
}

/** Changes the bucket that the user set up. */
function setBucket(change: Partial<Bucket>): void {
	rig.target = { ...(rig.target as Bucket), ...change };
}

const methods = () => server.asked.map(({ method }) => method);

/** The folder has the one file, whole, and nothing waits. */
function expectAll(status: number): void {
	expect([...server.files]).toEqual([[PATH, TEXT]]);
	expect(rig.queue).toMatchObject({
		weeks: [],
		nextAtMs: null,
		last: { outcome: 'sent', status, doneCount: 1, totalCount: 1 },
	});
}

beforeEach(async () => {
	files = [{ path: PATH, text: TEXT }];
	timeoutMs = PATIENT_MS;
	rig = new SenderRig({
		itemsOf: async () => files,
		send: (to, items, now, report) => putFiles(to, items, now, report, timeoutMs),
	});
	await open({ kind: 's3' });
});

afterEach(() => server.close());

describe('a week put into a bucket', () => {
	it('is one file under the learner’s code, in the folder of its week', async () => {
		await send();
		expectAll(200);
		expect(server.asked).toEqual([{ method: 'PUT', url: `/inbox/${PATH}`, type: 'text/csv;charset=utf-8' }]);
	});

	it('keeps the signature of the address behind the name of the file', async () => {
		await open({ kind: 's3', signature: SIGNATURE });
		await send();
		expectAll(200);
		expect(server.asked.map(({ url }) => url)).toEqual([`/inbox/${PATH}?${SIGNATURE}`]);
	});

	it('makes the folder of the week where WebDAV lacks it, once', async () => {
		await open({ kind: 'webdav' });
		await send();
		expectAll(201);
		expect(methods()).toEqual(['PUT', 'MKCOL', 'PUT']);
		expect(server.asked[1]?.url).toBe('/inbox/week=2026-W48/');
		await send();
		expectAll(204);
		expect(methods()).toEqual(['PUT', 'MKCOL', 'PUT', 'PUT']);
	});

	it('takes the place of the file before when it is sent again', async () => {
		await send();
		files = [{ path: PATH, text: `${TEXT}more\r\n` }];
		await send();
		expect([...server.files]).toEqual([[PATH, `${TEXT}more\r\n`]]);
	});

	it('is no request where the week has no course', async () => {
		files = [];
		await send();
		expect(server.asked).toEqual([]);
		expect(rig.queue).toMatchObject({ weeks: [], last: { outcome: 'sent', totalCount: 0 } });
	});

	it.each<[string, BucketBehaviour, number | null]>([
		['answers 500', { status: 500 }, 500],
		['answers 503', { status: 503 }, 503],
		['is full', { status: 507 }, 507],
		['has the file locked', { status: 423 }, 423],
		['hangs', 'hang', null],
		['hangs after it stored the file', 'take-and-hang', null],
		['closes the connection', 'drop', null],
		['closes the connection after it stored the file', 'take-and-drop', null],
		['answers a byte at a time, without end', 'take-and-drip', null],
		['answers as much as it can, without end', 'take-and-flood', 200],
		['shows a login page', { status: 200, body: '<!doctype html><title>Wi-Fi</title>' }, 200],
		['only accepts it for later', { status: 202 }, 202],
	])('is put there later, once, when the server %s', async (_, behaviour, status) => {
		if (['hang', 'take-and-hang', 'take-and-drip'].includes(String(behaviour))) timeoutMs = SHORT_MS;
		await send(behaviour);
		timeoutMs = PATIENT_MS;
		expect(rig.queue).toMatchObject({
			weeks: [WEEK],
			attemptCount: 1,
			last: { outcome: 'later', status, doneCount: 0 },
		});
		expect(rig.wakeAtMs).toBe(rig.nowMs + MINUTE_MS);
		await rig.wake();
		expectAll(200);
	});

	it('is retried at growing intervals while another request conflicts, and then put there', async () => {
		const waits: number[] = [];
		await send({ status: 409 }, 'rules', { status: 409 });
		for (let attempt = 0; attempt < 3; attempt++) {
			expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', status: 409 } });
			waits.push((rig.queue.nextAtMs as number) - rig.nowMs);
			server.next.push({ status: 409 }, 'rules', { status: 409 });
			await rig.wake();
		}
		expect(waits.map((ms) => ms / MINUTE_MS)).toEqual([1, 2, 4]);
		await rig.wake();
		expectAll(200);
	});

	it.each([
		['120', 2 * MINUTE_MS],
		['Tue, 01 Dec 2026 08:05:00 GMT', 5 * MINUTE_MS],
		['1', MINUTE_MS],
		['-5', MINUTE_MS],
		['Mon, 01 Jan 2001 00:00:00 GMT', MINUTE_MS],
		['315360000', 12 * 60 * MINUTE_MS], // ten years: half a day at most
	])('is not retried before a "Retry-After: %s" has passed', async (retryAfter, waitMs) => {
		await send({ status: 429, retryAfter });
		expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', status: 429 } });
		expect(rig.wakeAtMs).toBe(rig.nowMs + waitMs);
		rig.nowMs += waitMs - 1;
		await rig.createSender().sendDue();
		expect(server.asked).toHaveLength(1);
		await rig.wake();
		expectAll(200);
	});

	it('waits for the user where the password is wrong', async () => {
		await open({ kind: 'webdav' });
		setBucket({ password: 'wrong' });
		await send();
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'refused', status: 401 } });
		rig.nowMs += 1_000 * MINUTE_MS;
		await rig.createSender().sendDue();
		expect(methods()).toEqual(['PUT']);
		setBucket(LOGIN);
		await send();
		expectAll(201);
	});

	it('waits for the user where the signature is wrong', async () => {
		await open({ kind: 's3', signature: SIGNATURE });
		setBucket({ folder: server.folder.replace('5f3a', 'ffff') });
		await send();
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'refused', status: 403 } });
		expect(server.files.size).toBe(0);
	});

	it.each([400, 405, 413])('waits for the user where the server rejects the file with %i', async (status) => {
		await send({ status });
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'invalid', status } });
	});

	it('waits for the user where there is no such bucket', async () => {
		setBucket({ folder: server.folder.replace('inbox', 'other') });
		await send();
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'invalid', status: 404 } });
	});

	it('is reported as kept, and holds up no other week, where the bucket lets nobody replace a file', async () => {
		await open({ kind: 's3', isCreateOnly: true });
		await send('take-and-drop');
		expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later' } });
		await rig.wake();
		expect([...server.files]).toEqual([[PATH, TEXT]]);
		expect(rig.queue).toMatchObject({
			weeks: [],
			nextAtMs: null,
			last: { outcome: 'kept', status: 412, doneCount: 0 },
		});
		expect(methods()).toEqual(['PUT', 'PUT']);
	});

	it('does not follow a redirect to another server', async () => {
		const other = await startBucket({ kind: 's3' });
		await send({ status: 307, location: `${other.folder}/${PATH}` });
		expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', status: null } });
		expect(other.asked).toEqual([]);
		other.close();
	});

	it('is not sent after the user removed the bucket', async () => {
		rig.target = null;
		await send();
		expect([server.asked, rig.queue]).toEqual([[], EMPTY_QUEUE]);
	});

	it('is completed after the background was stopped during the request', async () => {
		server.next.push('take-and-hang');
		timeoutMs = SHORT_MS;
		await rig.stopWhile(() => server.asked.length > 0);
		timeoutMs = PATIENT_MS;
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: rig.nowMs + MINUTE_MS });
		await rig.wake();
		expectAll(200);
	});
});
