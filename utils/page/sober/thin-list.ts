import type { Rendition } from './cap';

/** A video's list of qualities without those that are too much. */
export interface ThinList {
	/** The list to hand to the player. */
	readonly text: string;
	/** Bits a second between the best quality that stayed and the next above it. */
	readonly savedBitsPerSecond: number;
}

/** Chooses the lines to allow among those offered; null allows all. */
type Choose = (offered: readonly number[]) => number | null;

interface Entry extends Rendition {
	/** The whole entry as it stands in the list. */
	readonly text: string;
}

/** A variant of an HLS list with its address, blank lines and comments between them included. */
const HLS_VARIANT = /^#EXT-X-STREAM-INF:(.*)\r?\n(?:(?:#.*)?\r?\n)*[^#\r\n].*(?:\r?\n|$)/gm;
/** A quality of a DASH list. */
const DASH_QUALITY = /<(\w+:)?Representation\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1?Representation>)\s*/g;

function hlsEntries(list: string): Entry[] {
	return [...list.matchAll(HLS_VARIANT)].map(([text, attributes = '']) => {
		const [, width = '0', height = '0'] = /RESOLUTION=(\d+)x(\d+)/.exec(attributes) ?? [];
		const [, bits = '0'] = /(?:^|,)BANDWIDTH=(\d+)/.exec(attributes) ?? [];
		return { text, lines: Math.min(Number(width), Number(height)), bitsPerSecond: Number(bits) };
	});
}

function dashEntries(list: string): Entry[] {
	return [...list.matchAll(DASH_QUALITY)].map(([text, , attributes = '']) => {
		const [width, height, bits] = ['width', 'height', 'bandwidth'].map((name) =>
			Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0),
		) as [number, number, number];
		return { text, lines: Math.min(width || height, height), bitsPerSecond: bits };
	});
}

/**
 * Takes from a master list of HLS (`.m3u8`) or DASH (`.mpd`) the pictures above the lines that `choose` allows. Sound,
 * subtitles and pictures for seeking stay. Null where there is nothing to take: no such list, or one quality only.
 */
export function thinList(list: string, choose: Choose): ThinList | null {
	const entries = list.startsWith('#EXTM3U') ? hlsEntries(list) : dashEntries(list);
	const most = choose(entries.map(({ lines }) => lines));
	if (most === null) return null;
	const tooMuch = entries.filter(({ lines }) => lines > most);
	if (tooMuch.length === 0) return null;
	const text = tooMuch.reduce((thinner, entry) => thinner.replace(entry.text, ''), list);
	const bitsOf = (some: readonly Entry[]) => some.map(({ bitsPerSecond }) => bitsPerSecond);
	const kept = Math.max(...bitsOf(entries.filter(({ lines }) => lines > 0 && lines <= most)));
	return { text, savedBitsPerSecond: Math.max(0, Math.min(...bitsOf(tooMuch)) - kept) };
}
