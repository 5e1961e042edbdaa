import type { FrameAnswer } from '@/utils/core/measure/frame-report';
import { wantedKeys } from '@/utils/core/measure/ledger';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { MAX_WANTED } from '@/utils/core/schema/limits';

/** What a frame of a visit is told when it speaks; null where there is none: it should stop. */
export function answerFrame(visit: VisitState | undefined): FrameAnswer | null {
	if (!visit) return null;
	const { id, isFullyVisible, ledger } = visit;
	return { visitId: id, isFullyVisible, wanted: isFullyVisible ? wantedKeys(ledger, MAX_WANTED) : [] };
}
