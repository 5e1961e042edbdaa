import { expect, it, vi } from 'vitest';
import { type Attempt, EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { dayAfter, SenderRig, WEEK } from './sender-rig';

interface Target {
	readonly isWeekly: boolean;
}

const SENT: Attempt = { outcome: 'sent', status: 200, doneCount: 1, retryAfterMs: null };
const HOUR_MS = 3_600_000;

/** A week that waits for `delayMs` more, by the clock of now. */
function waitingFor(delayMs: number) {
	const asked: string[] = [];
	const rig = new SenderRig<Target, string>({
		itemsOf: async (week) => [week],
		send: async (_target, [week = '']) => {
			asked.push(week);
			return SENT;
		},
	});
	rig.target = { isWeekly: false };
	rig.queue = { ...EMPTY_QUEUE, weeks: [WEEK], attemptCount: 1, nextAtMs: rig.nowMs + delayMs };
	return { asked, rig };
}

it.each([
	['the longest delay', 12 * HOUR_MS],
	['a moment', 1],
])('waits for %s', async (_, delayMs) => {
	const { asked, rig } = waitingFor(delayMs);
	await rig.createSender().sendDue();
	expect([asked, rig.wakeAtMs]).toEqual([[], rig.nowMs + delayMs]);
	await rig.wake();
	expect([asked, rig.queue.weeks]).toEqual([[WEEK], []]);
});

it.each([
	['a moment longer than the longest delay', 12 * HOUR_MS + 1],
	['a day', 24 * HOUR_MS],
	['three years', 3 * 365 * 24 * HOUR_MS],
])('does not wait for %s, which another clock has set', async (_, delayMs) => {
	const { asked, rig } = waitingFor(delayMs);
	await rig.createSender().sendDue();
	expect([asked, rig.queue.weeks]).toEqual([[WEEK], []]);
});

it('sends what is due at each start of the background, whether weeks are sent by themselves or not', async () => {
	const { asked, rig } = waitingFor(24 * HOUR_MS);
	await rig.createSender().addWeekly(dayAfter('2026-W47'), async () => []);
	await vi.waitFor(() => expect([asked, rig.queue.weeks]).toEqual([[WEEK], []]));
});
