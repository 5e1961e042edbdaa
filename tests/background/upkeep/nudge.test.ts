import { beforeEach, expect, test } from 'vitest';
import { Nudge } from '@/utils/background/upkeep/nudge';

let isEnabled: boolean;
let done: string | null;
let lastWeek: string;
let isRecorded: boolean;
let shown: string[];

/** A background after a start; the stored week survives it. */
function createNudge(): Nudge {
	return new Nudge({
		isEnabled: async () => isEnabled,
		readDone: async () => done,
		saveDone: async (week) => {
			done = week;
		},
		lastWeek: () => lastWeek,
		textOf: async (week) => (isRecorded ? { title: week, message: '871 Mo' } : null),
		notify: async (week, { message }) => {
			shown.push(`${week}: ${message}`);
		},
	});
}

beforeEach(() => {
	isEnabled = true;
	done = '2026-W46';
	lastWeek = '2026-W47';
	isRecorded = true;
	shown = [];
});

test('nothing is shown and nothing is stored while it is off', async () => {
	isEnabled = false;
	await createNudge().notifyIfDue();
	expect({ shown, done }).toEqual({ shown: [], done: '2026-W46' });
});

test('a week is shown once, although several calls request it', async () => {
	const nudge = createNudge();
	await Promise.all([nudge.notifyIfDue(), nudge.notifyIfDue()]);
	await createNudge().notifyIfDue();
	expect(shown).toEqual(['2026-W47: 871 Mo']);
});

test('after weeks with the browser closed, only the last week is shown', async () => {
	done = '2026-W40';
	await createNudge().notifyIfDue();
	expect(shown).toEqual(['2026-W47: 871 Mo']);
});

test('a week without records is skipped', async () => {
	isRecorded = false;
	await createNudge().notifyIfDue();
	isRecorded = true;
	await createNudge().notifyIfDue();
	expect({ shown, done }).toEqual({ shown: [], done: '2026-W47' });
});

test('it starts with the current week after a backup turned it on', async () => {
	done = null;
	await createNudge().notifyIfDue();
	expect(shown).toEqual([]);
	lastWeek = '2026-W48';
	await createNudge().notifyIfDue();
	expect(shown).toEqual(['2026-W48: 871 Mo']);
});
