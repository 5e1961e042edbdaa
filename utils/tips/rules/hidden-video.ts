import { filmBytesPerHour, linesOf, mainLines, SOUND_BYTES_PER_HOUR } from '@/utils/tips/film';
import { rgesn } from '@/utils/tips/references';
import type { Rule } from '@/utils/tips/rule';

/** A look at another tab is no reason for a tip. */
const MIN_HIDDEN_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * A film that plays where nobody sees it: sound alone would do. While it is hidden the stake is the next hour; who opens
 * the popup on its tab has brought it back, and is told what the hidden minutes took.
 */
export const hiddenVideo = {
	id: 'hidden-video',
	references: [rgesn('5.5')],
	judge({ visit }) {
		const film = visit.nowPlaying;
		const isHidden = film?.isHidden ?? false;
		const hiddenMs = Math.max(visit.media.hiddenMs, film?.hiddenMs ?? 0);
		const lines = film ? linesOf(film) : mainLines(visit.media);
		if (hiddenMs <= MIN_HIDDEN_MS || lines === null) return null;
		const sparedPerHour = filmBytesPerHour(visit, lines) - SOUND_BYTES_PER_HOUR;
		const stakeBytes = isHidden ? sparedPerHour : (sparedPerHour * hiddenMs) / HOUR_MS;
		if (stakeBytes <= 0) return null;
		return { stakeBytes, per: isHidden ? 'hour' : 'so-far', saving: 'bytes', params: { hiddenMs } };
	},
	words: (params, format) => [format.duration(params.hiddenMs)],
} as const satisfies Rule<'hiddenMs'>;
