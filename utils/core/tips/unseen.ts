import type { LiveVisit } from '@/utils/core/visit/visit';
import { filmBytesPerHour, SOUND_BYTES_PER_HOUR, visitLines } from './film';
import { type Finding, sparing } from './rule';

const HOUR_MS = 3_600_000;

/**
 * A film whose picture nobody sees: sound alone would do. While it is so the stake is the next hour; afterwards it is what the
 * unseen time took. Null at `leastMs` or less.
 */
export function unseenFilm(
	visit: LiveVisit,
	unseenMs: number,
	isUnseenNow: boolean,
	leastMs: number,
): Finding<'unseenMs'> | null {
	const lines = visitLines(visit);
	if (unseenMs <= leastMs || lines === null) return null;
	const sparedPerHour = filmBytesPerHour(visit, lines) - SOUND_BYTES_PER_HOUR;
	const stakeBytes = isUnseenNow ? sparedPerHour : (sparedPerHour * unseenMs) / HOUR_MS;
	return sparing(stakeBytes, isUnseenNow ? 'hour' : 'so-far', { unseenMs });
}
