import { withUnknown } from '@/utils/core/measure/final-totals';
import { newFrame, type VisitState } from '@/utils/core/measure/visit-state';

/** A page has a few frames; one that exchanges an advertisement each minute has this many after two days. */
export const MAX_FRAMES = 1_000;
/** Stands for all frames beyond that. Shorter than the id of any frame. */
const OTHERS = 'others';

/**
 * Whether reports of this frame count. A page can create frames without end, so that neither the memory of its visit nor the time that
 * its figures take may grow with them: what frames beyond the limit report is unknown, and network events still show their requests.
 */
export function takesFrame(visit: VisitState, frameId: string): boolean {
	if (frameId === visit.topFrameId || Object.hasOwn(visit.frames, frameId)) return true;
	if (Object.keys(visit.frames).length < MAX_FRAMES) return true;
	if (!Object.hasOwn(visit.frames, OTHERS)) {
		visit.frames[OTHERS] = newFrame();
		visit.finalTotals = withUnknown(visit.finalTotals);
	}
	return false;
}
