import { addressKey } from '@/utils/core/measure/address-key';
import { noFinalTotals } from '@/utils/core/measure/final-totals';
import type { LoadedShares, VisitState } from '@/utils/core/measure/visit-state';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';

/** What is known of a page before its visit begins. */
export interface PageStart {
	/** True when an earlier visit of a single-page application brought the document. */
	readonly isDocumentCounted: boolean;
	/** True on a shared host: see `VisitState.isHeld`. */
	readonly isHeld: boolean;
	/** True when the network events show all of it: see `VisitState.isFullyVisible`. */
	readonly isFullyVisible: boolean;
	/** What earlier visits had loaded of videos. */
	readonly loadedBefore: LoadedShares;
}

/** A visit with no figures yet. */
export function beginVisit(sender: FrameSender, report: FrameOpen, id: string, start: PageStart): VisitState {
	const { origin, hostname } = new URL(sender.url);
	return {
		id,
		tabId: sender.tabId,
		topFrameId: report.frameId,
		documentId: sender.documentId,
		documentKey: addressKey(sender.url),
		...start,
		origin,
		host: hostname,
		day: report.day,
		startedAtMs: report.startedAtMs,
		platform: 'site',
		courseKey: '',
		courseLabel: null,
		activity: 'page',
		activeMs: 0,
		elsewhere: [],
		endedAtMs: null,
		openRequests: {},
		frames: {},
		isFrozen: false,
		hasNetworkEvents: false,
		hasUnreportedEvents: false,
		finalTotals: noFinalTotals(),
		ledger: {},
		settledKeys: '',
	};
}
