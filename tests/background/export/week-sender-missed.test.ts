import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Attempt, EMPTY_QUEUE } from '@/utils/core/delivery/queue';
import { shiftWeek } from '@/utils/core/units/day';
import { dayAfter, SenderRig } from './sender-rig';

interface Target {
	readonly isWeekly: boolean;
}

const SENT: Attempt = { outcome: 'sent', status: 200, doneCount: 1, retryAfterMs: null };

let asked: string[];
let rig: SenderRig<Target, string>;
/** Whether a week has figures. */
let hasFigures: (week: string) => boolean;

const recordedWeeks = async (weeks: readonly string[]) => weeks.filter((week) => hasFigures(week));

/** Starts the background in the week after one, and lets it send. */
function startAfter(week: string): Promise<void> {
	return startOn(dayAfter(week));
}

async function startOn(day: string): Promise<void> {
	const sender = rig.createSender();
	await sender.addWeekly(day, recordedWeeks);
	await sender.sendDue();
}

beforeEach(() => {
	asked = [];
	hasFigures = () => true;
	rig = new SenderRig<Target, string>({
		itemsOf: async (week) => [week],
		send: async (_target, [week = '']) => {
			asked.push(week);
			return SENT;
		},
	});
	rig.target = { isWeekly: true };
});

describe('weeks in which the browser was closed', () => {
	it('are sent where they have figures, the oldest first, each once', async () => {
		hasFigures = (week) => week !== '2026-W46';
		await startAfter('2026-W44');
		await startAfter('2026-W48');
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W44', '2026-W45', '2026-W47', '2026-W48']);
		expect(rig.queue).toMatchObject({ weeks: [], doneWeek: '2026-W48' });
	});

	it('are sent over the end of a year with 53 weeks', async () => {
		await startAfter('2026-W51');
		await startAfter('2027-W01');
		expect(asked).toEqual(['2026-W51', '2026-W52', '2026-W53', '2027-W01']);
	});

	it('are sent up to 53 of them, the last ones', async () => {
		await startAfter('2020-W01');
		asked = [];
		await startAfter('2026-W48');
		expect([asked.length, asked[0], asked.at(-1)]).toEqual([53, shiftWeek('2026-W48', -52), '2026-W48']);
	});

	it('are added once by a start and an alarm at the same time', async () => {
		await startAfter('2026-W45');
		const sender = rig.createSender();
		await Promise.all([
			sender.addWeekly(dayAfter('2026-W48'), recordedWeeks),
			sender.addWeekly(dayAfter('2026-W48'), recordedWeeks),
		]);
		await sender.sendDue();
		expect(asked).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48']);
	});

	it('are added at the next start where the figures could not be read; what is due is sent all the same', async () => {
		await startAfter('2026-W45');
		rig.queue = { ...rig.queue, weeks: ['2026-W40'], nextAtMs: rig.nowMs };
		const sender = rig.createSender();
		const failing = sender.addWeekly(dayAfter('2026-W47'), () => Promise.reject(new Error('store')));
		await expect(failing).rejects.toThrow('store');
		await vi.waitFor(() => expect([asked, rig.queue.weeks]).toEqual([['2026-W45', '2026-W40'], []]));
		await startAfter('2026-W47');
		expect(asked).toEqual(['2026-W45', '2026-W40', '2026-W46', '2026-W47']);
	});

	it('are only those after the last one sent, though the clock was years behind in between', async () => {
		for (const last of ['2026-W46', '2018-W52', '2026-W48', '2026-W49']) await startAfter(last);
		expect(asked).toEqual(['2026-W46', '2018-W52', '2026-W47', '2026-W48', '2026-W49']);
	});

	it('follow the weeks that still wait', async () => {
		rig.queue = { ...EMPTY_QUEUE, weeks: ['2026-W46'], doneWeek: '2026-W46' };
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W46', '2026-W47', '2026-W48']);
	});
});

it('sends first the last week that is over, with figures or without, and none before it', async () => {
	hasFigures = () => false;
	await startAfter('2026-W48');
	expect(asked).toEqual(['2026-W48']);
});

describe('weeks in which weekly sending was off', () => {
	it('are not sent once it is on again, but the last one', async () => {
		await startAfter('2026-W44');
		rig.target = { isWeekly: false };
		for (const week of ['2026-W45', '2026-W46', '2026-W47', '2026-W48']) await startAfter(week);
		expect(asked).toEqual(['2026-W44']);
		rig.target = { isWeekly: true };
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W44', '2026-W48']);
	});

	it('do not include those in which Chrome had not loaded the policy of a target that was agreed to', async () => {
		await startAfter('2026-W45');
		for (const ownTarget of [null, { isWeekly: false }]) {
			rig.target = ownTarget;
			rig.agreement = 'unseen';
			await startAfter('2026-W48');
		}
		rig.target = { isWeekly: true };
		rig.agreement = 'seen';
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48']);
	});

	it('include those of an agreed target that the policy no longer asks each week of', async () => {
		await startAfter('2026-W45');
		rig.agreement = 'seen';
		rig.target = { isWeekly: false };
		await startAfter('2026-W48');
		rig.target = { isWeekly: true };
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W45', '2026-W48']);
	});

	it('do not make it send a week twice', async () => {
		await startAfter('2026-W48');
		for (const isWeekly of [false, true]) {
			rig.target = { isWeekly };
			await startAfter('2026-W48');
		}
		expect(asked).toEqual(['2026-W48']);
	});

	it('do not make it begin with an earlier week when it is turned on for the first time', async () => {
		rig.target = { isWeekly: false };
		for (const week of ['2026-W46', '2026-W47']) await startAfter(week);
		rig.target = { isWeekly: true };
		await startAfter('2026-W48');
		expect(asked).toEqual(['2026-W48']);
	});
});

describe('a clock that was ahead, and is right again', () => {
	it('by a day, as west of the date line, sends no week twice', async () => {
		// Monday and Sunday of one moment, then the same Monday here.
		for (const day of ['2026-11-30', '2026-11-29', '2026-11-30', '2026-12-07']) await startOn(day);
		expect(asked).toEqual(['2026-W48', '2026-W49']);
	});

	it.each([
		['one week', '2026-12-01', ['2026-W48']],
		['two weeks', '2026-12-08', ['2026-W48', '2026-W49']],
	])('by %s sends the week that was under way again once it is over, with all its days', async (_, wrongDay, early) => {
		for (const day of ['2026-11-23', wrongDay, '2026-11-25', '2026-11-30', '2026-12-07']) await startOn(day);
		expect(asked).toEqual(['2026-W47', ...early, '2026-W47', '2026-W48', '2026-W49']);
	});

	it('by years goes on with the last week that is over', async () => {
		hasFigures = (week) => week <= '2026-W48';
		for (const week of ['2026-W47', '2029-W50', '2026-W48', '2026-W49']) await startAfter(week);
		expect(asked).toEqual(['2026-W47', '2029-W50', '2026-W48', '2026-W49']);
	});
});
