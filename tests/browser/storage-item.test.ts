import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createItem, type Migration } from '@/utils/browser/storage-item';

/** Version 1 was minutes, 2 is seconds, 3 is a record of seconds. */
const MIGRATIONS: readonly Migration[] = [(minutes) => Number(minutes) * 60, (seconds) => ({ seconds })];

function parseSeconds(stored: unknown): number | null {
	const { seconds } = (stored ?? {}) as { seconds?: unknown };
	return typeof seconds === 'number' ? seconds : null;
}

const pause = createItem('pause', (stored) => stored, MIGRATIONS);
const pauseSeconds = createItem('pause', parseSeconds, MIGRATIONS);

beforeEach(() => fakeBrowser.reset());

describe('a preference', () => {
	it('reads null through its parser until it is written, and again once it is removed', async () => {
		expect(await pause.read()).toBeNull();
		await pause.write({ seconds: 90 });
		expect(await pause.read()).toEqual({ seconds: 90 });
		await pause.remove();
		expect(await pause.read()).toBeNull();
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('is written with the version of its shape', async () => {
		await createItem('early', String).write('a');
		await pause.write({ seconds: 90 });
		expect(await fakeBrowser.storage.local.get()).toEqual({
			early: { version: 1, value: 'a' },
			pause: { version: 3, value: { seconds: 90 } },
		});
	});

	it('loses no change when several begin at once', async () => {
		const count = createItem('count', Number);
		await count.write(0);
		await Promise.all([1, 2, 3].map((added) => count.change((before) => before + added)));
		expect(await count.read()).toBe(6);
	});

	it.each([
		[1, 2, 2 * 60],
		[2, 45, 45],
		[3, { seconds: 30 }, 30],
	])('of version %i is led to the newest shape', async (version, value, seconds) => {
		await fakeBrowser.storage.local.set({ pause: { version, value } });
		expect(await pauseSeconds.read()).toBe(seconds);
	});

	it('of a version to come is read as it is, and its parser judges', async () => {
		await fakeBrowser.storage.local.set({ pause: { version: 4, value: { seconds: 30, isLong: false } } });
		expect(await pauseSeconds.read()).toBe(30);
	});

	it.each([null, 'spoilt', 3, [], { value: 3 }])('counts as unset when %j is in its place', async (spoilt) => {
		await fakeBrowser.storage.local.set({ pause: spoilt });
		expect(await pauseSeconds.read()).toBeNull();
	});

	it('is read together with the others of the same turn, and anew with the next', async () => {
		const early = createItem('early', String);
		await early.write('a');
		await pause.write({ seconds: 90 });
		const get = vi.spyOn(fakeBrowser.storage.local, 'get');
		expect(await Promise.all([early.read(), pause.read(), early.read()])).toEqual(['a', { seconds: 90 }, 'a']);
		expect(get).toHaveBeenCalledTimes(1);
		await early.write('b');
		expect(await early.read()).toBe('b');
		get.mockRestore();
	});

	it('that cannot be read fails for all who asked, and is asked for again', async () => {
		const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('closing'));
		const both = await Promise.allSettled([pause.read(), pauseSeconds.read()]);
		expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await pause.read()).toBeNull();
		get.mockRestore();
	});
});
