import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { KINDS } from '@/utils/core/schema/names';
import type { DayTotal, Visit } from '@/utils/core/schema/visit';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAssistants } from '@/utils/core/visit/assistants';
import { addMedia } from '@/utils/core/visit/media';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { addWaste, NO_WASTE } from '@/utils/core/visit/waste';
import { type Database, openDatabase } from '@/utils/store/database';
import { readHistory } from '@/utils/store/history';
import { expireVisits, saveVisit } from '@/utils/store/visits';

const amount = fc.integer({ min: 0, max: 2 ** 30 });
const kindTraffic = fc
	.record({
		measuredBytes: amount,
		estimatedBytes: amount,
		unknownCount: fc.nat(9),
		requestCount: fc.integer({ min: 1, max: 99 }),
		unreadBytes: amount,
		unboundedCount: fc.nat(9),
	})
	.map(({ unreadBytes, unboundedCount, ...traffic }) => {
		const { estimatedBytes, unknownCount } = traffic;
		if (estimatedBytes === 0 && unknownCount === 0) return traffic;
		const bounds = { lowBytes: estimatedBytes >> 1, highBytes: estimatedBytes + unreadBytes, unboundedCount };
		return { ...traffic, bounds };
	});

/** Any visit: few ids, days and courses, so that saves overlap, move and replace each other. */
const anyVisit: fc.Arbitrary<Visit> = fc.record({
	id: fc.constantFrom('visit0000000000a', 'visit0000000000b', 'visit0000000000c'),
	day: fc.constantFrom('2026-11-23', '2026-11-24'),
	startedAtMs: amount,
	host: fc.constantFrom('moodle.example', 'ecole.example'),
	platform: fc.constant('moodle'),
	courseKey: fc.constantFrom('', '7'),
	activity: fc.constantFrom('page', 'quiz'),
	activeMs: amount,
	traffic: fc.record({
		received: fc.dictionary(fc.constantFrom(...KINDS), kindTraffic, { noNullPrototype: true }),
		sentBytes: fc.option(fc.integer({ min: 1, max: 2 ** 30 }), { nil: null }),
		sparedBytes: amount,
	}),
	media: fc
		.record({
			videoMs: amount,
			audioMs: amount,
			hiddenMs: amount,
			oversizedMs: amount,
			videoMsByHeight: fc.dictionary(fc.constantFrom('240', '480'), fc.integer({ min: 1, max: 9_999 }), {
				noNullPrototype: true,
			}),
		})
		.map((played) => ({ ...NO_MEDIA, ...played })),
	assistants: fc.dictionary(
		fc.constantFrom('gpt', 'llama'),
		fc.dictionary(fc.constantFrom('promptCount', 'characters'), fc.integer({ min: 1, max: 999 }), {
			minKeys: 1,
			noNullPrototype: true,
		}),
		{ minKeys: 1, noNullPrototype: true },
	),
	waste: fc.dictionary(fc.constantFrom('gifCount', 'gifBytes'), fc.integer({ min: 1, max: 999 }), {
		minKeys: 1,
		noNullPrototype: true,
	}),
});

/** Day totals computed directly, by adding up visits. */
function sumByDay(visits: readonly Visit[]): Map<string, DayTotal> {
	const sums = new Map<string, DayTotal>();
	for (const { day, host, platform, courseKey, activity, activeMs, traffic, media, waste, assistants } of visits) {
		const key = [day, host, courseKey, activity].join('|');
		const sum = sums.get(key);
		sums.set(key, {
			day,
			host,
			platform,
			courseKey,
			activity,
			visitCount: (sum?.visitCount ?? 0) + 1,
			activeMs: (sum?.activeMs ?? 0) + activeMs,
			traffic: addTraffic(sum?.traffic ?? NO_TRAFFIC, traffic),
			media: addMedia(sum?.media ?? NO_MEDIA, media),
			assistants: addAssistants(sum?.assistants ?? {}, assistants ?? {}),
			waste: addWaste(sum?.waste ?? NO_WASTE, waste ?? NO_WASTE),
		});
	}
	return sums;
}

async function storedDays(database: Database): Promise<Map<string, DayTotal>> {
	const { days } = await readHistory(database, '2026-01-01', '2026-12-31');
	return new Map(days.map((total) => [[total.day, total.host, total.courseKey, total.activity].join('|'), total]));
}

let databaseCount = 0;

/** Runs with a new database and closes it. */
async function withDatabase(use: (database: Database) => Promise<void>): Promise<void> {
	const database = await openDatabase(`history ${databaseCount++}`);
	await use(database).finally(() => database.close());
}

describe('day totals', () => {
	it('are the sum of the visits as last saved, in any order of saves', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyVisit, { maxLength: 12 }), (saves) =>
				withDatabase(async (database) => {
					for (const each of saves) await saveVisit(database, each, null);
					const last = new Map(saves.map((each) => [each.id, each]));
					expect(await storedDays(database)).toEqual(sumByDay([...last.values()]));
				}),
			),
			{ numRuns: 60 },
		);
	}, 30_000);

	it('still include expired visits, and add later ones', async () => {
		const old = fc.array(
			anyVisit.map((each) => ({ ...each, day: '2026-08-01' })),
			{ maxLength: 4 },
		);
		const recent = anyVisit.map((each) => ({ ...each, id: each.id.replace('visit', 'later') }));
		await fc.assert(
			fc.asyncProperty(old, fc.array(recent, { maxLength: 4 }), (oldSaves, recentSaves) =>
				withDatabase(async (database) => {
					for (const each of oldSaves) await saveVisit(database, each, null);
					await expireVisits(database, '2026-11-01');
					for (const each of recentSaves) await saveVisit(database, each, null);
					const last = new Map([...oldSaves, ...recentSaves].map((each) => [each.id, each]));
					expect(await storedDays(database)).toEqual(sumByDay([...last.values()]));
				}),
			),
			{ numRuns: 30 },
		);
	}, 30_000);
});
