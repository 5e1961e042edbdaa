import { beforeEach, expect, it } from 'vitest';
import { beginVisit, PAGE_URL, report, timed } from '@/tests/core/visit/sample';
import { applyReport, applyWaste } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { MAX_FRAMES } from '@/utils/core/measure/limits/frame-limit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
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

it('counts the time of frames that name ever more resolutions and codecs, and keeps no more names than a frame may send', () => {
	for (let number = 0; number < 30; number++) {
		const names = Array.from({ length: 100 }, (_, index) => 100 * number + index);
		const media = {
			...NO_MEDIA,
			videoMs: 1_000,
			videoMsByHeight: Object.fromEntries(names.map((name) => [name, 10])),
			videoMsByCodec: Object.fromEntries(names.map((name) => [`c${name}`, 10])),
		};
		applyReport(visit, report({ frameId: `child-${String(number).padStart(6, '0')}`, media }));
	}
	const { videoMs, videoMsByHeight, videoMsByCodec } = foldVisit(visit).media;
	expect([videoMs, Object.keys(videoMsByHeight).length, Object.keys(videoMsByCodec).length]).toEqual([
		30_000, 100, 100,
	]);
});
