import { addressKey } from '@/utils/measure/address-key';
import type { FrameOpen } from '@/utils/measure/frame-report';
import type { VisitState } from '@/utils/measure/live-visit';

/** Who speaks, as the browser vouches for it. */
export interface FrameSender {
	readonly tabId: number;
	readonly url: string;
	readonly documentId: string | null;
	readonly isTop: boolean;
}

/** A visit with no figures yet. `isDocumentCounted` when an earlier visit of a single-page application brought the document. */
export function beginVisit(sender: FrameSender, said: FrameOpen, id: string, isDocumentCounted: boolean): VisitState {
	const { origin, hostname } = new URL(sender.url);
	return {
		id,
		tabId: sender.tabId,
		topFrameId: said.frameId,
		documentId: sender.documentId,
		documentKey: addressKey(sender.url),
		isDocumentCounted,
		origin,
		host: hostname,
		day: said.day,
		startedAtMs: said.startedAtMs,
		platform: 'site',
		courseKey: '',
		courseLabel: null,
		activity: 'page',
		activeMs: 0,
		endedAtMs: null,
		openRequests: {},
		frames: {},
		ledger: {},
	};
}
