import { MINUTE_MS } from '@/tests/core/tips/moment';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Activity } from '@/utils/core/schema/names';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { DayTotal } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';

/** What a case changes. */
export interface LessonScene {
	readonly visitCount?: number;
	readonly received?: Readonly<Record<string, Partial<KindTraffic>>>;
	readonly media?: Partial<MediaTotals>;
	readonly waste?: Waste;
	readonly day?: string;
	readonly activity?: Activity;
}

const NO_KIND: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 1 };

/** A day of one kind of activity of a course; without changes, a light page without a video. */
export function lessonDay({
	visitCount = 1,
	received = {},
	media = {},
	waste = {},
	day = '2026-11-23',
	activity = 'page',
}: LessonScene): DayTotal {
	const kinds = Object.entries(received).map(([kind, traffic]) => [kind, { ...NO_KIND, ...traffic }]);
	return {
		day,
		host: 'moodle.example',
		platform: 'moodle',
		courseKey: '7',
		activity,
		visitCount,
		activeMs: MINUTE_MS,
		traffic: { received: Object.fromEntries(kinds), sentBytes: 0, sparedBytes: 0 },
		media: { ...NO_MEDIA, ...media },
		waste,
	};
}
