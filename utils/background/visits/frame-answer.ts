import { wantedKeys } from '@/utils/core/measure/fold/sum-requests';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameAnswer } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { MAX_WANTED } from '@/utils/core/schema/names';

/** The answer to a frame, which opens with `opening` or reports; null when its tab has no visit. */
export function answerFrame(visit: VisitState | undefined, opening: FrameOpen | null = null): FrameAnswer | null {
	if (!visit) return null;
	const { id, isFullyVisible, ledger, startedAtMs } = visit;
	const isLate = opening?.isLate === true && !opening.isAgain;
	const isFromNow = isLate && opening.startedAtMs < startedAtMs;
	return { visitId: id, isFullyVisible, isFromNow, wanted: isFullyVisible ? wantedKeys(ledger, MAX_WANTED) : [] };
}
