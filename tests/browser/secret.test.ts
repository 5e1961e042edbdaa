import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeStorage } from '@/utils/browser/close-storage';
import { createSecret } from '@/utils/browser/secret';

const parse = (stored: unknown) => (typeof stored === 'string' ? stored : null);
const [key, other] = [createSecret('key', parse), createSecret('other', parse)];
const local = () => fakeBrowser.storage.local.get(null);
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(() => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
});

describe('a secret', () => {
	it('is stored where content scripts cannot read it', async () => {
		expect(await key.read()).toBeNull();
		expect(await databases()).toEqual([]);
		await key.write('a');
		await other.write('b');
		expect([await key.read(), await other.read()]).toEqual(['a', 'b']);
		expect(await local()).toEqual({});
	});

	it('leaves nothing once it is deleted', async () => {
		await Promise.all([key.write('a'), other.write('b')]);
		await key.remove();
		expect([await key.read(), await other.read()]).toEqual([null, 'b']);
		await other.remove();
		expect(await databases()).toEqual([]);
		await other.remove();
		expect(await databases()).toEqual([]);
	});

	it('of an earlier version is moved out of the settings', async () => {
		await fakeBrowser.storage.local.set({ key: { version: 1, value: 'older' }, other: { version: 1, value: 5 } });
		expect([await key.read(), await other.read()]).toEqual(['older', null]);
		expect(await local()).toEqual({});
		expect(await key.read()).toBe('older');
	});
});

describe('the settings', () => {
	it('are closed to content scripts where the browser can do that', async () => {
		const [ofLocal, ofManaged] = [vi.fn(async () => {}), vi.fn(async () => {})];
		Object.assign(fakeBrowser.storage.local, { setAccessLevel: ofLocal });
		Object.assign(fakeBrowser.storage.managed, { setAccessLevel: ofManaged });
		await closeStorage();
		for (const setAccessLevel of [ofLocal, ofManaged])
			expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
		for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.managed])
			Object.assign(area, { setAccessLevel: undefined });
		await expect(closeStorage()).resolves.toBeUndefined();
	});
});
