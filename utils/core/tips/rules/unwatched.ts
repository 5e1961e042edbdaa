import type { LiveVisit } from '@/utils/core/schema/visit';
import { type Finding, type Rule, rgesn, saving } from '@/utils/core/tips/rule';
import { SOUND_BYTES_PER_HOUR, videoBytesPerHour, visitLines } from '@/utils/core/tips/video';

const HOUR_MS = 3_600_000;

/** Switching tabs for a moment is no reason for a tip, nor is scrolling past a video. */
const MIN_HIDDEN_MS = 60_000;
const MIN_OFF_SCREEN_MS = 30_000;

/**
 * A video whose picture nobody sees: sound alone would do. The stake is the next hour while that lasts, and what the unseen time
 * received once it is over. Null for `leastMs` of unseen time or less.
 */
function unwatchedVideo(
	visit: LiveVisit,
	unseenMs: number,
	isUnseenNow: boolean,
	leastMs: number,
): Finding<'unseenMs'> | null {
	const lines = visitLines(visit);
	if (unseenMs <= leastMs || lines === null) return null;
	const savedPerHour = videoBytesPerHour(visit, lines) - SOUND_BYTES_PER_HOUR;
	const stakeBytes = isUnseenNow ? savedPerHour : (savedPerHour * unseenMs) / HOUR_MS;
	return saving(stakeBytes, isUnseenNow ? 'hour' : 'so-far', { unseenMs });
}

/** A video that plays in a hidden tab. Opening the popup requires showing the tab, so the tip mostly reports time that is over. */
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

/** A video that plays out of the viewport of a visible tab. */
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
