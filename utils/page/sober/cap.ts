/** One quality of a video, as its player lists it. */
export interface Rendition {
	/** Resolution: the shorter side of the picture, as in 720p; 0 for sound alone. */
	readonly heightPx: number;
	readonly bitsPerSecond: number;
}

/** Enough on a computer: text on screen is easy to read. */
const COMPUTER_HEIGHT_PX = 720;
/** Enough on the small screen of a phone. */
const PHONE_HEIGHT_PX = 480;
/** Players use only this share of the bandwidth that they have measured. */
const USED_BANDWIDTH_SHARE = 0.8;
export const BITS_PER_BYTE = 8;

/** Highest resolution that sober mode allows on a kind of device. */
export function maxHeightPx(isPhone: boolean): number {
	return isPhone ? PHONE_HEIGHT_PX : COMPUTER_HEIGHT_PX;
}

/** The limit on this device where the user has chosen none. */
export const DEVICE_LIMIT_PX = maxHeightPx(/Mobi/.test(navigator.userAgent));

/**
 * The resolution to allow: the lowest that fills the frame, which is `shownHeightPx` high (0 while it is not shown), and at
 * most `limitPx`. If the video offers only higher ones, its lowest. Null when it offers no picture.
 */
export function cappedHeightPx(offered: readonly number[], shownHeightPx: number, limitPx: number): number | null {
	const pictures = offered.filter((heightPx) => heightPx > 0).sort((a, b) => a - b);
	const [smallest] = pictures;
	if (smallest === undefined) return null;
	const filling = pictures.find((heightPx) => heightPx >= shownHeightPx) ?? Number.POSITIVE_INFINITY;
	const maxPx = shownHeightPx > 0 ? Math.min(limitPx, filling) : limitPx;
	return pictures.findLast((heightPx) => heightPx <= maxPx) ?? smallest;
}

/** The lowest resolution, which is 0 where sound alone is offered. Null when nothing is offered. */
export function lowestHeightPx(offered: readonly number[]): number | null {
	return offered.length > 0 ? Math.min(...offered) : null;
}

/**
 * Bytes avoided in a stretch of video: the difference between the quality that the bandwidth would have allowed and the
 * current one, by the player's own bitrates. 0 if the bandwidth allows no better quality.
 */
export function avoidedBytes(
	offered: readonly Rendition[],
	currentBitsPerSecond: number,
	bandwidthBitsPerSecond: number,
	seconds: number,
): number {
	const allowed = offered
		.map(({ bitsPerSecond }) => bitsPerSecond)
		.filter((bitsPerSecond) => bitsPerSecond <= bandwidthBitsPerSecond * USED_BANDWIDTH_SHARE);
	const saved = Math.max(currentBitsPerSecond, ...allowed) - currentBitsPerSecond;
	return (saved * seconds) / BITS_PER_BYTE;
}
