import type { FrameAnswer } from '@/utils/measure/frame-report';
import { wantedKeys } from '@/utils/measure/ledger';
import type { VisitState } from '@/utils/measure/live-visit';
import { MAX_WANTED } from '@/utils/messaging/limits';

/** What a frame of a visit is told when it speaks; null where there is none: it should stop. */
export function answerFrame(visit: VisitState | undefined): FrameAnswer | null {
	if (!visit) return null;
	const { id, isSeen, ledger } = visit;
	return { visitId: id, isSeen, wanted: isSeen ? wantedKeys(ledger, MAX_WANTED) : [] };
}
