import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginVisit, request } from '@/tests/core/visit/sample';
import { VisitSessions } from '@/utils/background/visits/sessions';
import { type LedgerRow, rowOf } from '@/utils/core/measure/ledger';
import { RequestReader } from '@/utils/core/measure/network-request';
import { EMPTY_RECORD } from '@/utils/core/measure/request-record';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { NO_TIMES } from '@/utils/core/visit/course-time';

beforeEach(() => {
	vi.restoreAllMocks();
	fakeBrowser.reset();
});

const NOW = 1_000;
const QUOTA_BYTES = 10_485_760;
const first = beginVisit();
const second = beginVisit({ id: 'visit0000000000b', tabId: 2 });
const read = () => new VisitSessions().read(NOW);

/** A visit with rows of this many addresses, as a page with one granted host has them: by its reports and by the network. */
function large(count: number, changes: Partial<VisitState> = {}): VisitState {
	const visit = beginVisit({ settledKeys: 'k1 k2', ...changes });
	const known: Partial<LedgerRow> = {
		requests: [
			{
				...EMPTY_RECORD,
				id: '123456',
				outcome: 'sized',
				bytes: 20_000,
				headerBytes: 350,
				endedAtMs: 1_764_000_000_000,
			},
		],
		entries: [{ id: 'frame0000000000a 0', atMs: 1_764_000_000_000, bodyBytes: 19_600 }],
		timedCount: 1,
		timedBytes: 19_900,
	};
	const timed = Object.fromEntries(
		Array.from({ length: count }, (_, index) => {
			const key = `k${(1e15 + index).toString(36)}`;
			Object.assign(rowOf(visit.ledger, key, 'image'), known);
			return [key, [1, 19_900, 0, 0, 0, 0]];
		}),
	);
	const site = { isForeign: false, hasShownVideo: false, isLarge: false, answers: {} };
	const frame = { media: {} as never, nowPlaying: null, times: NO_TIMES, ...site, timed, connections: {}, waste: {} };
	return { ...visit, frames: { frame0000000000a: frame } };
}

/** `storage.session` refuses what would exceed its quota, as a whole. */
function limitSession(quotaBytes: number): void {
	const { session } = fakeBrowser.storage;
	const set = session.set.bind(session);
	vi.spyOn(session, 'set').mockImplementation(async (items) => {
		const all = { ...(await session.get(null)), ...items };
		if (JSON.stringify(all).length > quotaBytes) throw new Error('Session storage quota bytes exceeded.');
		await set(items);
	});
}

