import type { MediaTotals, NowPlaying } from '@/utils/measure/media';
import type { Visit } from '@/utils/measure/visit';

const GIGABYTE = 1_000_000_000;
const HOUR_MS = 3_600_000;

/**
 * Bytes of one hour of film by its lines. Source: ADEME, `streaming . qualité . facteur qualité` (SD, HD, ultra HD) of
 * npm @incubateur-ademe/publicodes-acv-numerique 2.1.0, read in 2026. https://impactco2.fr/outils/usagenumerique
 */
const ASSUMED_HOURS: readonly { readonly lines: number; readonly bytes: number }[] = [
	{ lines: 480, bytes: 0.7 * GIGABYTE },
	{ lines: 1080, bytes: 3 * GIGABYTE },
	{ lines: 2160, bytes: 7 * GIGABYTE },
];

/** Bytes of one hour of sound alone: 168 / 1024 GB. Source: as above, `visio . qualité . facteur qualité`, audio. */
export const SOUND_BYTES_PER_HOUR = (168 / 1024) * GIGABYTE;

/** Qualities that players commonly offer, in lines. Below 480 a text on screen is no longer read with ease. */
const LADDER_LINES = [480, 720, 1080, 1440, 2160];

/** Decoded pixels / shown pixels from which a film counts as oversized; that of `MediaTotals.oversizedMs`. */
const OVERSIZED_RATIO = 2;

/** Film watched before its bytes per hour are believed above the assumed ones: players first fill their buffers. */
const TRUSTED_WATCH_MS = 600_000;

/** Lines of a film, the figure before the `p`: the short side, so that an upright 1080 × 1920 is 1080p too. */
export function linesOf(film: NowPlaying): number {
	return Math.min(film.decodedWidthPx, film.decodedHeightPx);
}

/** The decoded height played longest, in pixels; null when no film has played. */
export function mainLines(media: MediaTotals): number | null {
	const [longest] = Object.entries(media.videoMsByHeight).sort(([, a], [, b]) => b - a);
	return longest ? Number(longest[0]) : null;
}

/** Bytes of one hour at that many lines: ADEME's steps, and between two of them the power law that joins them. */
export function assumedBytesPerHour(lines: number): number {
	const above = ASSUMED_HOURS.findIndex((step) => step.lines >= lines);
	const upper = ASSUMED_HOURS.at(above);
	const lower = above > 0 ? ASSUMED_HOURS[above - 1] : undefined;
	if (!upper || !lower) return upper?.bytes ?? 0;
	const exponent = Math.log(upper.bytes / lower.bytes) / Math.log(upper.lines / lower.lines);
	return lower.bytes * (lines / lower.lines) ** exponent;
}

/**
 * Bytes that one more hour of the visit's film would take. Measured where there is enough of it; a film just begun,
 * with its buffer ahead of it, counts at most what its lines usually take; one whose bytes nobody sees counts that.
 */
export function filmBytesPerHour(visit: Visit, lines: number): number {
	const assumed = assumedBytesPerHour(lines);
	const { measuredBytes, estimatedBytes } = visit.traffic.received.video ?? { measuredBytes: 0, estimatedBytes: 0 };
	const { videoMs } = visit.media;
	const bytes = measuredBytes + estimatedBytes;
	if (bytes === 0 || videoMs === 0) return assumed;
	const measured = (bytes * HOUR_MS) / videoMs;
	return videoMs >= TRUSTED_WATCH_MS ? measured : Math.min(measured, assumed);
}

/** The lower quality that shows all its frame can show, in lines; null when the film is not oversized or none is lower. */
export function fittingLines(film: NowPlaying): number | null {
	const shownPixels = film.shownWidthPx * film.shownHeightPx;
	const decodedPixels = film.decodedWidthPx * film.decodedHeightPx;
	if (film.isHidden || shownPixels === 0 || decodedPixels < OVERSIZED_RATIO * shownPixels) return null;
	const lines = linesOf(film);
	const aspect = Math.max(film.decodedWidthPx, film.decodedHeightPx) / lines;
	const fitting = LADDER_LINES.find((step) => step * step * aspect >= shownPixels);
	return fitting !== undefined && fitting < lines ? fitting : null;
}
