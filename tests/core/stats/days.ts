import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { DayTotal } from '@/utils/core/schema/visit';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';

/** Traffic of one video request. */
export function videoTraffic(measuredBytes: number, estimatedBytes = 0): Traffic {
	return { ...NO_TRAFFIC, received: { video: { measuredBytes, estimatedBytes, unknownCount: 0, requestCount: 1 } } };
}

/** A day total of one visit to one course, with what a case changes. */
export function dayTotal(changes: Partial<DayTotal>): DayTotal {
	return {
		day: '2026-11-23',
		host: 'moodle.example',
		platform: 'moodle',
		courseKey: '7',
		activity: 'page',
		visitCount: 1,
		activeMs: 60_000,
		traffic: NO_TRAFFIC,
		media: NO_MEDIA,
		...changes,
	};
}
