/** One quality of a video, as its player names it. */
export interface Rendition {
	/** The figure before the `p`: the short side of the picture; 0 for sound alone. */
	readonly lines: number;
	readonly bitsPerSecond: number;
}

/** Lines that are enough on a computer: a text on screen is read with ease. */
const COMPUTER_LINES = 720;
/** The same on the small screen of a phone. */
const PHONE_LINES = 480;
/** Players keep a margin below the speed of the line that they have measured. */
const USED_SHARE_OF_LINE = 0.8;
export const BITS_PER_BYTE = 8;

/** Lines that sober mode allows at most. */
export function mostLines(isPhone: boolean): number {
	return isPhone ? PHONE_LINES : COMPUTER_LINES;
}

/**
 * Lines to allow: the fewest that still fill the frame, `shownLines` high (0 while nothing is shown), and at most
 * `limit`. A video that offers only more than that keeps its smallest picture. Null when there is no picture to choose.
 */
export function cappedLines(offered: readonly number[], shownLines: number, limit: number): number | null {
	const pictures = offered.filter((lines) => lines > 0).sort((a, b) => a - b);
	const [smallest] = pictures;
	if (smallest === undefined) return null;
	const filling = pictures.find((lines) => lines >= shownLines) ?? Number.POSITIVE_INFINITY;
	const wanted = shownLines > 0 ? Math.min(limit, filling) : limit;
	return pictures.findLast((lines) => lines <= wanted) ?? smallest;
}

/**
 * Bytes that a stretch of video did not take: between the quality that the line would have carried and the one that was
 * taken, by the player's own bitrates. 0 where the line carried no more, or nobody knows its speed.
 */
export function avoidedBytes(
	offered: readonly Rendition[],
	takenBitsPerSecond: number,
	lineBitsPerSecond: number,
	seconds: number,
): number {
	const carried = offered
		.map(({ bitsPerSecond }) => bitsPerSecond)
		.filter((bitsPerSecond) => bitsPerSecond <= lineBitsPerSecond * USED_SHARE_OF_LINE);
	const saved = Math.max(takenBitsPerSecond, ...carried) - takenBitsPerSecond;
	return (saved * seconds) / BITS_PER_BYTE;
}
