import type { FrameState, VisitState } from '@/utils/core/measure/visit-state';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { mergeTimes, NO_TIMES } from '@/utils/core/visit/course-time';
import { addMedia } from '@/utils/core/visit/media';
import { addWaste, NO_WASTE } from '@/utils/core/visit/waste';

/** Holds what the top frame reported on earlier routes of the visit. */
const EARLIER_ROUTES = 'earlier-routes';

const NOTHING: FrameState = {
	media: NO_MEDIA,
	nowPlaying: null,
	times: NO_TIMES,
	isForeign: false,
	hasShownVideo: false,
	isLarge: false,
	timed: {},
	connections: {},
	waste: NO_WASTE,
};

/** The page's top frame counts from 0 again, and stays in the same visit: what it reported before is added to what follows. */
export function continueVisit(visit: VisitState): void {
	const frame = visit.frames[visit.topFrameId];
	if (!frame) return;
	const earlier = visit.frames[EARLIER_ROUTES] ?? NOTHING;
	visit.frames[EARLIER_ROUTES] = {
		...earlier,
		media: addMedia(earlier.media, frame.media),
		times: mergeTimes(earlier.times, frame.times),
		waste: addWaste(earlier.waste, frame.waste),
	};
	delete visit.frames[visit.topFrameId];
	visit.earlierActiveMs = visit.activeMs;
}
