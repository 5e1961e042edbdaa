import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createItem, type Migration } from '@/utils/settings/item';

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
});
