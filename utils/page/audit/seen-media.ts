import type { SeenMedia } from '@/utils/core/schema/audit/audit-inspection';
import { MAX_LOAD_ITEMS } from '@/utils/core/schema/names';
import { hasCaptions, isAdaptive, playerOf } from '@/utils/page/media/player';
import { shownSize } from '@/utils/page/media/shown-size';
import { nameOf } from './seen-files';

/** Chrome counts what it decoded. */
interface DecodedCounts {
	readonly webkitVideoDecodedByteCount?: number;
	readonly webkitAudioDecodedByteCount?: number;
}

const NO_FILES: ReadonlySet<string> = new Set();
const PRELOADS = ['none', 'metadata', 'auto'] as const;
/** A rate over less media time would be that of the first key frame. */
const MIN_RATED_S = 2;
const MAX_OFFERED = 20;
/** Lines in the attributes by which players name the qualities of their sources: `720`, `720p`, `720p HD`. */
const LINES = /^\s*(\d{3,4})\s*p?\b/i;
const LINE_ATTRIBUTES = ['size', 'res', 'label', 'data-res', 'data-quality', 'title'];

/** The media elements of a document that have something to play. */
export function seenMedia(): SeenMedia[] {
	const elements = [...document.querySelectorAll<HTMLMediaElement>('video, audio')];
	const withMedia = elements.filter(
		({ currentSrc, srcObject }) => currentSrc !== '' && !(srcObject instanceof MediaStream),
	);
	return withMedia.slice(0, MAX_LOAD_ITEMS).map(inspect);
}

function inspect(element: HTMLMediaElement): SeenMedia {
	const { currentSrc, duration, played, buffered } = element;
	const video = element instanceof HTMLVideoElement && element.videoHeight > 0 ? element : null;
	const shown = video ? shownSize(video) : { widthPx: 0, heightPx: 0 };
	const durationS = Number.isFinite(duration) && duration > 0 ? duration : null;
	const playedS = lengthOf(played);
	const sides = [video?.videoWidth ?? 0, video?.videoHeight ?? 0];
	return {
		file: nameOf(currentSrc),
		isSound: element.localName === 'audio',
		player: playerOf(element, NO_FILES),
		decodedWidthPx: Math.max(...sides),
		decodedHeightPx: Math.min(...sides),
		shownWidthPx: Math.max(shown.widthPx, shown.heightPx),
		shownHeightPx: Math.min(shown.widthPx, shown.heightPx),
		pixelRatio: devicePixelRatio,
		durationMs: durationS === null ? null : Math.round(durationS * 1_000),
		bitsPerSecond: rateOf(element, playedS),
		isAdaptive: isAdaptive(element, NO_FILES),
		offeredLines: offeredLines(element),
		captionTrackCount: captionTrackCount(element),
		hasAutoplay: element.autoplay,
		preload: PRELOADS.find((each) => each === element.getAttribute('preload')?.toLowerCase()) ?? '',
		isMuted: element.muted || element.volume === 0,
		isLooping: element.loop,
		hasControls: element.controls,
		isPlayed: playedS > 0,
		playedMs: Math.round(playedS * 1_000),
		loadedShare: durationS === null ? 0 : Math.min(1, lengthOf(buffered) / durationS),
	};
}

function lengthOf(ranges: TimeRanges): number {
	let lengthS = 0;
	for (let index = 0; index < ranges.length; index++) lengthS += ranges.end(index) - ranges.start(index);
	return lengthS;
}

function rateOf(element: HTMLMediaElement & DecodedCounts, playedS: number): number | null {
	const { webkitVideoDecodedByteCount, webkitAudioDecodedByteCount = 0 } = element;
	if (!webkitVideoDecodedByteCount || playedS < MIN_RATED_S) return null;
	return Math.round(((webkitVideoDecodedByteCount + webkitAudioDecodedByteCount) * 8) / playedS);
}

function offeredLines(element: HTMLMediaElement): number[] {
	const lines = [...element.querySelectorAll('source')].flatMap((source) => {
		const named = LINE_ATTRIBUTES.map((name) => LINES.exec(source.getAttribute(name) ?? '')?.[1]);
		return named.find((each) => each !== undefined) ?? [];
	});
	return [...new Set(lines.map(Number))].sort((a, b) => a - b).slice(0, MAX_OFFERED);
}

/** Text tracks of captions or subtitles; null where the player shows captions that it does not keep in tracks. */
function captionTrackCount(element: HTMLMediaElement): number | null {
	const count = [...element.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles').length;
	return count === 0 && hasCaptions(element) ? null : count;
}
