import type { Rendition } from './cap';

/** A video manifest without the qualities above the cap. */
export interface ThinManifest {
	readonly text: string;
	/** Difference between the best remaining bitrate and the next higher one, bits per second. */
	readonly savedBitsPerSecond: number;
}

/** Chooses the highest resolution to allow among those offered; null allows all. */
type Choose = (offered: readonly number[]) => number | null;

/** A quality, and where it stands in the manifest. */
interface Entry extends Rendition {
	readonly start: number;
	readonly end: number;
}

/** Longer manifests, and those with more qualities, are left as they are: no course needs them. Characters. */
const MAX_LENGTH = 2 ** 20;
const MAX_ENTRIES = 500;

const STREAM = '#EXT-X-STREAM-INF:';
/** The start of a quality of a DASH manifest, with the prefix of its namespace. */
const REPRESENTATION = /<((?:[\w-]{1,64}:)?Representation)\b/g;

/** The variants of an HLS multivariant playlist, each with its address and any blank lines and comments between: RFC 8216, 4.3.4.2. */
function hlsEntries(manifest: string): Entry[] {
	const entries: Entry[] = [];
	let [start, attributes] = [-1, ''];
	for (let index = 0; index < manifest.length && entries.length <= MAX_ENTRIES; ) {
		const lineEnd = manifest.indexOf('\n', index);
		const end = lineEnd < 0 ? manifest.length : lineEnd + 1;
		const line = manifest.slice(index, end).trim();
		if (line.startsWith(STREAM)) [start, attributes] = [index, line.slice(STREAM.length)];
		else if (start >= 0 && line !== '' && !line.startsWith('#')) {
			const [, width = '0', height = '0'] = /RESOLUTION=(\d+)x(\d+)/.exec(attributes) ?? [];
			const [, bits = '0'] = /(?:^|,)BANDWIDTH=(\d+)/.exec(attributes) ?? [];
			entries.push({ start, end, heightPx: Math.min(Number(width), Number(height)), bitsPerSecond: Number(bits) });
			start = -1;
		}
		index = end;
	}
	return entries;
}

/** The index just after the next `mark` from an index on; -1 without one. */
function after(manifest: string, mark: string, index: number): number {
	const found = manifest.indexOf(mark, index);
	return found < 0 ? -1 : found + mark.length;
}

function dashEntries(manifest: string): Entry[] {
	const entries: Entry[] = [];
	for (const { index: start, 0: opening, 1: name } of manifest.matchAll(REPRESENTATION)) {
		if (start < (entries.at(-1)?.end ?? 0)) continue;
		const tagEnd = after(manifest, '>', start);
		const tag = manifest.slice(start + opening.length, tagEnd);
		const end = tag.endsWith('/>') ? tagEnd : after(manifest, `</${name}>`, tagEnd);
		// Incomplete from here on.
		if (tagEnd < 0 || end < 0 || entries.length > MAX_ENTRIES) break;
		const attribute = (name: string) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
		const height = attribute('height');
		const heightPx = Math.min(attribute('width') || height, height);
		const blank = /\s{0,200}/y;
		blank.lastIndex = end;
		entries.push({
			start,
			end: end + (blank.exec(manifest)?.[0].length ?? 0),
			heightPx,
			bitsPerSecond: attribute('bandwidth'),
		});
	}
	return entries;
}

/**
 * Removes from an HLS (`.m3u8`) or DASH (`.mpd`) manifest the qualities above the resolution that `choose` allows. Sound,
 * subtitles and seeking previews stay. Null when there is nothing to remove: another kind of file, or a single quality.
 * Each part of the manifest is read once, since the page chooses it.
 */
export function thinManifest(manifest: string, choose: Choose): ThinManifest | null {
	if (manifest.length > MAX_LENGTH) return null;
	const entries = manifest.startsWith('#EXTM3U') ? hlsEntries(manifest) : dashEntries(manifest);
	if (entries.length > MAX_ENTRIES) return null;
	const maxPx = choose(entries.map(({ heightPx }) => heightPx));
	if (maxPx === null) return null;
	const removed = entries.filter(({ heightPx }) => heightPx > maxPx);
	if (removed.length === 0) return null;
	const pieces = [...removed, { start: manifest.length }].map(({ start }, index) =>
		manifest.slice(removed[index - 1]?.end ?? 0, start),
	);
	const bitratesOf = (some: readonly Entry[]) => some.map(({ bitsPerSecond }) => bitsPerSecond);
	const best = Math.max(...bitratesOf(entries.filter(({ heightPx }) => heightPx > 0 && heightPx <= maxPx)));
	return { text: pieces.join(''), savedBitsPerSecond: Math.max(0, Math.min(...bitratesOf(removed)) - best) };
}
