import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { copyDays, discardCopies, readCopies } from '@/utils/store/day-copy';
import { saveVisit } from '@/utils/store/visits';
import { visit } from './visit';

const NONE = new Set<string>();
let keeper: DatabaseKeeper;

beforeEach(() => {
	vi.restoreAllMocks();
	vi.setSystemTime('2026-11-29T10:00:00Z');
	fakeBrowser.reset();
	vi.stubGlobal('indexedDB', new IDBFactory());
	keeper = new DatabaseKeeper();
});

const save = async (id: string, day: string, label: string | null = null) =>
	saveVisit(await keeper.open(), visit({ id, day }), label);
const copy = async (days: readonly string[] | 'all', underWay: ReadonlySet<string> = NONE) =>
	copyDays(await keeper.open(), days, underWay);
const copiedDays = async () => (await readCopies()).map(({ record }) => record.day);

/** The browser deletes the database, as Chromium does when its files are damaged. */
function loseDatabase(): void {
	vi.stubGlobal('indexedDB', new IDBFactory());
	keeper = new DatabaseKeeper();
}

describe('the copy of the days', () => {
	it('fills a database that is gone, which says so', async () => {
		await save('visit0000000000a', '2026-11-28', 'Welding');
		await save('visit0000000000b', '2026-11-29');
		const before = await (await keeper.open()).getAll('days');
		await copy('all');
		loseDatabase();
		const database = await keeper.open();
		expect([await database.getAll('days'), await database.count('visits')]).toEqual([before, 0]);
		expect((await database.getAll('courses')).map(({ label }) => label)).toEqual(['Welding']);
		expect((await keeper.state()).loss).toEqual({ why: 'gone', day: '2026-11-29', isRestored: true });
	});

	it('never counts a visit twice that goes on after the loss', async () => {
		await save('visit0000000000a', '2026-11-29');
		await copy(['2026-11-29'], new Set(['visit0000000000a']));
		const [before] = await (await keeper.open()).getAll('days');
		loseDatabase();
		await save('visit0000000000a', '2026-11-29');
		expect(await (await keeper.open()).getAll('days')).toEqual([before]);
	});

	it('without a copy, the database starts empty', async () => {
		await save('visit0000000000a', '2026-11-29');
		loseDatabase();
		expect((await keeper.state()).loss).toEqual({ why: 'gone', day: '2026-11-29' });
	});

	it('that is damaged loses that day only', async () => {
		await save('visit0000000000a', '2026-11-28');
		await save('visit0000000000b', '2026-11-29');
		await copy('all');
		await fakeBrowser.storage.local.set({ 'copy-2026-11-28': { version: 1, value: { record: 7 } } });
		loseDatabase();
		expect((await (await keeper.open()).getAll('days')).map(({ day }) => day)).toEqual(['2026-11-29']);
	});

	it('holds the newest days of a year', async () => {
		const database = await keeper.open();
		for (let index = 0; index < 400; index++) {
			const day = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
			await saveVisit(database, visit({ id: `visit00000000${1_000 + index}`, day }), null);
		}
		await copy('all');
		const days = await copiedDays();
		expect([days.length, days.at(-1)]).toEqual([366, '2026-02-04']);
		await save('visit0000000000a', '2026-11-29');
		await copy(['2026-11-29']);
		expect([(await copiedDays()).length, (await copiedDays()).at(-1)]).toEqual([366, '2026-11-29']);
		expect(
			Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('copy-')),
		).toHaveLength(366);
	});

	it('writes a day again only where it has changed', async () => {
		await save('visit0000000000a', '2026-11-29');
		await copy('all');
		const set = vi.spyOn(fakeBrowser.storage.local, 'set');
		await copy('all');
		expect(set).not.toHaveBeenCalled();
	});

	it('drops a day whose figures are gone, and everything when it is discarded', async () => {
		await save('visit0000000000a', '2026-11-28');
		await save('visit0000000000b', '2026-11-29');
		await copy('all');
		await (await keeper.open()).delete('days', ['2026-11-28', 'moodle.example', '7', 'page']);
		await copy('all');
		expect(await copiedDays()).toEqual(['2026-11-29']);
		// Written by a background that was stopped before it listed the day.
		await fakeBrowser.storage.local.set({ 'copy-2026-11-27': { version: 1, value: null } });
		await discardCopies();
		expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['database']);
	});
});
