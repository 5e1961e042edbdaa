import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginVisit } from '@/tests/core/visit/sample';
import { discardSessions, persistSessions, readSessions } from '@/utils/background/visits/sessions';

beforeEach(() => fakeBrowser.reset());

const NOW = 1_000;
const first = beginVisit();
const second = beginVisit({ id: 'visit0000000000b', tabId: 2 });

describe('visits under way', () => {
	it('are kept each under its id, and replaced', async () => {
		await persistSessions([first, second]);
		await persistSessions([{ ...first, activeMs: 5 }]);
		expect((await readSessions(NOW)).states).toEqual([{ ...first, activeMs: 5 }, second]);
	});

	it('are forgotten one by one, and no matter if they were not kept', async () => {
		await persistSessions([first, second]);
		await discardSessions([first.id, 'visit0000000000z']);
		expect((await readSessions(NOW)).states).toEqual([second]);
	});

	it('are told apart from whatever else the session holds', async () => {
		await fakeBrowser.storage.session.set({ other: 1 });
		expect((await readSessions(NOW)).states).toEqual([]);
	});

	it('come with the moment since when the background has been there in this session', async () => {
		expect((await readSessions(NOW)).sinceMs).toBe(NOW);
		expect((await readSessions(NOW + 5_000)).sinceMs).toBe(NOW);
	});

	it('live in the session’s memory only', async () => {
		await persistSessions([first]);
		expect(await fakeBrowser.storage.local.get(null)).toEqual({});
	});
});
