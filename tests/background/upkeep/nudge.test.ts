import { beforeEach, expect, test } from 'vitest';
import { Nudge } from '@/utils/background/upkeep/nudge';

let isEnabled: boolean;
let done: string | null;
let lastWeek: string;
let isRecorded: boolean;
let told: string[];

/** One life of the background; what is kept outlives it. */
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
			told.push(`${week}: ${message}`);
		},
	});
}

beforeEach(() => {
	isEnabled = true;
	done = '2026-W46';
	lastWeek = '2026-W47';
	isRecorded = true;
	told = [];
});

test('nothing is told, and nothing kept, while nobody wants it', async () => {
	isEnabled = false;
	await createNudge().notifyIfDue();
	expect({ told, done }).toEqual({ told: [], done: '2026-W46' });
});

test('a week is shown once, however often it is requested', async () => {
	const nudge = createNudge();
	await Promise.all([nudge.notifyIfDue(), nudge.notifyIfDue()]);
	await createNudge().notifyIfDue();
	expect(told).toEqual(['2026-W47: 871 Mo']);
});

test('after weeks with the browser closed, only the last one is told', async () => {
	done = '2026-W40';
	await createNudge().notifyIfDue();
	expect(told).toEqual(['2026-W47: 871 Mo']);
});

test('a week in which nothing was recorded passes in silence', async () => {
	isRecorded = false;
	await createNudge().notifyIfDue();
	isRecorded = true;
	await createNudge().notifyIfDue();
	expect({ told, done }).toEqual({ told: [], done: '2026-W47' });
});

test('switched on by a backup, it begins with the week under way', async () => {
	done = null;
	await createNudge().notifyIfDue();
	expect(told).toEqual([]);
	lastWeek = '2026-W48';
	await createNudge().notifyIfDue();
	expect(told).toEqual(['2026-W48: 871 Mo']);
});
