import { rgesn } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import { unseenFilm } from '@/utils/core/tips/unseen';

/** A look at another tab is no reason for a tip. */
const MIN_HIDDEN_MS = 60_000;

/** A film that plays in a hidden tab. Who opens the popup on its tab has brought it back, and is told what was. */
export const hiddenVideo = {
	id: 'hidden-video',
	references: [rgesn('5.5')],
	action: 'hidden',
	judge({ visit }) {
		const { nowPlaying: film, media } = visit;
		const hiddenMs = Math.max(media.hiddenMs, film?.hiddenMs ?? 0);
		return unseenFilm(visit, hiddenMs, film?.isHidden ?? false, MIN_HIDDEN_MS);
	},
} as const satisfies Rule<'unseenMs'>;
