import type { NowPlaying } from '@/utils/core/schema/media';
import { JUST_STARTED } from '@/utils/core/visit/playing';

/** A 480p video shown at a quarter of its pixels, just started by a click. */
export const PLAYING: NowPlaying = {
	...JUST_STARTED,
	decodedWidthPx: 854,
	decodedHeightPx: 480,
	shownWidthPx: 427,
	shownHeightPx: 240,
	durationMs: 600_000,
	watchedRatio: 0,
	replayedRatio: 0,
	skippedRatio: 0,
};

/** A 1080p video in segments, in a frame of 640 × 360. */
export const OVERSIZED: NowPlaying = {
	...PLAYING,
	player: 'hls.js',
	isAdaptive: true,
	decodedWidthPx: 1920,
	decodedHeightPx: 1080,
	shownWidthPx: 640,
	shownHeightPx: 360,
};
