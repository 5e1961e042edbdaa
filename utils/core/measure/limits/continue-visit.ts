import { newFrame, type VisitState } from '@/utils/core/measure/visit-state';
import { addAssistants } from '@/utils/core/visit/assistants';
import { mergeTimes } from '@/utils/core/visit/course-time';
import { addMedia } from '@/utils/core/visit/media';
import { addWaste } from '@/utils/core/visit/waste';

/** Holds what the top frame reported on earlier routes of the visit. */
const EARLIER_ROUTES = 'earlier-routes';

/** The page's top frame counts from 0 again, and stays in the same visit: what it reported before is added to what follows. */
export function continueVisit(visit: VisitState): void {
	const frame = visit.frames[visit.topFrameId];
	if (!frame) return;
	const earlier = visit.frames[EARLIER_ROUTES] ?? newFrame();
	visit.frames[EARLIER_ROUTES] = {
		...earlier,
		media: addMedia(earlier.media, frame.media),
		times: mergeTimes(earlier.times, frame.times),
		waste: addWaste(earlier.waste, frame.waste),
		answers: addAssistants(earlier.answers, frame.answers),
	};
	delete visit.frames[visit.topFrameId];
	visit.earlierActiveMs = visit.activeMs;
}
