import { type Connection, isAddressKey } from '@/utils/core/measure/connection';
import { withUnknown } from '@/utils/core/measure/final-totals';
import { type FrameState, newFrame, type VisitState } from '@/utils/core/measure/visit-state';
import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';

/** A page has a few frames; one that exchanges an advertisement each minute has this many after two days. */
export const MAX_FRAMES = 1_000;
/** Counters of addresses in a visit. A frame has as many as a report: our hooks write a hundred, and few frames have any. */
export const MAX_COUNTERS = 3_000;
/** Stands for all that finds no room. Shorter than the id of any frame. */
const OTHERS = 'others';

/**
 * Whether reports of this frame count. A page can create frames without end, so that neither the memory of its visit nor the time that
 * its figures take may grow with them: what frames beyond the limit report is unknown, and network events still show their requests.
 */
export function takesFrame(visit: VisitState, frameId: string): boolean {
	if (frameId === visit.topFrameId || Object.hasOwn(visit.frames, frameId)) return true;
	if (Object.keys(visit.frames).length < MAX_FRAMES) return true;
	leaveOut(visit);
	return false;
}

/** Notes once that something was reported for which there is no room: it is unknown. */
function leaveOut(visit: VisitState): void {
	if (Object.hasOwn(visit.frames, OTHERS)) return;
	visit.frames[OTHERS] = newFrame();
	visit.finalTotals = withUnknown(visit.finalTotals);
}

const counterCount = ({ connections }: FrameState) => Object.keys(connections).filter(isAddressKey).length;

/** The counters of a frame that have room in it and in its visit; what the others count is unknown. */
export function takenCounters(
	visit: VisitState,
	frame: FrameState,
	counters: readonly Connection[],
): readonly Connection[] {
	const isNew = ({ key }: Connection) => isAddressKey(key) && !Object.hasOwn(frame.connections, key);
	const added = new Set(counters.filter(isNew));
	if (added.size === 0) return counters;
	const count = Object.values(visit.frames).reduce((sum, each) => sum + counterCount(each), 0);
	const room = Math.min(MAX_COUNTERS - count, MAX_COUNTER_LINES - counterCount(frame));
	const taken = new Set([...added].slice(0, Math.max(0, room)));
	if (taken.size < added.size) leaveOut(visit);
	return counters.filter((counter) => taken.has(counter) || !added.has(counter));
}
