import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LESSON, week48 } from '@/tests/core/export/week';
import { sendStatements } from '@/utils/background/export/send';
import { EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { type Statement, statementKey, weekStatements } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { SenderRig, WEEK } from './sender-rig';
import { type LrsServer, startLrs } from './server';

/** Of one day: two batches of 50, and one of 20. */
const COUNT = 120;

let server: LrsServer;
let rig: SenderRig<Lrs, Statement>;
let isAllowed: boolean;
/** What happens once the store has so many statements. */
let events: Map<number, () => void>;

function statements(): readonly Statement[] {
	const days = Array.from({ length: COUNT }, (_, course) => ({ ...LESSON, courseKey: String(course) }));
	const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
	const ids = new Map(days.map((total, index) => [statementKey(total), uuid(index)]));
	const { courses, codes } = week48([], 'personal');
	return weekStatements({ week: WEEK, days, courses, scope: 'personal', codes, ids, today: '2026-12-01' });
}

beforeEach(async () => {
	server = await startLrs();
	isAllowed = true;
	events = new Map();
	rig = new SenderRig<Lrs, Statement>({
		itemsOf: async () => statements(),
		send: (lrs, items, nowMs, report) =>
			sendStatements(lrs, items, nowMs, async (doneCount) => {
				events.get(doneCount)?.();
				return (await report(doneCount)) && isAllowed;
			}),
	});
	const { endpoint } = server;
	rig.target = { endpoint, key: 'clé', secret: 'secret', version: '1.0.3', scope: 'personal', isWeekly: false };
});

afterEach(() => server.close());

describe('a week of which some is sent', () => {
	it('sends no more once the user removed the store', async () => {
		events.set(50, () => {
			rig.target = null;
			rig.queue = EMPTY_QUEUE;
		});
		await rig.send();
		expect([server.statements.size, server.asked.length, rig.queue]).toEqual([50, 1, EMPTY_QUEUE]);
	});

	it('sends no more once the access is taken back, and all of it once it is given again', async () => {
		events.set(100, () => {
			isAllowed = false;
		});
		await rig.send();
		expect([server.statements.size, server.asked.length]).toEqual([100, 2]);
		expect(rig.queue).toMatchObject({
			weeks: [WEEK],
			nextAtMs: null,
			last: { outcome: 'unconsented', doneCount: 100, totalCount: COUNT },
		});
		isAllowed = true;
		events.clear();
		await rig.send();
		expect(rig.queue).toMatchObject({ weeks: [], last: { outcome: 'sent', doneCount: COUNT } });
		expect([server.statements.size, server.faults]).toEqual([COUNT, []]);
	});

	it('sends no more to a store whose address was changed, and all of it to the other one', async () => {
		const other = await startLrs();
		events.set(50, () => {
			rig.target = { ...(rig.target as Lrs), endpoint: other.endpoint };
			events.clear();
		});
		await rig.send();
		expect([server.statements.size, other.statements.size]).toEqual([50, COUNT]);
		expect(rig.queue).toMatchObject({ weeks: [], last: { outcome: 'sent', doneCount: COUNT } });
		other.close();
	});

	it('stops between the statements that are sent one by one after a conflict', async () => {
		await rig.send();
		const [[id = '', first] = []] = server.statements;
		server.statements.clear();
		server.statements.set(id, { ...(first as Statement), result: {} });
		server.asked.length = 0;
		events.set(3, () => {
			rig.target = null;
			rig.queue = EMPTY_QUEUE;
		});
		await rig.send();
		expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
	});
});

it('a week that the store rejects keeps no other from being sent the next time', async () => {
	rig.queue = { ...EMPTY_QUEUE, weeks: ['2026-W46', '2026-W47'] };
	server.next.push({ status: 413 });
	await rig.send();
	expect(rig.queue).toMatchObject({
		weeks: ['2026-W47', WEEK, '2026-W46'],
		nextAtMs: null,
		last: { outcome: 'invalid', status: 413, week: '2026-W46' },
	});
	server.next.push('rules', 'rules', 'rules', 'rules', 'rules', 'rules', { status: 413 });
	await rig.send();
	expect(rig.queue).toMatchObject({
		weeks: ['2026-W46'],
		nextAtMs: null,
		last: { outcome: 'invalid', week: '2026-W46' },
	});
	await rig.send();
	expect(rig.queue.weeks).toEqual([]);
});
