import type { NowPlaying } from '@/utils/core/schema/media';

/** A video in one file that the learner has just started, in view and with sound: all but its sizes and length. */
export const JUST_STARTED = {
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
} as const satisfies Partial<NowPlaying>;