describe('current visits', () => {
	it('that another version of the extension wrote are lost, not misread', async () => {
		await new VisitSessions().persist([first]);
		const stored = await fakeBrowser.storage.session.get(null);
		const older = Object.entries(stored).map(([name, value]) =>
			typeof value === 'string' ? [name, value.replace(/"version":\d+/, '"version":1')] : [name, value],
		);
		await fakeBrowser.storage.session.set(Object.fromEntries(older));
		const { states, lostIds } = await read();
		expect([states, lostIds]).toEqual([[], [first.id]]);
	});

	it('are stored and replaced by id', async () => {
		const sessions = new VisitSessions();
		await sessions.persist([first, second]);
		await sessions.persist([{ ...first, activeMs: 5 }]);
		expect((await read()).states).toEqual([{ ...first, activeMs: 5 }, second]);
	});

	it('come back with each address', async () => {
		const visit = large(450);
		const sessions = new VisitSessions();
		await sessions.persist([visit]);
		expect((await read()).states).toEqual([visit]);
	});

	it('are written in parts: only those that changed', async () => {
		const visit = large(1_000);
		const sessions = new VisitSessions();
		await sessions.persist([visit]);
		const set = vi.spyOn(fakeBrowser.storage.session, 'set');
		rowOf(visit.ledger, 'new', 'data').timedBytes = 1;
		await sessions.persist([visit]);
		expect(JSON.stringify(set.mock.calls).length).toBeLessThan(2_000);
	});

	it('fit with 20,000 addresses', async () => {
		limitSession(QUOTA_BYTES);
		await new VisitSessions().persist([large(20_000)]);
		const { states, lostIds } = await read();
		expect([Object.keys(states[0]?.ledger ?? {}).length, lostIds]).toEqual([20_000, []]);
	});

	it('that do not fit leave a mark and no older state; smaller ones are persisted', async () => {
		limitSession(100_000);
		const sessions = new VisitSessions();
		await sessions.persist([large(10, { id: second.id })]);
		await sessions.persist([large(3_000, { id: second.id }), first]);
		expect(await read()).toMatchObject({ states: [first], lostIds: [second.id] });
		await sessions.persist([second]);
		expect(await read()).toMatchObject({ states: [first, second], lostIds: [] });
	});

	it('with a change that was not persisted have one unknown request more', async () => {
		const sessions = new VisitSessions();
		await sessions.persist([first, second]);
		await sessions.noteChange(first.id);
		const bounds = { lowBytes: 0, highBytes: 0, unboundedCount: 1 };
		const unknown = { measuredBytes: 0, estimatedBytes: 0, requestCount: 0, unknownCount: 1, bounds };
		expect((await read()).states.map(({ finalTotals }) => finalTotals.received)).toEqual([{ other: unknown }, {}]);
		await sessions.persist([first]);
		expect((await read()).states).toEqual([first, second]);
	});

	it('have one unknown request more after a background that was not idle: it never received some events', async () => {
		vi.useFakeTimers({ now: NOW });
		const sessions = new VisitSessions();
		await sessions.persist([first]);
		vi.setSystemTime(NOW + 60_000);
		await sessions.persist([second]);
		const unknownCounts = async (nowMs: number) => {
			const { states, wholeSinceMs } = await new VisitSessions().read(nowMs);
			return [...states.map(({ finalTotals }) => finalTotals.received.other?.unknownCount ?? 0), wholeSinceMs];
		};
		// The first one had not changed for a minute. Pages that begin now may have been started before the background was.
		expect(await unknownCounts(NOW + 61_000)).toEqual([0, 1, NOW + 61_500]);
		// After 30 s the browser stops a background that is idle.
		expect(await unknownCounts(NOW + 90_000)).toEqual([0, 0, NOW + 61_000]);
		await sessions.discard([first.id, second.id]);
		expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['since']);
		vi.useRealTimers();
	});

	it('are discarded one by one; an unknown id is ignored', async () => {
		const sessions = new VisitSessions();
		await sessions.persist([first, second]);
		await sessions.discard([first.id, 'visit0000000000z']);
		expect((await read()).states).toEqual([second]);
		const later = new VisitSessions();
		await later.read(NOW);
		await later.discard([second.id]);
		expect(await read()).toMatchObject({ states: [], lostIds: [] });
	});

	it('are distinguished from other session items', async () => {
		await fakeBrowser.storage.session.set({ other: 1 });
		expect((await read()).states).toEqual([]);
	});

	it('are read with the time of the background’s first start in this session', async () => {
		expect(await read()).toMatchObject({ sinceMs: NOW, isFirst: true });
		expect(await new VisitSessions().read(NOW + 5_000)).toMatchObject({ sinceMs: NOW, isFirst: false });
	});

	it('are stored in session storage only', async () => {
		await new VisitSessions().persist([first]);
		expect(await fakeBrowser.storage.local.get(null)).toEqual({});
	});
});

it('events of pages without a visit are replaced, and removed when there are none', async () => {
	const sessions = new VisitSessions();
	const details = request('https://moodle.example/');
	const event = { details, fact: new RequestReader().completed(details) };
	await sessions.persistPending([event]);
	expect((await read()).pending).toEqual([event]);
	await sessions.persistPending([]);
	expect((await read()).pending).toEqual([]);
	expect(await fakeBrowser.storage.session.get('pending')).toEqual({});
});

it('events that a visit takes leave at the moment at which it is persisted: a stop finds them once', async () => {
	const sessions = new VisitSessions();
	const details = request('https://moodle.example/');
	await sessions.persistPending([{ details, fact: new RequestReader().completed(details) }]);
	const found: [visits: number, events: number][] = [];
	const { session } = fakeBrowser.storage;
	const set = session.set.bind(session);
	vi.spyOn(session, 'set').mockImplementation(async (items) => {
		await set(items);
		const { states, pending } = await read();
		found.push([states.length, pending.length]);
	});
	queueMicrotask(() => void sessions.persistPending([]));
	await sessions.persist([first]);
	expect(found[0]).toEqual([1, 0]);
	await sessions.persistPending([]);
	expect(await fakeBrowser.storage.session.get('pending')).toEqual({});
});

it('events that find no room take none from a visit', async () => {
	const sessions = new VisitSessions();
	const details = request('https://moodle.example/');
	const event = { details, fact: new RequestReader().completed(details) };
	await sessions.persist([first]);
	limitSession(JSON.stringify(await fakeBrowser.storage.session.get(null)).length + 2_000);
	queueMicrotask(() => void sessions.persistPending(Array.from({ length: 100 }, () => event)).catch(() => {}));
	await sessions.persist([{ ...first, activeMs: 5_000 }]);
	expect((await read()).states).toMatchObject([{ activeMs: 5_000 }]);
});
