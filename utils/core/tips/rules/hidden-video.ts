import { rgesn } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import { unwatchedVideo } from '@/utils/core/tips/unwatched';

/** A look at another tab is no reason for a tip. */
const MIN_HIDDEN_MS = 60_000;

/** A video that plays in a hidden tab. Who opens the popup on its tab has brought it back, and is told what was. */
export const hiddenVideo = {
	id: 'hidden-video',
	references: [rgesn('5.5')],
	action: 'hidden',
	judge({ visit }) {
		const { nowPlaying: video, media } = visit;
		const hiddenMs = Math.max(media.hiddenMs, video?.hiddenMs ?? 0);
		return unwatchedVideo(visit, hiddenMs, video?.isHidden ?? false, MIN_HIDDEN_MS);
	},
} as const satisfies Rule<'unseenMs'>;
