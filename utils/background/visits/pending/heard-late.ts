import { addressKey } from '@/utils/core/measure/address-key';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';

/** The page's clock and the browser's event stamps may differ by this much. */
export const CLOCK_TOLERANCE_MS = 50;

/**
 * The visit of a page that was taken to be left unheard, once its first message comes after all: browsers keep messages and events while the
 * background starts, and give them in no order. Undefined for the first message of any other page.
 */
export function heardLate(
	visits: readonly VisitState[],
	{ tabId, url, documentId }: FrameSender,
	{ frameId, startedAtMs, isAgain }: FrameOpen,
): VisitState | undefined {
	const { origin } = new URL(url);
	const isOfPage = (visit: VisitState) => {
		const isUnheard = visit.topFrameId === visit.id && visit.tabId === tabId && visit.origin === origin;
		const isSameDocument = !visit.documentId || !documentId || visit.documentId === documentId;
		return isUnheard && isSameDocument && startedAtMs <= visit.startedAtMs + CLOCK_TOLERANCE_MS;
	};
	const unheard = isAgain ? undefined : visits.findLast(isOfPage);
	return unheard && { ...unheard, topFrameId: frameId, documentId, documentKey: addressKey(url) };
}
