import { beforeEach, describe, expect, it } from 'vitest';
import type { WeekSender } from '@/utils/background/export/week-sender';
import { type Attempt, EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { dayAfter, SenderRig, WEEK } from './sender-rig';

interface Target {
	readonly isWeekly: boolean;
	readonly address: string;
}

/** No week before the last one has figures. */
const noneBefore = async () => [];

const REFUSED: Attempt = { outcome: 'refused', status: 401, doneCount: 0, retryAfterMs: null };
const SENT: Attempt = { outcome: 'sent', status: 200, doneCount: 1, retryAfterMs: null };

it('sends a week to the target that was set up meanwhile, and keeps no answer of the one before', async () => {
	const asked: string[] = [];
	const rig = new SenderRig<Target, string>({
		itemsOf: async () => ['item'],
		send: async ({ address }) => {
			asked.push(address);
			rig.target = { isWeekly: false, address: 'second' };
			return address === 'first' ? REFUSED : SENT;
		},
	});
	rig.target = { isWeekly: false, address: 'first' };
	await rig.send();
	expect(asked).toEqual(['first', 'second']);
	expect(rig.queue).toMatchObject({ weeks: [], last: { outcome: 'sent', week: WEEK } });
});

it('sends nothing that waited for a target that was removed meanwhile to the one that was set up instead', async () => {
	const asked: string[] = [];
	const rig = new SenderRig<Target, string>({
		itemsOf: async () => ['item'],
		send: async ({ address }, _items, _nowMs, report) => {
			asked.push(address);
			rig.queue = EMPTY_QUEUE;
			rig.target = { isWeekly: false, address: 'second' };
			await report(1);
			return SENT;
		},
	});
	rig.target = { isWeekly: false, address: 'first' };
	rig.queue = { ...EMPTY_QUEUE, weeks: ['2026-W47'], nextAtMs: rig.nowMs };
	await rig.send();
	expect(asked).toEqual(['first']);
	expect(rig.queue).toEqual(EMPTY_QUEUE);
});

it('keeps the answer of a target that is only no longer sent to each week', async () => {
	const asked: string[] = [];
	const rig = new SenderRig<Target, string>({
		itemsOf: async () => ['item'],
		send: async ({ address }) => {
			asked.push(address);
			rig.target = { isWeekly: true, address };
			return SENT;
		},
	});
	rig.target = { isWeekly: false, address: 'first' };
	await rig.send();
	expect(asked).toEqual(['first']);
	expect(rig.queue).toMatchObject({ weeks: [], last: { outcome: 'sent', week: WEEK } });
});

describe('a week that comes while another is sent', () => {
	/** Sends a week, and does something while the target is at it. */
	async function sendWhile(doing: (sender: WeekSender<Target, string>) => Promise<void>) {
		const asked: string[] = [];
		let sender: WeekSender<Target, string> | null = null;
		const rig = new SenderRig<Target, string>({
			itemsOf: async (week) => [week],
			send: async (_target, [week = '']) => {
				asked.push(week);
				if (asked.length === 1 && sender) await doing(sender);
				return SENT;
			},
		});
		rig.target = { isWeekly: true, address: 'first' };
		sender = rig.createSender();
		await sender.add(WEEK);
		await sender.sendDue();
		return { asked, rig };
	}

	it('is in the queue at once, and sent in its turn', async () => {
		const { asked, rig } = await sendWhile((sender) => sender.add('2026-W49'));
		expect(asked).toEqual([WEEK, '2026-W49']);
		expect(rig.queue.weeks).toEqual([]);
	});

	it('is not lost where the last answer is forgotten too', async () => {
		const { asked } = await sendWhile(async (sender) => {
			await Promise.all([
				sender.forgetAnswer(),
				sender.addWeekly(dayAfter('2026-W49'), noneBefore),
				sender.forgetAnswer(),
			]);
		});
		expect(asked).toEqual([WEEK, '2026-W49']);
	});

	it('is not stored again once all that waits was discarded', async () => {
		const { asked, rig } = await sendWhile((sender) => sender.discard());
		expect([asked, rig.queue]).toEqual([[WEEK], EMPTY_QUEUE]);
	});
});

it('notes a week as queued only with the week itself: a background may be stopped at any time', async () => {
	const rig = new SenderRig<Target, string>({ itemsOf: async () => [], send: async () => SENT });
	rig.target = { isWeekly: true, address: 'first' };
	const adding = rig.createSender().addWeekly(dayAfter(WEEK), noneBefore);
	for (let turn = 0; turn < 1_000 && rig.queue.doneWeek === null; turn++) await Promise.resolve();
	expect(rig.queue.doneWeek).toBe(WEEK);
	expect(rig.queue.weeks).toEqual([WEEK]);
	await adding;
});

describe('what waits where there is no target', () => {
	const LEFT = { ...EMPTY_QUEUE, weeks: ['2026-W47'], nextAtMs: 0, doneWeek: '2026-W47' };
	let rig: SenderRig<Target, string>;

	beforeEach(() => {
		rig = new SenderRig<Target, string>({ itemsOf: async () => [], send: async () => SENT });
		rig.queue = LEFT;
	});

	it.each([
		['weeks', LEFT],
		['weeks that wait for the user', { ...LEFT, nextAtMs: null }],
		['the week that was queued last', { ...LEFT, weeks: [], nextAtMs: null }],
	])('is discarded: a page may have been closed before it could ask for that (%s)', async (_, queue) => {
		rig.queue = queue;
		await rig.createSender().sendDue();
		expect(rig.queue).toEqual(EMPTY_QUEUE);
	});

	it.each(['seen', 'unseen'] as const)(
		'stays where a target of the organisation was agreed to (%s)',
		async (agreement) => {
			rig.agreement = agreement;
			await rig.createSender().sendDue();
			expect(rig.queue).toEqual(LEFT);
		},
	);

	it('stays where the target could not be read', async () => {
		rig.failure = new Error('database');
		await expect(rig.createSender().sendDue()).rejects.toThrow('database');
		expect(rig.queue).toEqual(LEFT);
	});

	it.each([1, 2, 3, 4, 5])('stays where a target is set up meanwhile and a week sent to it (turn %i)', async (turn) => {
		const sender = rig.createSender();
		const sending = sender.sendDue();
		for (let passed = 0; passed < turn; passed++) await Promise.resolve();
		rig.target = { isWeekly: false, address: 'second' };
		await Promise.all([sending, sender.add(WEEK)]);
		await sender.sendDue();
		expect(rig.queue.last).toMatchObject({ outcome: 'sent', week: WEEK });
	});
});
