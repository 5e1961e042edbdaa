import { wantedKeys } from '@/utils/core/measure/ledger';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameAnswer } from '@/utils/core/schema/frame-messages';
import { MAX_WANTED } from '@/utils/core/schema/names';

/** The answer to a frame; null when its tab has no visit. */
export function answerFrame(visit: VisitState | undefined): FrameAnswer | null {
	if (!visit) return null;
	const { id, isFullyVisible, ledger } = visit;
	return { visitId: id, isFullyVisible, wanted: isFullyVisible ? wantedKeys(ledger, MAX_WANTED) : [] };
}
