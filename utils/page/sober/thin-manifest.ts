import type { Rendition } from './cap';

/** A video manifest without the qualities above the cap. */
export interface ThinManifest {
	readonly text: string;
	/** Difference between the best remaining bitrate and the next higher one, bits per second. */
	readonly savedBitsPerSecond: number;
}

/** Chooses the highest resolution to allow among those offered; null allows all. */
type Choose = (offered: readonly number[]) => number | null;

interface Entry extends Rendition {
	/** The whole entry as it stands in the manifest. */
	readonly text: string;
}

/** A variant of an HLS multivariant playlist with its address, and any blank lines and comments between: RFC 8216, 4.3.4.2. */
const HLS_VARIANT = /^#EXT-X-STREAM-INF:(.*)\r?\n(?:(?:#.*)?\r?\n)*[^#\r\n].*(?:\r?\n|$)/gm;
/** A quality of a DASH manifest. */
const DASH_REPRESENTATION = /<(\w+:)?Representation\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1?Representation>)\s*/g;

function hlsEntries(manifest: string): Entry[] {
	return [...manifest.matchAll(HLS_VARIANT)].map(([text, attributes = '']) => {
		const [, width = '0', height = '0'] = /RESOLUTION=(\d+)x(\d+)/.exec(attributes) ?? [];
		const [, bits = '0'] = /(?:^|,)BANDWIDTH=(\d+)/.exec(attributes) ?? [];
		return { text, heightPx: Math.min(Number(width), Number(height)), bitsPerSecond: Number(bits) };
	});
}

function dashEntries(manifest: string): Entry[] {
	return [...manifest.matchAll(DASH_REPRESENTATION)].map(([text, , attributes = '']) => {
		const attribute = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0);
		const height = attribute('height');
		const heightPx = Math.min(attribute('width') || height, height);
		return { text, heightPx, bitsPerSecond: attribute('bandwidth') };
	});
}

/**
 * Removes from an HLS (`.m3u8`) or DASH (`.mpd`) manifest the qualities above the resolution that `choose` allows. Sound,
 * subtitles and seeking previews stay. Null when there is nothing to remove: another kind of file, or a single quality.
 */
export function thinManifest(manifest: string, choose: Choose): ThinManifest | null {
	const entries = manifest.startsWith('#EXTM3U') ? hlsEntries(manifest) : dashEntries(manifest);
	const maxPx = choose(entries.map(({ heightPx }) => heightPx));
	if (maxPx === null) return null;
	const removed = entries.filter(({ heightPx }) => heightPx > maxPx);
	if (removed.length === 0) return null;
	const text = removed.reduce((thinner, entry) => thinner.replace(entry.text, ''), manifest);
	const bitratesOf = (some: readonly Entry[]) => some.map(({ bitsPerSecond }) => bitsPerSecond);
	const best = Math.max(...bitratesOf(entries.filter(({ heightPx }) => heightPx > 0 && heightPx <= maxPx)));
	return { text, savedBitsPerSecond: Math.max(0, Math.min(...bitratesOf(removed)) - best) };
}
