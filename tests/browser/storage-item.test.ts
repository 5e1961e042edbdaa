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
	it('is null until it is written, and after it is removed', async () => {
		expect(await pause.read()).toBeNull();
		await pause.write({ seconds: 90 });
		expect(await pause.read()).toEqual({ seconds: 90 });
		await pause.remove();
		expect(await pause.read()).toBeNull();
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('is stored with its version', async () => {
		await createItem('early', String).write('a');
		await pause.write({ seconds: 90 });
		expect(await fakeBrowser.storage.local.get()).toEqual({
			early: { version: 1, value: 'a' },
			pause: { version: 3, value: { seconds: 90 } },
		});
	});

	it('loses no change when several start at the same time', async () => {
		const count = createItem('count', Number);
		await count.write(0);
		await Promise.all([1, 2, 3].map((added) => count.change((before) => before + added)));
		expect(await count.read()).toBe(6);
	});

	it.each([
		[1, 2, 2 * 60],
		[2, 45, 45],
		[3, { seconds: 30 }, 30],
	])('of version %i is migrated to the newest version', async (version, value, seconds) => {
		await fakeBrowser.storage.local.set({ pause: { version, value } });
		expect(await pauseSeconds.read()).toBe(seconds);
	});

	it('of a later version is passed to the parser unchanged', async () => {
		await fakeBrowser.storage.local.set({ pause: { version: 4, value: { seconds: 30, isLong: false } } });
		expect(await pauseSeconds.read()).toBe(30);
	});

	it.each([null, 'spoilt', 3, [], { value: 3 }])('is unset when %j is stored', async (spoilt) => {
		await fakeBrowser.storage.local.set({ pause: spoilt });
		expect(await pauseSeconds.read()).toBeNull();
	});

	it('is read together with others requested in the same turn, and again in the next', async () => {
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

	it('fails for every caller when the read fails, and is read again on the next call', async () => {
		const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('closing'));
		const both = await Promise.allSettled([pause.read(), pauseSeconds.read()]);
		expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await pause.read()).toBeNull();
		get.mockRestore();
	});
});
