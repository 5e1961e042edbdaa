import type { Player } from './player';

/** The video that is playing at the moment, for the popup and the tips; never stored. */
export interface NowPlaying {
	/** Longer and shorter side of the decoded picture, as 1280 and 720 of a portrait video too. */
	readonly decodedWidthPx: number;
	readonly decodedHeightPx: number;
	/** Size of the whole picture on screen in device pixels, without the bars beside it; 0 where the element has none. */
	readonly shownWidthPx: number;
	readonly shownHeightPx: number;
	/** True while the tab is hidden and no picture-in-picture is shown. */
	readonly isHidden: boolean;
	/** True while the tab is shown and the video is wholly out of the viewport. */
	readonly isOffScreen: boolean;
	/** Milliseconds this video has been decoded at twice its shown pixels or more. */
	readonly oversizedMs: number;
	/** Milliseconds this video has played hidden, and off screen. */
	readonly hiddenMs: number;
	readonly offScreenMs: number;
	/** Muted, or at volume 0. */
	readonly isMuted: boolean;
	readonly playbackRate: number;
	/** No gesture of the learner in its frame started it. */
	readonly isSelfStarted: boolean;
	/** It started by itself after another video of its frame had ended. */
	readonly isNext: boolean;
	/** Milliseconds since the last input in its frame. */
	readonly idleMs: number;
	readonly player: Player;
	/** Captions or subtitles are offered. */
	readonly hasCaptions: boolean;
	/** Fed from several qualities or a manifest; false for one file; null when nobody can tell. */
	readonly isAdaptive: boolean | null;
	/** Short name of the codec, `avc1`; null when unknown. */
	readonly codec: string | null;
	/** Bits decoded per second of the video so far, sound included; null in Firefox, which counts none. */
	readonly bitsPerSecond: number | null;
	/** Length of the video, milliseconds; null for a live one. */
	readonly durationMs: number | null;
	/** Video played at least once, video played again, and video jumped over forward, each / its length; null for a live one. */
	readonly watchedRatio: number | null;
	readonly replayedRatio: number | null;
	readonly skippedRatio: number | null;
}
