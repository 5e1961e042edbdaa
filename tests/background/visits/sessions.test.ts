import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginVisit } from '@/tests/core/visit/sample';
import { discardSessions, persistSessions, readSessions } from '@/utils/background/visits/sessions';

beforeEach(() => fakeBrowser.reset());

const NOW = 1_000;
const first = beginVisit();
const second = beginVisit({ id: 'visit0000000000b', tabId: 2 });

describe('current visits', () => {
	it('are stored and replaced by id', async () => {
		await persistSessions([first, second]);
		await persistSessions([{ ...first, activeMs: 5 }]);
		expect((await readSessions(NOW)).states).toEqual([{ ...first, activeMs: 5 }, second]);
	});

	it('are discarded one by one; an unknown id is ignored', async () => {
		await persistSessions([first, second]);
		await discardSessions([first.id, 'visit0000000000z']);
		expect((await readSessions(NOW)).states).toEqual([second]);
	});

	it('are distinguished from other session items', async () => {
		await fakeBrowser.storage.session.set({ other: 1 });
		expect((await readSessions(NOW)).states).toEqual([]);
	});

	it('are read with the time of the background’s first start in this session', async () => {
		expect((await readSessions(NOW)).sinceMs).toBe(NOW);
		expect((await readSessions(NOW + 5_000)).sinceMs).toBe(NOW);
	});

	it('are stored in session storage only', async () => {
		await persistSessions([first]);
		expect(await fakeBrowser.storage.local.get(null)).toEqual({});
	});
});
