import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionItem, createSessionRecords } from '@/utils/browser/session-item';

beforeEach(() => fakeBrowser.reset());

it('a session item is null until it is written, and after it is removed', async () => {
	const item = createSessionItem<number>('since');
	expect(await item.read()).toBeNull();
	await item.write(0);
	expect(await item.read()).toBe(0);
	await item.remove();
	expect(await item.read()).toBeNull();
});

it('session records are read and replaced by id, separate from other session items', async () => {
	await fakeBrowser.storage.session.set({ other: 1 });
	const records = createSessionRecords<string>('visit:');
	await records.write({ a: 'first', b: 'second' });
	await records.write({ a: 'third' });
	await records.remove(['b', 'c']);
	expect(await records.readAll()).toEqual(new Map([['a', 'third']]));
	expect([await records.read('a'), await records.read('b')]).toEqual(['third', null]);
	expect(await fakeBrowser.storage.session.get(null)).toEqual({ other: 1, 'visit:a': 'third' });
	expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});
