import { beforeEach, describe, expect, it } from 'vitest';
import { PLAYING } from '@/tests/core/visit/playing';
import { beginVisit, connection, PAGE_URL, report, timed } from '@/tests/core/visit/sample';
import { applyReport, applyWaste } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { MAX_COUNTERS, MAX_FRAMES } from '@/utils/core/measure/limits/frame-limit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { MAX_AMOUNT, MAX_COUNTER_LINES, MAX_PARTS } from '@/utils/core/schema/names';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { NO_WASTE } from '@/utils/core/visit/waste';

let visit: VisitState;

/** Reports of so many frames, one after another. */
function flood(count: number): void {
	for (let number = 0; number < count; number++)
		applyReport(visit, report({ frameId: `child-${String(number).padStart(6, '0')}` }));
}
const unknownCount = () => sumTraffic(foldVisit(visit).traffic).unknownCount;

beforeEach(() => {
	visit = beginVisit({ ageMs: 60_000 });
});

it('holds no more frames than the limit, though a page creates them without end', () => {
	flood(MAX_FRAMES);
	expect(unknownCount()).toBe(0);
	flood(5 * MAX_FRAMES);
	expect(Object.keys(visit.frames).length).toBeLessThanOrEqual(MAX_FRAMES + 1);
	expect(unknownCount()).toBe(1);
});

it('still counts what its top frame and the frames within the limit report', () => {
	flood(MAX_FRAMES + 1);
	const addresses = [timed(`${PAGE_URL}&file`, { timedBytes: 700 })];
	applyReport(visit, report({ frameId: visit.topFrameId, activeMs: 5_000 }));
	applyReport(visit, report({ frameId: 'child-000000', addresses }));
	applyReport(visit, report({ frameId: 'one-more-frame', addresses }));
	applyWaste(visit, 'another-frame', NO_WASTE);
	const { activeMs, traffic } = foldVisit(visit);
	expect([activeMs, sumTraffic(traffic).receivedBytes]).toEqual([5_000, 700]);
	expect(Object.keys(visit.frames).length).toBeLessThanOrEqual(MAX_FRAMES + 2);
});

/** Media of so many new names. */
function named(number: number) {
	const names = Array.from({ length: MAX_PARTS }, (_, index) => MAX_PARTS * number + index);
	return {
		...NO_MEDIA,
		videoMs: 1_000,
		videoMsByHeight: Object.fromEntries(names.map((name) => [name, 10])),
		videoMsByCodec: Object.fromEntries(names.map((name) => [`c${name}`, 10])),
	};
}
const namesOf = ({ videoMsByHeight, videoMsByCodec }: typeof NO_MEDIA) =>
	[videoMsByHeight, videoMsByCodec].map((parts) => Object.keys(parts).length);

it('counts the time of frames that name ever more resolutions and codecs, and keeps no more names than a frame may send', () => {
	for (let number = 0; number < 30; number++)
		applyReport(visit, report({ frameId: `child-${String(number).padStart(6, '0')}`, media: named(number) }));
	const { media } = foldVisit(visit);
	expect([media.videoMs, ...namesOf(media)]).toEqual([30_000, MAX_PARTS, MAX_PARTS]);
});

it('holds no more names of a frame that reports others each time', () => {
	for (let number = 0; number < 30; number++)
		applyReport(visit, report({ frameId: 'child-000001', media: named(number) }));
	expect(Object.values(visit.frames).map(({ media }) => namesOf(media))).toEqual([[MAX_PARTS, MAX_PARTS]]);
});

it('names what the page itself plays first, however many names a frame of another site reports before it', () => {
	const advertisement = { isForeign: true, atMs: visit.heardAtMs };
	applyReport(visit, report({ frameId: '10000000', media: named(0), nowPlaying: PLAYING }), advertisement);
	const media = { ...NO_MEDIA, videoMs: 5_000, videoMsByHeight: { 7200: 5_000 } };
	applyReport(visit, report({ frameId: 'child-000001', media }));
	expect(foldVisit(visit).media.videoMsByHeight[7_200]).toBe(5_000);
});

describe('counters of sockets without end', () => {
	const sockets = (number: number) =>
		Array.from({ length: 100 }, (_, index) => connection(`${number}s${index}`, { receivedBytes: 7 }));
	const heldCount = () =>
		Object.values(visit.frames).reduce((sum, { connections }) => sum + Object.keys(connections).length, 0);

	it('have as much room in a frame as in its report, and the others are one unknown', () => {
		applyReport(visit, report({ frameId: 'child-000001', connections: sockets(0) }));
		expect([heldCount(), unknownCount()]).toEqual([100, 0]);
		for (let number = 1; number < 30; number++)
			applyReport(visit, report({ frameId: 'child-000001', connections: sockets(number) }));
		expect([heldCount(), unknownCount()]).toEqual([MAX_COUNTER_LINES, 1]);
		expect(sumTraffic(foldVisit(visit).traffic).receivedBytes).toBe(MAX_COUNTER_LINES * 7);
	});

	it('have a limit in all frames together', () => {
		for (let number = 0; number < 100; number++)
			applyReport(visit, report({ frameId: `child-${100_000 + number}`, connections: sockets(number) }));
		expect([heldCount(), unknownCount()]).toEqual([MAX_COUNTERS, 1]);
	});

	it('leave no trace of incomplete downloads that are over', () => {
		const parts = (number: number) => sockets(number).map((part) => ({ ...part, isPart: true }));
		for (let number = 0; number < 10; number++)
			applyReport(visit, report({ frameId: 'child-000001', connections: parts(number) }));
		applyReport(visit, report({ frameId: 'child-000001', connections: [] }));
		expect([heldCount(), unknownCount()]).toEqual([0, 0]);
	});
});

it('what frames claim to have loaded without need fits the age of the visit', () => {
	applyWaste(visit, 'child-000001', {
		embedCount: 1,
		embedBytes: 900,
		oversizedCount: MAX_AMOUNT,
		oversizedBytes: MAX_AMOUNT,
	});
	expect(foldVisit(visit).waste).toEqual({
		...{ embedCount: 1, embedBytes: 900 },
		...{ oversizedCount: visit.ageMs, oversizedBytes: 125_000 * visit.ageMs },
	});
});
