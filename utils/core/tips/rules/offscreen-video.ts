import { rgesn } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import { unwatchedVideo } from '@/utils/core/tips/unwatched';

/** Scrolling past a video is no reason for a tip. */
const MIN_OFF_SCREEN_MS = 30_000;

/** A video that plays out of the viewport of a tab that is shown. */
export const offscreenVideo = {
	id: 'offscreen-video',
	references: [rgesn('5.5')],
	action: 'off-screen',
	judge({ visit }) {
		const { nowPlaying: video, media } = visit;
		const offScreenMs = Math.max(media.offScreenMs, video?.offScreenMs ?? 0);
		return unwatchedVideo(visit, offScreenMs, video?.isOffScreen ?? false, MIN_OFF_SCREEN_MS);
	},
} as const satisfies Rule<'unseenMs'>;
