import { expect, it } from 'vitest';
import { type Attempt, EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { SenderRig, WEEK } from './sender-rig';

interface Target {
	readonly isWeekly: boolean;
	readonly address: string;
}

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
