import { beforeEach, expect, test } from 'vitest';
import { Nudge } from '@/utils/background/upkeep/nudge';

let isWanted: boolean;
let done: string | null;
let lastWeek: string;
let isRecorded: boolean;
let told: string[];

/** One life of the background; what is kept outlives it. */
function createNudge(): Nudge {
	return new Nudge({
		isWanted: async () => isWanted,
		readDone: async () => done,
		saveDone: async (week) => {
			done = week;
		},
		lastWeek: () => lastWeek,
		words: async (week) => (isRecorded ? { title: week, message: '871 Mo' } : null),
		tell: async (week, { message }) => {
			told.push(`${week}: ${message}`);
		},
	});
}

beforeEach(() => {
	isWanted = true;
	done = '2026-W46';
	lastWeek = '2026-W47';
	isRecorded = true;
	told = [];
});

test('nothing is told, and nothing kept, while nobody wants it', async () => {
	isWanted = false;
	await createNudge().look();
	expect({ told, done }).toEqual({ told: [], done: '2026-W46' });
});

test('a week is told once, whoever looks and however often', async () => {
	const nudge = createNudge();
	await Promise.all([nudge.look(), nudge.look()]);
	await createNudge().look();
	expect(told).toEqual(['2026-W47: 871 Mo']);
});

test('after weeks with the browser closed, only the last one is told', async () => {
	done = '2026-W40';
	await createNudge().look();
	expect(told).toEqual(['2026-W47: 871 Mo']);
});

test('a week in which nothing was recorded passes in silence', async () => {
	isRecorded = false;
	await createNudge().look();
	isRecorded = true;
	await createNudge().look();
	expect({ told, done }).toEqual({ told: [], done: '2026-W47' });
});

test('switched on by a backup, it begins with the week under way', async () => {
	done = null;
	await createNudge().look();
	expect(told).toEqual([]);
	lastWeek = '2026-W48';
	await createNudge().look();
	expect(told).toEqual(['2026-W48: 871 Mo']);
});
