import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Activity } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { DayTotal } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import { addMedia } from '@/utils/core/visit/media';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { addWaste, NO_WASTE } from '@/utils/core/visit/waste';

/** All visits of this device to one kind of activity of one course. */
export interface LessonTotals {
	readonly host: string;
	readonly courseKey: string;
	readonly activity: Activity;
	readonly visitCount: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	readonly waste: Waste;
}

/** Sums of day totals by course and kind of activity, in the order of their first occurrence. */
export function lessonTotals(days: readonly DayTotal[]): readonly LessonTotals[] {
	const lessons = new Map<string, LessonTotals>();
	for (const { host, courseKey, activity, visitCount, traffic, media, waste = NO_WASTE } of days) {
		const id = `${host} ${courseKey} ${activity}`;
		const known = lessons.get(id) ?? {
			host,
			courseKey,
			activity,
			visitCount: 0,
			traffic: NO_TRAFFIC,
			media: NO_MEDIA,
			waste: NO_WASTE,
		};
		lessons.set(id, {
			...known,
			visitCount: known.visitCount + visitCount,
			traffic: addTraffic(known.traffic, traffic),
			media: addMedia(known.media, media),
			waste: addWaste(known.waste, waste),
		});
	}
	return [...lessons.values()];
}
