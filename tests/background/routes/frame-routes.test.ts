import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { A, B, LESSON, NOTHING_PERSISTED, opening, TrackerRig, top } from '@/tests/background/visits/tracker-rig';
import { report } from '@/tests/core/visit/sample';
import { frameRoutes } from '@/utils/background/routes/frame-routes';
import { OPEN_AGAIN } from '@/utils/core/schema/frame-messages';
import { dayOf } from '@/utils/core/units/day';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { saveVisit } from '@/utils/store/visits';

const OTHER = 'https://bank.example/';

function setUp() {
	const rig = new TrackerRig();
	const database = new DatabaseKeeper();
	const viewers = { frameStarted: vi.fn(), pulse: vi.fn() };
	const sites = {
		isFollowedPage: (url: string) => url.startsWith('https://moodle.example/'),
		platformsOn: () => [],
		hookFrame: vi.fn(),
	};
	const sober = { beginPage: vi.fn(), enterFrame: vi.fn() };
	const [contexts, waste] = [{ inspect: vi.fn(), inspectAgain: vi.fn() }, { inspectIfDue: vi.fn() }];
	const { tracker } = rig;
	const auditWatch = { begin: vi.fn(), inspectIfDue: vi.fn() };
	const routes = frameRoutes({ database, tracker, viewers, sites, sober, contexts, waste, auditWatch } as never);
	return { rig, routes, database, viewers, sober };
}

beforeEach(() => fakeBrowser.reset());

describe('a frame whose visit is not known', () => {
	const child = { ...top('https://scorm.example/'), isTop: false, frameNumber: 3 };

	it('opens another, where its tab is followed', () => {
		const { routes } = setUp();
		expect(routes.report(top(), report(), LESSON)).toBe(OPEN_AGAIN);
		expect(routes.report(top(OTHER), report(), OTHER)).toBeNull();
	});

	it('waits for the top frame of its tab, which is asked to report', async () => {
		const { routes, viewers } = setUp();
		expect(routes.report(child, report(), LESSON)).toBe(OPEN_AGAIN);
		expect(viewers.pulse).toHaveBeenCalledWith(1);
		expect(await routes.open(child, opening(null, 'frame0000000000c'), LESSON)).toBe(OPEN_AGAIN);
		expect(await routes.open(child, opening(null, 'frame0000000000c'), OTHER)).toBeNull();
	});
});

it('a frame cannot choose another day, nor begin in the future', async () => {
	const { rig, routes } = setUp();
	const claimed = { ...opening(B, 'frame0000000000b'), day: '2019-01-01', startedAtMs: Date.now() + 86_400_000 };
	await routes.open(top(), claimed, LESSON);
	const visit = rig.tracker.current(1);
	expect(visit?.day).toBe(dayOf(new Date()));
	expect(visit?.startedAtMs).toBeLessThanOrEqual(Date.now());
});

it('actions in a page stay when it goes on under the visit of the next day', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 23, 23, 59) });
	const { routes, sober } = setUp();
	await routes.open(top(), opening(A, 'frame0000000000a'), LESSON);
	vi.setSystemTime(new Date(2026, 10, 24, 0, 1));
	await routes.open(top(), opening(B, 'frame0000000000a'), LESSON);
	expect(sober.beginPage).toHaveBeenCalledTimes(1);
	await routes.open(top(), opening('visit0000000000c', 'frame0000000000c'), LESSON);
	expect(sober.beginPage).toHaveBeenCalledTimes(2);
	vi.useRealTimers();
});

describe('an observer that comes to an open page', () => {
	const late = { ...opening(B, 'frame0000000000b'), isLate: true };

	it('counts from now where an earlier one counted the page before the extension was reloaded, with an unknown', async () => {
		const { rig, database } = setUp();
		rig.begin(A);
		const { startedAtMs } = late;
		const first = rig.tracker.current(1);
		if (!first) throw new Error('No visit.');
		const { courseLabel, nowPlaying: _, ...visit } = first;
		await saveVisit(await database.open(), { ...visit, startedAtMs, day: dayOf(new Date(startedAtMs)) }, courseLabel);
		const reloaded = setUp();
		reloaded.rig.tracker.restore({ ...NOTHING_PERSISTED, sinceMs: Date.now() + 1 });
		expect(await reloaded.routes.open(top(), late, LESSON)).toMatchObject({ visitId: B, isFromNow: true });
		expect(reloaded.rig.tracker.current(1)?.traffic.received.other?.unknownCount).toBe(1);
	});

	it('counts a page whole that nobody has counted', async () => {
		const { routes } = setUp();
		const answer = await routes.open(top('https://moodle.example/x'), { ...late, startedAtMs: 9 }, LESSON);
		expect(answer).toMatchObject({ visitId: B, isFromNow: false });
	});
});
