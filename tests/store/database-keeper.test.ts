import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SCHEMA_VERSION } from '@/utils/store/database';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { saveVisit } from '@/utils/store/visits';
import { visit } from './visit';

let keeper: DatabaseKeeper;

beforeEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.setSystemTime('2026-11-29T10:00:00Z');
	fakeBrowser.reset();
	vi.stubGlobal('indexedDB', new IDBFactory());
	keeper = new DatabaseKeeper();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort();
const count = async () => (await keeper.open()).count('visits');
const save = () => keeper.write((database) => saveVisit(database, visit(), null));

/** Requests to open this database fail, as those of a damaged one. */
function damage(name: string): void {
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((asked, version) => {
		if (asked !== name) return open(asked, version);
		throw new DOMException('Internal error opening backing store.', 'UnknownError');
	});
}

describe('the database', () => {
	it('is opened once', async () => {
		expect(await keeper.open()).toBe(await keeper.open());
		expect(await keeper.state()).toEqual({ loss: null, isFailing: false });
	});

	it('is opened again after the browser has closed it', async () => {
		await save();
		forceCloseDatabase(unwrap(await keeper.open()) as never);
		await vi.waitFor(async () => expect(await count()).toBe(1));
	});

	it('is opened again after a write has failed on a closing connection', async () => {
		(await keeper.open()).close();
		await expect(save()).rejects.toThrow();
		expect((await keeper.state()).isFailing).toBe(true);
		await save();
		expect([await count(), await keeper.state()]).toEqual([1, { loss: null, isFailing: false }]);
	});

	it('of a newer version is put aside, and reported until the user has read of it', async () => {
		(await openDB('sobrio', SCHEMA_VERSION + 1)).close();
		await save();
		expect(await names()).toEqual(['sobrio', 'sobrio-2']);
		keeper = new DatabaseKeeper();
		expect([await count(), (await keeper.state()).loss]).toEqual([1, { why: 'newer', day: '2026-11-29' }]);
		await keeper.acceptLoss();
		expect((await keeper.state()).loss).toBeNull();
		expect(await count()).toBe(1);
	});

	it('that is damaged is put aside', async () => {
		await save();
		keeper = new DatabaseKeeper();
		damage('sobrio');
		expect([await count(), (await keeper.state()).loss?.why]).toEqual([0, 'damaged']);
	});

	it('stays in use where no other can be opened either: the fault is in the disk', async () => {
		await save();
		keeper = new DatabaseKeeper();
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});
		await expect(keeper.open()).rejects.toThrow();
		vi.restoreAllMocks();
		expect([await count(), (await keeper.state()).loss]).toEqual([1, null]);
	});

	it('that the browser has deleted is reported as gone, not taken for the first', async () => {
		await save();
		vi.stubGlobal('indexedDB', new IDBFactory());
		keeper = new DatabaseKeeper();
		expect([await count(), (await keeper.state()).loss?.why]).toEqual([0, 'gone']);
	});

	it('is opened before a page learns what is wrong with it', async () => {
		await save();
		vi.stubGlobal('indexedDB', new IDBFactory());
		keeper = new DatabaseKeeper();
		expect((await keeper.state()).loss?.why).toBe('gone');
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});
		expect(await new DatabaseKeeper().state()).toMatchObject({ isFailing: true });
	});

	it('that was put aside goes when everything is erased', async () => {
		(await openDB('sobrio', SCHEMA_VERSION + 1)).close();
		await save();
		await keeper.eraseAside();
		expect([await names(), (await keeper.state()).loss]).toEqual([['sobrio-2'], null]);
	});
});
