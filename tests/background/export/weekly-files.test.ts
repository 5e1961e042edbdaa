import { beforeEach, describe, expect, it } from 'vitest';
import { WeeklyFiles } from '@/utils/background/export/weekly-files';
import { NO_WEEKS, type WeeklyState } from '@/utils/core/delivery/weekly';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import { NO_WEEKLY, type WeeklyPreference } from '@/utils/core/schema/settings';
import { dayAfter } from './sender-rig';

let preference: WeeklyPreference;
let state: WeeklyState;
let lastWeek: string;
/** The local day; null for one after the last week. */
let day: string | null;
let saved: string[];
let isAllowed: boolean;
let recorded: readonly string[];
/** Whether the store throws. */
let isBroken: boolean;

const fileOf = (week: string): ExportFile => ({ name: `sobrio-${week}.csv`, type: 'text/csv', text: week });

/** A background after a start; the stored state survives it. */
function createFiles(): WeeklyFiles {
	return new WeeklyFiles({
		readPreference: async () => preference,
		readState: async () => state,
		saveState: async (next) => {
			state = next;
		},
		recordedWeeks: async (weeks) => {
			if (isBroken) throw new Error('store');
			return weeks.filter((week) => recorded.includes(week));
		},
		fileOf: async (week) => fileOf(week),
		save: async ({ name }) => {
			if (isAllowed) saved.push(name);
			return isAllowed;
		},
		today: () => day ?? dayAfter(lastWeek),
	});
}

beforeEach(() => {
	preference = { ...NO_WEEKLY, isOn: true };
	state = { ...NO_WEEKS, doneWeek: '2026-W47', ready: [] };
	lastWeek = '2026-W47';
	day = null;
	saved = [];
	isAllowed = true;
	isBroken = false;
	recorded = ['2026-W46', '2026-W47', '2026-W48', '2026-W50'];
});

describe('the file of a week', () => {
	it('is ready after the end of the week, not before', async () => {
		await createFiles().makeDue();
		expect(state.ready).toEqual([]);
		lastWeek = '2026-W48';
		await createFiles().makeDue();
		expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W48', ready: ['2026-W48'] });
	});

	it('is made once and taken once, although the background starts several times', async () => {
		lastWeek = '2026-W48';
		for (let start = 0; start < 3; start++) await createFiles().makeDue();
		const files = createFiles();
		await Promise.all([files.makeDue(), files.makeDue()]);
		expect(state.ready).toEqual(['2026-W48']);
		expect(await Promise.all([files.take('2026-W48'), files.take('2026-W48')])).toEqual([fileOf('2026-W48'), null]);
		await createFiles().makeDue();
		expect(state.ready).toEqual([]);
	});

	it('is also made for each earlier week with a course since the last one', async () => {
		lastWeek = '2026-W51';
		await createFiles().makeDue();
		expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W51', ready: ['2026-W48', '2026-W50'] });
		expect(saved).toEqual([]);
	});

	it('is not made while the preference is off', async () => {
		preference = NO_WEEKLY;
		lastWeek = '2026-W48';
		await createFiles().makeDue();
		expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W47', ready: [] });
	});

	it('is made after a failure of the store', async () => {
		lastWeek = '2026-W48';
		isBroken = true;
		await expect(createFiles().makeDue()).rejects.toThrow('store');
		isBroken = false;
		await createFiles().makeDue();
		expect(state.ready).toEqual(['2026-W48']);
	});

	it('starts with the current week after a backup restored the preference without a week', async () => {
		state = { ...NO_WEEKS, doneWeek: null, ready: [] };
		await createFiles().makeDue();
		expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W47', ready: [] });
	});
});

it('no week before the last one has a file again, though the clock was years behind in between', async () => {
	recorded = ['2026-W20', '2026-W46', '2026-W47', '2026-W48'];
	for (const last of ['2018-W52', '2026-W48']) {
		lastWeek = last;
		await createFiles().makeDue();
	}
	expect(state).toEqual({ doneWeek: '2026-W48', aheadWeek: null, ready: ['2026-W48'] });
});

describe('a clock that was ahead, and is right again', () => {
	it.each(['2026-W48', '2026-W49', '2027-W01', '2029-W50'])(
		'with %s as the last week done: the next week has its file',
		async (doneWeek) => {
			state = { ...NO_WEEKS, doneWeek, ready: ['2026-W46'] };
			await createFiles().makeDue();
			expect(state).toMatchObject({ doneWeek: '2026-W47', ready: ['2026-W46'] });
			lastWeek = '2026-W48';
			for (let start = 0; start < 2; start++) await createFiles().makeDue();
			expect(state).toMatchObject({ doneWeek: '2026-W48', ready: ['2026-W46', '2026-W48'] });
		},
	);

	it('by a day, as west of the date line, leaves all as it is', async () => {
		state = { ...NO_WEEKS, doneWeek: '2026-W48', ready: ['2026-W48'] };
		for (day of ['2026-11-29', '2026-11-30']) {
			await createFiles().makeDue();
			expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W48', ready: ['2026-W48'] });
		}
	});

	it('offers no file twice that still waits', async () => {
		state = { ...NO_WEEKS, doneWeek: '2026-W51', ready: ['2026-W48'] };
		for (const week of ['2026-W47', '2026-W48']) {
			lastWeek = week;
			await createFiles().makeDue();
		}
		expect(state).toEqual({ ...NO_WEEKS, doneWeek: '2026-W48', ready: ['2026-W48'] });
	});
});

describe('the download folder', () => {
	beforeEach(() => {
		preference = { ...preference, isSaved: true };
		lastWeek = '2026-W50';
	});

	it('receives each file once, which is then no longer ready', async () => {
		await createFiles().makeDue();
		await createFiles().makeDue();
		expect(saved).toEqual(['sobrio-2026-W48.csv', 'sobrio-2026-W50.csv']);
		expect(state.ready).toEqual([]);
	});

	it('receives nothing without the permission: the files stay ready', async () => {
		isAllowed = false;
		await createFiles().makeDue();
		expect(state.ready).toEqual(['2026-W48', '2026-W50']);
	});

	it('does not receive later what a stopped background had not saved: those files stay ready', async () => {
		const files = createFiles();
		const stopped = new Promise<never>(() => {});
		isAllowed = false;
		void Promise.race([files.makeDue(), stopped]);
		await files.take('2026-W48');
		isAllowed = true;
		await createFiles().makeDue();
		expect(saved).toEqual([]);
		expect(state.ready).toEqual(['2026-W50']);
	});
});
