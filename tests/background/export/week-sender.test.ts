import { expect, it } from 'vitest';
import type { Attempt } from '@/utils/core/delivery/queue';
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
