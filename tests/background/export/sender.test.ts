import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LESSON, week48 } from '@/tests/core/export/week';
import { sendStatements } from '@/utils/background/export/send';
import { WeekSender } from '@/utils/background/export/week-sender';
import { EMPTY_QUEUE, type WeekQueue } from '@/utils/core/delivery/queue';
import { type Statement, statementKey, weekStatements } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { daysOfWeek } from '@/utils/core/units/day';
import { type Behaviour, type LrsServer, startLrs } from './server';

const WEEK = '2026-W48';
/** More than one batch of 50. */
const COURSES_A_DAY = 18;
const COUNT = 7 * COURSES_A_DAY;
const MINUTE_MS = 60_000;
/** Timeout of a request to a store that hangs; 20 s in production. */
const TIMEOUT_MS = 2_000;

let server: LrsServer;
let lrs: Lrs | null;
let queue: WeekQueue;
let nowMs: number;
let wakeAtMs: number | null;
let progress: number[];

function statementsOf(activeMs = 60_000): readonly Statement[] {
	const days = daysOfWeek(WEEK).flatMap((day) =>
		Array.from({ length: COURSES_A_DAY }, (_, course) => ({ ...LESSON, day, courseKey: String(course), activeMs })),
	);
	const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
	const ids = new Map(days.map((total, index) => [statementKey(total), uuid(index)]));
	const { courses, codes } = week48([], 'personal');
	return weekStatements({ week: WEEK, days, courses, scope: 'personal', codes, ids, today: '2026-12-01' });
}

function createSender(): WeekSender<Lrs, Statement> {
	return new WeekSender({
		readTarget: async () => lrs,
		readQueue: async () => queue,
		saveQueue: async (next) => {
			queue = next;
			if (next.last?.outcome === 'sending') progress.push(next.last.doneCount);
		},
		itemsOf: async () => statementsOf(),
		send: (to, statements, now, report) => sendStatements(to, statements, now, report, TIMEOUT_MS),
		wakeAt: async (ms) => {
			wakeAtMs = ms;
		},
		nowMs: () => nowMs,
	});
}

/** Adds the week and waits until the attempt has ended. */
async function send(...behaviours: Behaviour[]): Promise<void> {
	server.next.push(...behaviours);
	const sender = createSender();
	await sender.add(WEEK);
	await sender.sendDue();
}

/** Restarts the background at the time that it requested. */
async function wake(): Promise<void> {
	nowMs = wakeAtMs ?? nowMs;
	await createSender().sendDue();
}

beforeEach(async () => {
	server = await startLrs();
	lrs = {
		endpoint: server.endpoint,
		key: 'clé',
		secret: 'secret',
		version: '1.0.3',
		scope: 'personal',
		isWeekly: false,
	};
	queue = EMPTY_QUEUE;
	nowMs = Date.parse('2026-12-01T08:00:00Z');
	wakeAtMs = null;
	progress = [];
});

afterEach(() => server.close());

/** The store has every statement of the week once, and each is valid. */
function expectAll(): void {
	expect([...server.statements.keys()].sort()).toEqual(
		statementsOf()
			.map(({ id }) => id)
			.sort(),
	);
	expect(server.faults).toEqual([]);
	expect(queue.weeks).toEqual([]);
	expect(queue.last).toMatchObject({ outcome: 'sent', doneCount: COUNT, totalCount: COUNT, week: WEEK });
}

describe('a week sent to a store', () => {
	it.each(['1.0.3', '2.0.0'] as const)('is sent in batches under xAPI %s, with progress', async (version) => {
		lrs = { ...(lrs as Lrs), version };
		await send();
		expectAll();
		expect(server.asked.map((one) => [one.method, one.path, one.version])).toEqual(
			Array.from({ length: 3 }, () => ['POST', '/xapi/statements', version]),
		);
		expect(progress).toEqual([0, 50, 100, COUNT]);
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
		expect(queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', doneCount: 0 } });
		expect(queue.nextAtMs).toBeGreaterThan(nowMs);
		await wake();
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
		lrs = { ...(lrs as Lrs), secret: 'wrong' };
		await send();
		expect(queue).toMatchObject({
			weeks: [WEEK],
			nextAtMs: null,
			last: { outcome: 'refused', status: 401, doneCount: 0 },
		});
		nowMs += 1_000 * MINUTE_MS;
		await createSender().sendDue();
		expect(server.asked).toHaveLength(1);
		lrs = { ...lrs, secret: 'secret' };
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
	])('is not retried before a "Retry-After: %s" has passed', async (retryAfter, waitMs) => {
		await send('rules', { status: 429, retryAfter });
		expect(queue).toMatchObject({ weeks: [WEEK], last: { outcome: 'later', status: 429, doneCount: 50 } });
		expect(wakeAtMs).toBe(nowMs + waitMs);
		nowMs += waitMs - 1;
		await createSender().sendDue();
		expect(server.asked).toHaveLength(2);
		await wake();
		expectAll();
	});

	it.each<[string, Behaviour, number | null]>([
		['answers 500', { status: 500 }, 500],
		['answers 503', { status: 503 }, 503],
		['hangs', 'hang', null],
		['closes the connection', 'drop', null],
		['closes the connection after it stored the statements', 'take-and-drop', null],
	])('is completed later, without loss or duplicates, when the store %s', async (_, behaviour, status) => {
		await send('rules', behaviour);
		expect(queue).toMatchObject({ weeks: [WEEK], attemptCount: 1, last: { outcome: 'later', status, doneCount: 50 } });
		await wake();
		expectAll();
	});

	it('is retried at growing intervals while the store fails', async () => {
		await send({ status: 500 });
		const waits: number[] = [];
		for (let attempt = 0; attempt < 12; attempt++) {
			waits.push((queue.nextAtMs as number) - nowMs);
			server.next.push({ status: 500 });
			await wake();
		}
		expect(waits.map((ms) => ms / MINUTE_MS)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720]);
		await wake();
		expectAll();
	});

	it('stays in the queue without retries when the store rejects the statements', async () => {
		await send({ status: 400 });
		expect(queue).toMatchObject({ weeks: [WEEK], nextAtMs: null, last: { outcome: 'invalid', status: 400 } });
	});

	it('does not follow a redirect to another server', async () => {
		const other = await startLrs();
		await send({ status: 307 });
		expect(queue.last?.outcome).not.toBe('sent');
		expect(other.asked).toEqual([]);
		other.close();
	});

	it('is completed after the background was stopped during a request', async () => {
		server.next.push('rules', 'hang');
		const sender = createSender();
		await sender.add(WEEK);
		// While it waits for the second reply, the queue holds what a restarted background needs.
		while (progress.at(-1) !== 50) await new Promise((resolve) => setTimeout(resolve, 1));
		const savedQueue = queue;
		await sender.sendDue();
		queue = savedQueue;
		expect(queue).toMatchObject({ weeks: [WEEK], nextAtMs: nowMs + MINUTE_MS });
		await wake();
		expectAll();
	});

	it('is not sent after the user removed the store', async () => {
		lrs = null;
		await send();
		expect([server.asked, queue]).toEqual([[], EMPTY_QUEUE]);
	});
});

describe('last week', () => {
	it('is sent automatically once, if the user turned that on', async () => {
		const sender = createSender();
		await sender.addWeekly(WEEK);
		expect(server.asked).toEqual([]);
		lrs = { ...(lrs as Lrs), isWeekly: true };
		await sender.addWeekly(WEEK);
		await sender.sendDue();
		expectAll();
		await sender.addWeekly(WEEK);
		await sender.sendDue();
		expect(server.asked).toHaveLength(3);
	});
});
