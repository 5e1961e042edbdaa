import type { FrameAnswer, FrameOpen, SentReport } from '@/utils/core/measure/frame-report';

/** What a frame may say, and the answer; null tells it to stop observing. */
export interface FrameMessages {
	'frame/open': { request: FrameOpen; value: FrameAnswer | null };
	/** The frame holds media: it asks for the script that watches them, which is injected into it. */
	'frame/media': { request: null; value: null };
	'frame/report': { request: SentReport; value: FrameAnswer | null };
	/** Which effects of sober mode are wanted here: their names joined by commas, empty for none. */
	'sober/open': { request: Record<string, never>; value: string };
	'sober/report': { request: SoberReport; value: null };
}

/** What sober mode has done in one frame so far. */
export interface SoberReport {
	/** Bytes that players did not take, by their own bitrates. */
	readonly avoidedBytes: number;
	/** True while a video keeps its lighter list until it is opened again. */
	readonly isStuck: boolean;
	/** Videos that can be given another quality from here. */
	readonly cappableCount: number;
}

/** What the background tells the frames of a tab when the effects of sober mode change, named as in `sober/open`. */
export interface SoberChange {
	readonly type: 'sober/effects';
	readonly effects: string;
}

/** What the background may tell the frames of a tab: someone watches it live, so report every second; or no longer. */
export interface FramePulse {
	readonly type: 'frame/pulse';
	readonly isWatched: boolean;
}
