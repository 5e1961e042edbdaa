import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report, request } from '@/tests/core/visit/sample';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { RequestReader } from '@/utils/core/measure/network-request';
import type { ObservedContext } from '@/utils/core/schema/visit';
import { PersistedVisits } from './persisted-visits';
import { NOTHING_PERSISTED } from './tracker-rig';

const HOST = 'https://www.linkedin.com';
const FEED = `${HOST}/feed/`;
const COURSE = `${HOST}/learning/learning-personal-branding`;
const FEED_VISIT = 'visit0000000000a';
const COURSE_VISIT = 'visit0000000000b';
const FRAME = 'frame0000000000a';
const TAB = 1;
const LEARNING: ObservedContext = {
	platform: 'linkedin-learning',
	courseKey: 'learning-personal-branding',
	courseLabel: 'Learning Personal Branding',
	activity: 'page',
};

let sink: PersistedVisits;
let tracker: VisitTracker;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') });
	sink = new PersistedVisits();
	tracker = new VisitTracker(sink);
});
afterEach(() => vi.useRealTimers());

function begin(visitId: string, url: string, frameId = FRAME): void {
	const sender = { tabId: TAB, frameNumber: 0, url, documentId: null, isTop: true };
	tracker.open(sender, { frameId, visitId, startedAtMs: Date.now(), day: '2026-11-23', isLate: false, isAgain: false });
}

function complete(url: string, bytes: number, requestId = '1'): void {
	const details = request(url, { responseSize: bytes, timeStamp: Date.now(), requestId });
	tracker.record(details, new RequestReader().completed(details));
}

describe('a host that the platform shares with other content', () => {
	it('is not saved or shown until the page is known to belong to the platform', async () => {
		begin(COURSE_VISIT, COURSE);
		complete(`${HOST}/video.mp4`, 5_000);
		await tracker.flush();
		expect([sink.visits.size, tracker.current(TAB)]).toEqual([0, null]);
		expect(sink.shown.filter(({ visit }) => visit !== null)).toEqual([]);
		tracker.setContext(COURSE_VISIT, LEARNING);
		await tracker.flush();
		expect(sink.bytes(COURSE_VISIT)).toBe(5_000);
		expect(tracker.current(TAB)).toMatchObject(LEARNING);
	});

	it('saves nothing of a page outside the platform: reports, late events and a restart included', async () => {
		begin(FEED_VISIT, FEED);
		complete(`${HOST}/photo.jpg`, 900);
		tracker.report(
			{ tabId: TAB, frameNumber: 0, url: FEED, documentId: null, isTop: true },
			report({ activeMs: 60_000 }),
		);
		await tracker.flush();
		const restored = new VisitTracker(sink);
		const states = [...sink.states.values()].map((state) => structuredClone(state));
		restored.restore({ ...NOTHING_PERSISTED, states, isFirst: false });
		tracker = restored;
		complete(`${HOST}/late.jpg`, 700, '2');
		tracker.end(TAB);
		await vi.advanceTimersByTimeAsync(60_000);
		await tracker.flush();
		expect([sink.visits.size, sink.states.size]).toEqual([0, 0]);
	});

	it('does not count for a course what a single-page application fetched before it', async () => {
		begin(FEED_VISIT, FEED);
		complete(`${HOST}/photo.jpg`, 900);
		vi.advanceTimersByTime(5_000);
		begin(COURSE_VISIT, COURSE);
		complete(`${HOST}/lesson.json`, 400, '2');
		tracker.setContext(COURSE_VISIT, LEARNING);
		await tracker.flush();
		expect([...sink.visits.keys()]).toEqual([COURSE_VISIT]);
		expect(sink.bytes(COURSE_VISIT)).toBe(400);
	});

	it('is not released by an inspection that was made for the previous page', async () => {
		begin(FEED_VISIT, FEED);
		complete(`${HOST}/photo.jpg`, 900);
		begin(COURSE_VISIT, COURSE, 'frame0000000000b');
		tracker.setContext(FEED_VISIT, LEARNING);
		await tracker.flush();
		expect(sink.visits.size).toBe(0);
	});
});

it('a visit to a host of the platform alone is shown at once', () => {
	begin(COURSE_VISIT, 'https://www.udemy.com/course/excel/');
	expect(tracker.current(TAB)?.id).toBe(COURSE_VISIT);
});
