import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { visit } from '@/tests/store/visit';
import { CopyKeeper } from '@/utils/background/upkeep/copy-keeper';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { readCopies } from '@/utils/store/day-copy';
import { saveVisit } from '@/utils/store/visits';

const TODAY = '2026-11-29';
let database: DatabaseKeeper;
let copy: CopyKeeper;

beforeEach(async () => {
	fakeBrowser.reset();
	Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} });
	vi.stubGlobal('indexedDB', new IDBFactory());
	database = new DatabaseKeeper();
	await saveVisit(await database.open(), visit({ day: TODAY }), null);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse(`${TODAY}T10:00:00Z`) });
	copy = new CopyKeeper(database, () => new Set());
});

afterEach(() => {
	vi.useRealTimers();
});

const copied = async () => (await readCopies()).map(({ record }) => record.day);
describe('the copy', () => {
	it('is made when there is none', async () => {
		await copy.start();
		expect(await copied()).toEqual([TODAY]);
	});

	it('is not made where content scripts could read it', async () => {
		Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
		copy = new CopyKeeper(database, () => new Set());
		await copy.start();
		await copy.renew();
		copy.noteDays([TODAY]);
		await vi.advanceTimersByTimeAsync(120_000);
		expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['database']);
	});

	it('follows 15 s after the last change, and at least every two minutes', async () => {
		copy.noteDays([TODAY]);
		await vi.advanceTimersByTimeAsync(14_000);
		copy.noteDays([TODAY]);
		await vi.advanceTimersByTimeAsync(14_000);
		expect(await copied()).toEqual([]);
		for (let second = 28; second < 120; second += 4) {
			copy.noteDays([TODAY]);
			await vi.advanceTimersByTimeAsync(4_000);
		}
		await vi.waitFor(async () => expect(await copied()).toEqual([TODAY]));
	});
});
