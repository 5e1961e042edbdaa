import type { FrameOpen, SentReport, SoberReport } from './frame-report';

/** The background's reply to a frame's message. */
export interface FrameAnswer {
	/** The visit that its next report belongs to. */
	readonly visitId: string;
	/** Network events show every request of the page: send entries only for wanted addresses. */
	readonly isFullyVisible: boolean;
	/** The document was counted before this frame's observer came: only what follows counts. */
	readonly isFromNow: boolean;
	/** Keys of addresses whose sizes network events do not show. */
	readonly wanted: readonly string[];
}

/**
 * The reply to a frame of a followed tab whose visit the background does not know (it was stopped before the visit was persisted): the
 * frame begins again at 0 and opens a visit anew.
 */
export const OPEN_AGAIN = 'open-again';

/** The reply to a frame; null tells it to stop observing. */
export type FrameReply = FrameAnswer | typeof OPEN_AGAIN | null;

/** The sender of a frame message, as the browser identifies it. */
export interface FrameSender {
	readonly tabId: number;
	/** The browser's number of the frame in its tab; 0 at the top. */
	readonly frameNumber: number;
	readonly url: string;
	/** Its origin where that is not in its address: `about:blank`, `about:srcdoc`. */
	readonly origin?: string | undefined;
	readonly documentId: string | null;
	readonly isTop: boolean;
}

/** What a frame may send, and the reply. */
export interface FrameMessages {
	'frame/open': { request: FrameOpen; value: FrameReply };
	/** The frame holds media: it asks for the script that watches them, which is injected into it. */
	'frame/media': { request: null; value: null };
	/** No hooks run in the page's own world: it asks for them, and they are injected into it. */
	'frame/hooks': { request: null; value: null };
	'frame/report': { request: SentReport; value: FrameReply };
	/** Which effects of sober mode apply here: their names joined by commas, empty for none. */
	'sober/open': { request: Record<string, never>; value: string };
	/** The same for the scripts of sober mode in the page's own world. */
	'sober/hooks': { request: null; value: null };
	/** The language of the texts that sober mode shows: `fr`. */
	'sober/language': { request: Record<string, never>; value: string };
	'sober/report': { request: SoberReport; value: null };
}

/** Sent to the frames of a tab when the effects of sober mode change, named as in `sober/open`. */
export interface SoberChange {
	readonly type: 'sober/effects';
	readonly effects: string;
}

/** Sent to the frames of a tab, which report at once: while the visit is watched live they report every second. */
export interface FramePulse {
	readonly type: 'frame/pulse';
	readonly isWatched: boolean;
}
