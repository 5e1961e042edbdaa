import type { FrameOpen, SaidReport } from '@/utils/measure/frame-report';

/** What a frame may say, and the answer: the id of the visit that its next report belongs to, null to stop observing. */
export interface FrameMessages {
	'frame/open': { request: FrameOpen; value: string | null };
	/** The frame holds media: it asks for the script that watches them, which is injected into it. */
	'frame/media': { request: null; value: null };
	'frame/report': { request: SaidReport; value: string | null };
}

/** What the background may tell the frames of a tab: someone watches it live, so report every second; or no longer. */
export interface FramePulse {
	readonly type: 'frame/pulse';
	readonly isWatched: boolean;
}
