import { rgesn } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import { unseenFilm } from '@/utils/core/tips/unseen';

/** Scrolling past a film is no reason for a tip. */
const MIN_OFF_SCREEN_MS = 30_000;

/** A film that plays out of the viewport of a tab that is shown. */
export const offscreenVideo = {
	id: 'offscreen-video',
	references: [rgesn('5.5')],
	action: 'off-screen',
	judge({ visit }) {
		const { nowPlaying: film, media } = visit;
		const offScreenMs = Math.max(media.offScreenMs, film?.offScreenMs ?? 0);
		return unseenFilm(visit, offScreenMs, film?.isOffScreen ?? false, MIN_OFF_SCREEN_MS);
	},
} as const satisfies Rule<'unseenMs'>;
