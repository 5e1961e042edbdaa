import type { NowPlaying } from '@/utils/core/schema/media';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import type { LiveVisit, Visit } from '@/utils/core/schema/visit';

const GIGABYTE = 1_000_000_000;
const HOUR_MS = 3_600_000;

/** Lines of the qualities that players commonly offer. Below 480 a text on screen is hard to read. */
const SMALLEST_LINES = 144;
const SMALLER_LINES = 240;
const SMALL_LINES = 360;
export const SD_LINES = 480;
const HD_LINES = 720;
const FULL_HD_LINES = 1080;
const QUAD_HD_LINES = 1440;
const ULTRA_HD_LINES = 2160;

const LADDER_LINES = [SD_LINES, HD_LINES, FULL_HD_LINES, QUAD_HD_LINES, ULTRA_HD_LINES];

/**
 * Gigabytes of one hour of video. Source: ADEME, `streaming . qualité . facteur qualité` (SD, HD, ultra HD) of npm
 * @incubateur-ademe/publicodes-acv-numerique 2.1.0, read in 2026. https://impactco2.fr/outils/usagenumerique
 */
const SD_GB_PER_HOUR = 0.7;
const FULL_HD_GB_PER_HOUR = 3;
const ULTRA_HD_GB_PER_HOUR = 7;

const ASSUMED_HOURS = [
	{ lines: SD_LINES, bytes: SD_GB_PER_HOUR * GIGABYTE },
	{ lines: FULL_HD_LINES, bytes: FULL_HD_GB_PER_HOUR * GIGABYTE },
	{ lines: ULTRA_HD_LINES, bytes: ULTRA_HD_GB_PER_HOUR * GIGABYTE },
];

/** Megabytes of one hour of sound alone, 1024 per gigabyte. Source: as above, `visio . qualité . facteur qualité`, audio. */
const SOUND_MB_PER_HOUR = 168;
const SOUND_MB_PER_GB = 1024;

/** Bytes of one hour of sound alone. */
export const SOUND_BYTES_PER_HOUR = (SOUND_MB_PER_HOUR / SOUND_MB_PER_GB) * GIGABYTE;

/** Decoded pixels / shown pixels from which a video is oversized, as for `MediaTotals.oversizedMs`. */
const OVERSIZED_RATIO = 2;

/** Until so much was watched, the measured bytes per hour count only below the assumed ones: players first fill their buffers. */
const TRUSTED_WATCH_MS = 600_000;

/** The sizes of a video. */
type Picture = Pick<NowPlaying, 'decodedWidthPx' | 'decodedHeightPx' | 'shownWidthPx' | 'shownHeightPx' | 'isHidden'>;

/** Lines of a video, the figure before the `p`: the shorter side, so that an upright 1080 × 1920 is 1080p too. */
export function linesOf(video: Pick<NowPlaying, 'decodedWidthPx' | 'decodedHeightPx'>): number {
	return Math.min(video.decodedWidthPx, video.decodedHeightPx);
}

/** Lines of the current video, or of what played longest; null when no video has played. */
export function visitLines({ nowPlaying, media }: LiveVisit): number | null {
	return nowPlaying ? linesOf(nowPlaying) : mainLines(media);
}

/** The decoded height played longest, in pixels; null when no video has played. */
export function mainLines(media: MediaTotals): number | null {
	const [longest] = Object.entries(media.videoMsByHeight).sort(([, a], [, b]) => b - a);
	return longest ? Number(longest[0]) : null;
}

/** Bytes of one hour at that many lines: ADEME's steps, and a power law between two of them. */
export function assumedBytesPerHour(lines: number): number {
	const above = ASSUMED_HOURS.findIndex((step) => step.lines >= lines);
	const upper = ASSUMED_HOURS.at(above);
	const lower = above > 0 ? ASSUMED_HOURS[above - 1] : undefined;
	if (!upper || !lower) return upper?.bytes ?? 0;
	const exponent = Math.log(upper.bytes / lower.bytes) / Math.log(upper.lines / lower.lines);
	return lower.bytes * (lines / lower.lines) ** exponent;
}

/**
 * Milliseconds of watching that the visit's video bytes are worth: what was loaded ahead counts as if it had been watched, so that a
 * player that fills its buffer does not seem to need more.
 */
function loadedMs({ videoMs, audioMs, contentMs, playedBufferedMs }: MediaTotals): number {
	// The buffered time of sounds is in the same sum.
	if (audioMs > 0 || contentMs === 0) return videoMs;
	return Math.max(videoMs, (playedBufferedMs * videoMs) / contentMs);
}

/**
 * Bytes of one more hour of the visit's video. Measured once enough was watched. A video just begun, whose buffer is being
 * filled, counts at most as assumed for its lines; one of unknown bytes counts as assumed.
 */
export function videoBytesPerHour(visit: Visit, lines: number): number {
	const assumed = assumedBytesPerHour(lines);
	const { measuredBytes, estimatedBytes } = visit.traffic.received.video ?? { measuredBytes: 0, estimatedBytes: 0 };
	const { videoMs } = visit.media;
	const bytes = measuredBytes + estimatedBytes;
	if (bytes === 0 || videoMs === 0) return assumed;
	const measured = (bytes * HOUR_MS) / loadedMs(visit.media);
	return videoMs >= TRUSTED_WATCH_MS ? measured : Math.min(measured, assumed);
}

/**
 * Bytes an hour that a version with fewer lines would save: no more than what it would leave of the measured hour, at the ratio that
 * ADEME publishes for the two.
 */
export function lowerQualityBytesPerHour(visit: Visit, lines: number, fewerLines: number): number {
	const now = videoBytesPerHour(visit, lines);
	const [assumed, lower] = [assumedBytesPerHour(lines), assumedBytesPerHour(fewerLines)];
	return now > assumed ? now * (1 - lower / assumed) : now - lower;
}

/** Bytes of that many milliseconds of the visit's video. */
export function videoBytes(visit: Visit, lines: number, ms: number): number {
	return (videoBytesPerHour(visit, lines) * ms) / HOUR_MS;
}

/** Lines of the lowest quality that still fills the frame; null when the video is not oversized or no quality is lower. */
export function fittingLines(video: Picture): number | null {
	return lowestFilling(video, LADDER_LINES);
}

/** The same among all common qualities, also those in which a text is hard to read. */
export function fillingLines(video: Picture): number | null {
	return lowestFilling(video, [SMALLEST_LINES, SMALLER_LINES, SMALL_LINES, ...LADDER_LINES]);
}

function lowestFilling(video: Picture, ladder: readonly number[]): number | null {
	const shownPixels = video.shownWidthPx * video.shownHeightPx;
	const decodedPixels = video.decodedWidthPx * video.decodedHeightPx;
	if (video.isHidden || shownPixels === 0 || decodedPixels < OVERSIZED_RATIO * shownPixels) return null;
	const lines = linesOf(video);
	const aspect = Math.max(video.decodedWidthPx, video.decodedHeightPx) / lines;
	const filling = ladder.find((step) => step * step * aspect >= shownPixels);
	return filling !== undefined && filling < lines ? filling : null;
}
