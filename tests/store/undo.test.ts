import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Visit } from '@/utils/core/schema/visit';
import type { Database } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { eraseHost } from '@/utils/store/hosts';
import { mergeHistory } from '@/utils/store/merge';
import { undoChanges } from '@/utils/store/undo';
import { expireVisits } from '@/utils/store/visits';
import { anyVisits } from './history';
import { contentsOf, openFresh, saveAll } from './store-rig';
import { visit } from './visit';

let database: Database;

beforeEach(async () => {
	database = await openFresh();
});

const contents = () => contentsOf(database);
const save = (visits: readonly Visit[], label: string | null) => saveAll(database, visits, label);

describe('undoing a restoration', () => {
	it('brings back what was there, whatever both sides had', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, anyVisits, async (here, there) => {
				database = await openFresh();
				await save(there, 'Autre nom');
				await expireVisits(database, '2026-10-01');
				const file = await contents();
				database = await openFresh();
				await save(here, 'Prévention');
				const before = await contents();
				const { changes } = await mergeHistory(database, file.days, file.courses);
				await undoChanges(database, JSON.parse(JSON.stringify(changes)));
				expect(await contents()).toEqual(before);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it.each<[string, (erased: Database) => Promise<void>]>([
		['everything', eraseHistory],
		['the figures of the site', (erased) => eraseHost(erased, visit().host)],
	])('brings nothing back once the user has erased %s', async (_what, erase) => {
		await save(
			['b', 'c', 'd'].map((id) => visit({ id })),
			'Autre nom',
		);
		await expireVisits(database, '2099-01-01');
		const file = await contents();
		database = await openFresh();
		await save([visit({ id: 'own' })], 'Prévention');
		const { changes } = await mergeHistory(database, file.days, file.courses);
		expect(await database.getAll('visits')).toEqual([]);
		await erase(database);
		await undoChanges(database, changes);
		const stores = ['visits', 'days', 'courses'] as const;
		expect(await Promise.all(stores.map((name) => database.getAll(name)))).toEqual([[], [], []]);
	});

	it.each([1, 3, 5])(
		'leaves %i visits recorded on a restored day of three once the user has erased the site',
		async (count) => {
			await save(
				['b', 'c', 'd'].map((id) => visit({ id })),
				null,
			);
			const file = await contents();
			database = await openFresh();
			const { changes } = await mergeHistory(database, file.days, file.courses);
			await eraseHost(database, visit().host);
			await save(
				Array.from({ length: count }, (_, index) => visit({ id: `later${index}`, activeMs: 1_000 + index })),
				null,
			);
			const recorded = await contents();
			expect(recorded.days).toMatchObject([{ totals: [{ visitCount: count }] }]);
			await undoChanges(database, JSON.parse(JSON.stringify(changes)));
			expect(await contents()).toEqual(recorded);
		},
	);

	it('is done for a day that has more visits since, when nothing was erased and the restored visits have expired', async () => {
		const old = visit({ id: 'old', day: '2026-09-01' });
		await save([old, visit({ id: 'theirs' })], null);
		const file = await contents();
		database = await openFresh();
		const { changes } = await mergeHistory(database, file.days, file.courses);
		await expireVisits(database, '2099-01-01');
		await save([visit({ id: 'later' })], null);
		await undoChanges(database, changes);
		expect(await database.getAll('days')).toMatchObject([{ day: visit().day, visitCount: 1 }]);
	});

	it('leaves what was recorded since', async () => {
		const [own, theirs, later] = [visit({ id: 'own' }), visit({ id: 'theirs' }), visit({ id: 'later' })];
		await save([theirs], null);
		const file = await contents();
		database = await openFresh();
		await save([own, later], null);
		const expected = await contents();
		database = await openFresh();
		await save([own], null);
		const { changes } = await mergeHistory(database, file.days, file.courses);
		await save([later], null);
		await undoChanges(database, changes);
		expect(await contents()).toEqual(expected);
	});

	it('leaves a visit that went on since as it is', async () => {
		const [early, restored, late] = [5_000, 9_000, 20_000].map((activeMs) => visit({ id: 'a', activeMs }));
		await save([restored as Visit], null);
		const file = await contents();
		database = await openFresh();
		await save([late as Visit], null);
		const expected = await contents();
		database = await openFresh();
		await save([early as Visit], null);
		const { changes } = await mergeHistory(database, file.days, file.courses);
		expect(changes.length).toBe(2);
		await save([late as Visit], null);
		await undoChanges(database, changes);
		expect(await contents()).toEqual(expected);
	});
});
