import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DayRecord } from '@/utils/core/schema/backup-file';
import { isDayRecord } from '@/utils/core/schema/backup-file';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Visit } from '@/utils/core/schema/visit';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';
import type { Database } from '@/utils/store/database';
import { mergeHistory } from '@/utils/store/merge';
import { expireVisits } from '@/utils/store/visits';
import { anyVisits } from './history';
import { contentsOf, openFresh, saveAll } from './store-rig';
import { visit } from './visit';

let database: Database;

beforeEach(async () => {
	database = await openFresh();
});

const contents = () => contentsOf(database);
const save = (visits: readonly Visit[], label: string | null = null) => saveAll(database, visits, label);

/** The days of another browser with these visits; those before a day have expired. */
async function otherBrowser(visits: readonly Visit[], firstStoredDay = ''): Promise<DayRecord[]> {
	const own = database;
	database = await openFresh();
	await save(visits);
	await expireVisits(database, firstStoredDay);
	const { days } = await contents();
	database = own;
	return days;
}

const totals = async () => (await contents()).days.flatMap((day) => day.totals);

describe('the day records of the store', () => {
	it('are valid for any visits', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, async (visits) => {
				database = await openFresh();
				await save(visits);
				for (const day of (await contents()).days) expect(isDayRecord(JSON.parse(JSON.stringify(day)))).toBe(true);
			}),
			{ numRuns: 30 },
		);
	}, 60_000);
});

describe('merging a history', () => {
	it('into an empty store restores it, including old days without visits', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, async (visits) => {
				database = await openFresh();
				await save(visits, 'Prévention');
				await expireVisits(database, '2026-10-01');
				const before = await contents();
				database = await openFresh();
				await mergeHistory(database, before.days, before.courses as never);
				expect(await contents()).toEqual(before);
			}),
			{ numRuns: 30 },
		);
	}, 60_000);

	it('twice changes nothing', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, anyVisits, async (here, there) => {
				database = await openFresh();
				await save(here);
				const days = await otherBrowser(there, '2026-10-01');
				await mergeHistory(database, days, []);
				const once = await contents();
				expect((await mergeHistory(database, days, [])).changes).toEqual([]);
				expect(await contents()).toEqual(once);
			}),
			{ numRuns: 30 },
		);
	}, 60_000);

	it('counts each visit once, as if all had been made here', async () => {
		await fc.assert(
			fc.asyncProperty(
				anyVisits,
				fc.integer({ min: 0, max: 25 }),
				fc.integer({ min: 0, max: 25 }),
				async (visits, a, b) => {
					database = await openFresh();
					await save(visits);
					const all = await contents();
					database = await openFresh();
					// Those in the middle are in both browsers.
					await save(visits.slice(0, Math.max(a, b)));
					await mergeHistory(database, await otherBrowser(visits.slice(Math.min(a, b))), []);
					const merged = await contents();
					const plain = ({ days }: typeof all) =>
						days.map((day) => ({
							visits: day.visits,
							// The platform last detected for a host depends on the order of the visits.
							totals: day.totals.map(({ platform: _, ...total }) => total),
						}));
					expect(plain(merged)).toEqual(plain(all));
				},
			),
			{ numRuns: 30 },
		);
	}, 60_000);

	it('takes the later version of a visit in both, even with another activity', async () => {
		const early = visit({ activeMs: 1_000, activity: 'page' });
		const late = visit({ activeMs: 5_000, activity: 'quiz' });
		await save([early]);
		expect((await mergeHistory(database, await otherBrowser([late]), [])).changes.length).toBeGreaterThan(0);
		expect(await totals()).toMatchObject([{ activity: 'quiz', visitCount: 1, activeMs: 5_000 }]);
		// An earlier version changes nothing.
		const after = await contents();
		await mergeHistory(database, await otherBrowser([early]), []);
		expect(await contents()).toEqual(after);
	});

	describe('of a day whose visits have expired', () => {
		const two = [visit({ id: 'a' }), visit({ id: 'b' })];

		it('does not count visits again that its total includes', async () => {
			await save(two);
			const file = (await contents()).days;
			await expireVisits(database, '2026-12-01');
			const before = await contents();
			expect((await mergeHistory(database, file, [])).changes).toEqual([]);
			expect(await contents()).toEqual(before);
		});

		it('takes the total with more visits', async () => {
			await save([two[0] as Visit]);
			await mergeHistory(database, await otherBrowser(two, '2026-12-01'), []);
			expect(await totals()).toMatchObject([{ visitCount: 2, activeMs: 2 * 90_000 }]);
		});
	});

	describe('loses no figure that was measured here', () => {
		const real = visit({ id: 'real' });
		const nothing = { ...real, activeMs: 0, traffic: NO_TRAFFIC, media: NO_MEDIA };
		const totalOf = ({ id: _, startedAtMs: _at, ...rest }: Visit, visitCount: number) => ({ ...rest, visitCount });

		it.each<[string, Visit, number]>([
			['a total of a million visits without a byte', nothing, 1e6],
			['a total of a million visits that lasted longer without a byte', { ...nothing, activeMs: 1e9 }, 1e6],
			['a total of a million visits without time', { ...real, activeMs: 0 }, 1e6],
		])('to %s', async (_, forged, visitCount) => {
			await save([real]);
			const before = await contents();
			const day = { day: real.day, totals: [totalOf(forged, visitCount)], visits: [] };
			expect(await mergeHistory(database, [day], [])).toEqual({ changes: [], unchangedCount: 1 });
			expect(await contents()).toEqual(before);
		});

		it('to a visit of the same id that lasted longer without a byte', async () => {
			await save([real]);
			const before = await contents();
			const forged = { ...nothing, activeMs: real.activeMs + 1 };
			await mergeHistory(database, [{ day: real.day, totals: [totalOf(forged, 1)], visits: [forged] }], []);
			expect(await contents()).toEqual(before);
		});
	});

	it('changes nothing as a preview, and names the same changes', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, anyVisits, async (here, there) => {
				database = await openFresh();
				await save(here, 'Prévention');
				const days = await otherBrowser(there, '2026-10-01');
				const before = await contents();
				const preview = await mergeHistory(database, days, [], true);
				expect(await contents()).toEqual(before);
				expect(await mergeHistory(database, days, [])).toEqual(preview);
			}),
			{ numRuns: 30 },
		);
	}, 60_000);

	it('takes the newer name of a course', async () => {
		await save([visit({ day: '2026-11-23' })], 'Ancien nom');
		const course = { host: 'moodle.example', courseKey: '7', platform: 'moodle', label: 'Nouveau nom' };
		await mergeHistory(database, [], [{ ...course, lastDay: '2026-11-22' }]);
		expect((await contents()).courses).toMatchObject([{ label: 'Ancien nom' }]);
		await mergeHistory(database, [], [{ ...course, lastDay: '2026-11-24' }]);
		expect((await contents()).courses).toMatchObject([{ label: 'Nouveau nom' }]);
	});
});
