import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LESSON, week48 } from '@/tests/core/export/week';
import { sendStatements } from '@/utils/background/export/send';
import { EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { type Statement, statementKey, weekStatements } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { daysOfWeek } from '@/utils/core/units/day';
import { dayAfter, MINUTE_MS, SenderRig, WEEK } from './sender-rig';
import { type Behaviour, type LrsServer, startLrs } from './server';

/** More than one batch of 50. */
const COURSES_A_DAY = 18;
const COUNT = 7 * COURSES_A_DAY;
/** Timeout of a request, 20 s in production: long for a store that answers on a busy machine, short for one that hangs after an answer. */
const PATIENT_MS = 15_000;
const SHORT_MS = 4_000;

let server: LrsServer;
let rig: SenderRig<Lrs, Statement>;
let timeoutMs: number;

function statementsOf(activeMs = 60_000): readonly Statement[] {
	const days = daysOfWeek(WEEK).flatMap((day) =>
		Array.from({ length: COURSES_A_DAY }, (_, course) => ({ ...LESSON, day, courseKey: String(course), activeMs })),
	);
	const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
	const ids = new Map(days.map((total, index) => [statementKey(total), uuid(index)]));
	const { courses, codes } = week48([], 'personal');
	return weekStatements({ week: WEEK, days, courses, scope: 'personal', codes, ids, today: '2026-12-01' });
}

/** Adds the week and waits until the attempt has ended. */
async function send(...behaviours: Behaviour[]): Promise<void> {
	server.next.push(...behaviours);
	await rig.send();
}

beforeEach(async () => {
	timeoutMs = PATIENT_MS;
	server = await startLrs();
	rig = new SenderRig({
		itemsOf: async () => statementsOf(),
		send: (to, statements, now, report) => sendStatements(to, statements, now, report, timeoutMs),
	});
	rig.target = {
		endpoint: server.endpoint,
		key: 'clé',
		secret: 'secret',
		version: '1.0.3',
		scope: 'personal',
		isWeekly: false,
	};
});

afterEach(() => server.close());

/** Changes the store that the user set up. */
function setLrs(change: Partial<Lrs>): void {
	rig.target = { ...(rig.target as Lrs), ...change };
}

/** The store has every statement of the week once, and each is valid. */
function expectAll(): void {
	expect([...server.statements.keys()].sort()).toEqual(
		statementsOf()
			.map(({ id }) => id)
			.sort(),
	);
	expect(server.faults).toEqual([]);
	expect(rig.queue.weeks).toEqual([]);
	expect(rig.queue.last).toMatchObject({ outcome: 'sent', doneCount: COUNT, totalCount: COUNT, week: WEEK });
}

describe('a week sent to a store', () => {
	it.each(['1.0.3', '2.0.0'] as const)('is sent in batches under xAPI %s, with progress', async (version) => {
		setLrs({ version });
		await send();
		expectAll();
		expect(server.asked.map((one) => [one.method, one.path, one.version])).toEqual(
			Array.from({ length: 3 }, () => ['POST', '/xapi/statements', version]),
		);
		expect(rig.progress).toEqual([0, 50, 100, COUNT]);
	});

	it.each<[string, Behaviour]>([
		['a login page', { status: 200, body: '<!doctype html><title>Wi-Fi</title>' }],
		['nothing', { status: 200, body: '' }],
		['no id', { status: 200, body: '[]' }],
		['other ids', { status: 200, body: '["00000000-0000-5000-8000-999999999999"]' }],
		['an object', { status: 200, body: '{"status":"ok"}' }],
		['ten megabytes', { status: 200, body: `[${'0,'.repeat(5_000_000)}0]` }],
		['no content', { status: 204 }],
		['another success', { status: 202, body: '[]' }],
	])('is not sent while the store confirms it with %s: it is tried again later', async (_, behaviour) => {
		await send(behaviour);
		expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', doneCount: 0 } });
		expect(rig.queue.nextAtMs).toBeGreaterThan(rig.nowMs);
		await rig.wake();
		expectAll();
	});

	it('changes nothing when it is sent twice', async () => {
		await send();
		const before = new Map(server.statements);
		await send();
		expectAll();
		expect(server.statements).toEqual(before);
	});

	it('stays in the queue without retries when the store refuses the key', async () => {
		setLrs({ secret: 'wrong' });
		await send();
		expect(rig.queue).toMatchObject({
			weeks: [WEEK],
			nextAtMs: null,
			last: { outcome: 'refused', status: 401, doneCount: 0 },
		});
		rig.nowMs += 1_000 * MINUTE_MS;
		await rig.createSender().sendDue();
		expect(server.asked).toHaveLength(1);
		setLrs({ secret: 'secret' });
		await send();
		expectAll();
	});

	it('is sent one statement at a time when the store has a different version of one, which stays', async () => {
		const [known] = statementsOf(30_000);
		server.statements.set(known?.id as string, JSON.parse(JSON.stringify(known)));
		await send();
		expectAll();
		expect(server.statements.get(known?.id as string)).toEqual(JSON.parse(JSON.stringify(known)));
		expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(50);
	});

	it.each([
		['120', 2 * MINUTE_MS],
		['Tue, 01 Dec 2026 08:05:00 GMT', 5 * MINUTE_MS],
		['1', MINUTE_MS], // at least a minute
		['soon', MINUTE_MS],
		['-5', MINUTE_MS],
		['Mon, 01 Jan 2001 00:00:00 GMT', MINUTE_MS],
		['315360000', 12 * 60 * MINUTE_MS], // ten years: half a day at most
		['Mon, 01 Dec 2036 08:00:00 GMT', 12 * 60 * MINUTE_MS],
		['99999999999999999999', MINUTE_MS],
	])('is not retried before a "Retry-After: %s" has passed', async (retryAfter, waitMs) => {
		await send('rules', { status: 429, retryAfter });
		expect(rig.queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', status: 429, doneCount: 50 } });
		expect(rig.wakeAtMs).toBe(rig.nowMs + waitMs);
		rig.nowMs += waitMs - 1;
		await rig.createSender().sendDue();
		expect(server.asked).toHaveLength(2);
		await rig.wake();
		expectAll();
	});

	it.each<[string, Behaviour, number | null]>([
		['answers 500', { status: 500 }, 500],
		['answers 503', { status: 503 }, 503],
		['hangs', 'hang', null],
		['closes the connection', 'drop', null],
		['closes the connection after it stored the statements', 'take-and-drop', null],
		['answers a byte at a time, without end', 'take-and-drip', null],
		['answers as much as it can, without end', 'take-and-flood', 200],
	])('is completed later, without loss or duplicates, when the store %s', async (_, behaviour, status) => {
		if (['hang', 'take-and-drip'].includes(String(behaviour))) timeoutMs = SHORT_MS;
		await send('rules', behaviour);
		timeoutMs = PATIENT_MS;
		expect(rig.queue).toMatchObject({
			weeks: [WEEK],
			attemptCount: 1,
			last: { outcome: 'later', status, doneCount: 50 },
		});
		await rig.wake();
		expectAll();
	});

	it('is retried at growing intervals while the store fails', async () => {
		await send({ status: 500 });
		const waits: number[] = [];
		for (let attempt = 0; attempt < 12; attempt++) {
			waits.push((rig.queue.nextAtMs as number) - rig.nowMs);
			server.next.push({ status: 500 });
			await rig.wake();
		}
		expect(waits.map((ms) => ms / MINUTE_MS)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720]);
		await rig.wake();
		expectAll();
	});

	it('stays in the queue without retries when the store rejects the statements', async () => {
		await send({ status: 400 });
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'invalid', status: 400 } });
	});

	it('does not follow a redirect to another server', async () => {
		const other = await startLrs();
		await send({ status: 307, location: `${other.endpoint}/statements` });
		expect(rig.queue.last?.outcome).not.toBe('sent');
		expect(other.asked).toEqual([]);
		other.close();
	});

	it('is completed after the background was stopped during a request', async () => {
		server.next.push('rules', 'hang');
		timeoutMs = SHORT_MS;
		// While it waits for the second reply, the queue holds what a restarted background needs.
		await rig.stopWhile(() => rig.progress.at(-1) === 50);
		timeoutMs = PATIENT_MS;
		expect(rig.queue).toMatchObject({ weeks: [WEEK], nextAtMs: rig.nowMs + MINUTE_MS });
		await rig.wake();
		expectAll();
	});

	it('is not sent after the user removed the store', async () => {
		rig.target = null;
		await send();
		expect([server.asked, rig.queue]).toEqual([[], EMPTY_QUEUE]);
	});
});

describe('last week', () => {
	it('is sent automatically once, if the user turned that on', async () => {
		const sender = rig.createSender();
		await sender.addWeekly(dayAfter(WEEK), async () => []);
		expect(server.asked).toEqual([]);
		setLrs({ isWeekly: true });
		await sender.addWeekly(dayAfter(WEEK), async () => []);
		await sender.sendDue();
		expectAll();
		await sender.addWeekly(dayAfter(WEEK), async () => []);
		await sender.sendDue();
		expect(server.asked).toHaveLength(3);
	});
});
