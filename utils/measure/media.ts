/** What the media elements of a visit played. Times are milliseconds of clock time while something really advanced. */
export interface MediaTotals {
	/** Film played, whatever its state. */
	readonly videoMs: number;
	/** Sound-only media played. */
	readonly audioMs: number;
	/** Part of `videoMs` during which the tab was hidden and no picture-in-picture was shown. */
	readonly hiddenMs: number;
	/** Part of `videoMs` during which decoded pixels were at least twice the shown device pixels. */
	readonly oversizedMs: number;
	/** `videoMs` by decoded height in pixels: `{ "480": 12000 }`. */
	readonly videoMsByHeight: Readonly<Record<string, number>>;
}

export const NO_MEDIA: MediaTotals = { videoMs: 0, audioMs: 0, hiddenMs: 0, oversizedMs: 0, videoMsByHeight: {} };

type Combine = (a: number, b: number) => number;

const add: Combine = (a, b) => a + b;
const subtract: Combine = (a, b) => a - b;

function combineHeights(
	a: Readonly<Record<string, number>>,
	b: Readonly<Record<string, number>>,
	combined: Combine,
): Record<string, number> {
	const sum: Record<string, number> = {};
	for (const height of new Set([...Object.keys(a), ...Object.keys(b)])) {
		const ms = combined(a[height] ?? 0, b[height] ?? 0);
		if (ms !== 0) sum[height] = ms;
	}
	return sum;
}

function combine(a: MediaTotals, b: MediaTotals, combined: Combine): MediaTotals {
	return {
		videoMs: combined(a.videoMs, b.videoMs),
		audioMs: combined(a.audioMs, b.audioMs),
		hiddenMs: combined(a.hiddenMs, b.hiddenMs),
		oversizedMs: combined(a.oversizedMs, b.oversizedMs),
		videoMsByHeight: combineHeights(a.videoMsByHeight, b.videoMsByHeight, combined),
	};
}

/** The sum of two media totals. */
export function addMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, add);
}

/** What is left of `a` once `b`, which was added to it before, is taken out. */
export function subtractMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, subtract);
}

/** The further of two readings of the same totals, which only ever grow. */
export function largerMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, Math.max);
}

/** The film that is playing at the moment, for the popup and the tips; never stored. */
export interface NowPlaying {
	readonly decodedWidthPx: number;
	readonly decodedHeightPx: number;
	/** Size on screen in device pixels. */
	readonly shownWidthPx: number;
	readonly shownHeightPx: number;
	/** True while the tab is hidden and no picture-in-picture is shown. */
	readonly isHidden: boolean;
	/** Milliseconds this film has been decoded at twice its shown pixels or more. */
	readonly oversizedMs: number;
	/** Milliseconds this film has played hidden. */
	readonly hiddenMs: number;
}
