import { addMedia, type MediaTotals, NO_MEDIA } from '@/utils/core/visit/media';
import { addTraffic, NO_TRAFFIC, type Traffic } from '@/utils/core/visit/traffic';
import type { Activity, DayTotal } from '@/utils/core/visit/visit';
import { addWaste, NO_WASTE, type Waste } from '@/utils/core/visit/waste';

/** All visits to the activities of one kind of one course, as this device saw them. */
export interface LessonTotals {
	readonly host: string;
	readonly courseKey: string;
	readonly activity: Activity;
	readonly visitCount: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	readonly waste: Waste;
}

/** Day totals added up by course and kind of activity, in the order in which these first occur. */
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
