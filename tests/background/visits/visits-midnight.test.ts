import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '@/tests/core/visit/sample';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { wholePage } from '@/utils/core/visit/whole-page';
import { A, B, IMAGE, NOW, opening, QUIZ, TrackerRig, top } from './tracker-rig';

const FRAME = 'frame0000000000a';
const C = 'visit0000000000c';
let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

/** The page goes on under another visit on that day. */
function goOn(visitId: string, day: string, frameId = FRAME, url = top().url): void {
	rig.tracker.open(top(url), { ...opening(visitId, frameId), day });
}

const bytesOf = (visit: LiveVisit | null) => visit && sumTraffic(visit.traffic).receivedBytes;
const dayBytes = () => bytesOf(rig.tracker.current(1));
const pageBytes = () => {
	const visit = rig.tracker.current(1);
	return visit && bytesOf(wholePage(visit));
};

/** A page of 83 kB and 20 s that is open at midnight. */
beforeEach(() => {
	goOn(A, '2026-11-23');
	rig.complete(IMAGE, 83_000, { requestId: '1' });
	vi.advanceTimersByTime(20_000);
	rig.tracker.report(top(), report({ visitId: A, activeMs: 20_000 }));
});

describe('a page that is open at midnight', () => {
	it('keeps its own figures, and the new day begins with nothing', () => {
		goOn(B, '2026-11-24');
		expect([dayBytes(), pageBytes()]).toEqual([0, 83_000]);
		const visit = rig.tracker.current(1);
		expect(visit && wholePage(visit).activeMs).toBe(20_000);
		rig.complete(`${IMAGE}?2`, 5_000, { requestId: '2' });
		expect([dayBytes(), pageBytes()]).toEqual([5_000, 83_000 + 5_000]);
	});

	it('keeps them where the learner has followed a link within it', () => {
		goOn(B, '2026-11-24', FRAME, `${top().url}#partie-3`);
		expect([dayBytes(), pageBytes()]).toEqual([0, 83_000]);
	});

	it('keeps them over a second midnight and a restart of the background', async () => {
		goOn(B, '2026-11-24');
		rig.complete(`${IMAGE}?2`, 5_000, { requestId: '2' });
		goOn(C, '2026-11-25');
		await rig.tracker.flush();
		rig.restart();
		expect([dayBytes(), pageBytes()]).toEqual([0, 83_000 + 5_000]);
	});

	it('has what comes late for the day before, shown and over a restart of the background', async () => {
		vi.advanceTimersByTime(1_000);
		goOn(B, '2026-11-24');
		await rig.tracker.flush();
		const shownCount = rig.sink.shown.length;
		rig.tracker.report(top(), report({ visitId: A, activeMs: 21_000 }));
		await rig.tracker.flush();
		const shown = rig.sink.shown.slice(shownCount).at(-1)?.visit;
		expect([shown?.id, shown && wholePage(shown).activeMs]).toEqual([B, 21_000]);
		rig.restart();
		const visit = rig.tracker.current(1);
		expect([dayBytes(), pageBytes(), visit && wholePage(visit).activeMs]).toEqual([0, 83_000, 21_000]);
	});

	it.each([
		['is opened again', B, '2026-11-24', 'frame0000000000b', top().url],
		['shows another route', B, '2026-11-24', FRAME, QUIZ],
		['shows another route in its fragment', B, '2026-11-24', FRAME, `${top().url}#/course/7`],
		['begins another visit on the same day', B, '2026-11-23', FRAME, top().url],
	])('begins at nothing once it %s', (_title, visitId, day, frameId, url) => {
		goOn(visitId, day, frameId, url);
		expect(pageBytes()).toBe(0);
	});
});
