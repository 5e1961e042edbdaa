import type { LiveVisit } from '@/utils/core/visit/visit';
import { type Finding, saving } from './rule';
import { SOUND_BYTES_PER_HOUR, videoBytesPerHour, visitLines } from './video';

const HOUR_MS = 3_600_000;

/**
 * A video whose picture nobody sees: sound alone would do. While it is so the stake is the next hour; afterwards it is what the
 * unseen time took. Null at `leastMs` or less.
 */
export function unwatchedVideo(
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
