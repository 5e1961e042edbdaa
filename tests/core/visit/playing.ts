import type { NowPlaying } from '@/utils/core/schema/media';

/** A 480p video shown at a quarter of its pixels, just started by a click. */
export const PLAYING: NowPlaying = {
	decodedWidthPx: 854,
	decodedHeightPx: 480,
	shownWidthPx: 427,
	shownHeightPx: 240,
	isHidden: false,
	isOffScreen: false,
	oversizedMs: 0,
	hiddenMs: 0,
	offScreenMs: 0,
	isMuted: false,
	playbackRate: 1,
	isSelfStarted: false,
	isNext: false,
	idleMs: 0,
	player: 'native',
	hasCaptions: false,
	isAdaptive: false,
	codec: null,
	bitsPerSecond: null,
	durationMs: 600_000,
	watchedRatio: 0,
	replayedRatio: 0,
	skippedRatio: 0,
};
