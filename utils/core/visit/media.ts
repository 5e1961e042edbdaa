import { add, type Combine, combineParts, subtract } from './parts';

/**
 * What the media elements of a visit played. Times are milliseconds of clock time while something really advanced, unless
 * they are said to be of the media's own time. Everything adds up, and only grows while a visit lasts.
 */
export interface MediaTotals {
	/** Video played, whatever its state; without ads. */
	readonly videoMs: number;
	/** Sound-only media played. */
	readonly audioMs: number;
	/** Part of `videoMs` during which the tab was hidden and no picture-in-picture was shown. */
	readonly hiddenMs: number;
	/** Part of `videoMs` during which decoded pixels were at least twice the shown device pixels. */
	readonly oversizedMs: number;
	/** `videoMs` by decoded resolution, the shorter side in pixels: `{ "480": 12000 }`. */
	readonly videoMsByHeight: Readonly<Record<string, number>>;

	/** Part of `videoMs` and `audioMs` of which everything below is known: all but what was stored before schema version 2. */
	readonly detailedMs: number;
	/** Part of `videoMs` with the tab shown and the video wholly out of the viewport. */
	readonly offScreenMs: number;
	/** Part of `videoMs` in a picture of its own (Chrome says so, Firefox does not), and in full screen. */
	readonly pictureInPictureMs: number;
	readonly fullScreenMs: number;
	/** Part of `detailedMs` after ten minutes without any input in the video's frame. */
	readonly idleMs: number;
	/** Part of `videoMs` without sound: muted, or at volume 0. */
	readonly mutedMs: number;
	/** Part of `detailedMs` that no gesture of the learner had started. */
	readonly selfStartedMs: number;
	/** Part of `videoMs` for which captions or subtitles were offered. */
	readonly captionedMs: number;
	/** Parts of `videoMs` fed piece by piece from several qualities or a manifest, and from one file. */
	readonly adaptiveMs: number;
	readonly singleQualityMs: number;
	/** Parts of `videoMs` that were hidden or off screen, and that were oversized, by decoded resolution. */
	readonly unseenMsByHeight: Readonly<Record<string, number>>;
	readonly oversizedMsByHeight: Readonly<Record<string, number>>;
	/** `detailedMs` by what played it, one of `PLAYERS`. */
	readonly msByPlayer: Readonly<Record<string, number>>;
	/** Part of `videoMs` whose codec is known, by its short name: `{ "avc1": 12000 }`. */
	readonly videoMsByCodec: Readonly<Record<string, number>>;
	/** Ads, where the player tells them from the video; in none of the above. */
	readonly adMs: number;

	/** The media's own time that went by in `detailedMs`: more at a faster rate. */
	readonly contentMs: number;
	/** Part of `contentMs` that had been played before in the same visit. */
	readonly replayedMs: number;
	/** The media's own time that seeks jumped over, forward. */
	readonly skippedMs: number;
	/** The media's own time played at least once, and the length of those media; live ones in neither. */
	readonly distinctMs: number;
	readonly durationMs: number;
	/** Jumps of more than a second that the learner made in media under way. */
	readonly seekCount: number;
	/** Media of which anything was loaded, and those of them that played; the rest was loaded ahead for nothing. */
	readonly loadedCount: number;
	readonly playedCount: number;
	/** The media's own time that was loaded, and the part of it in media that played. */
	readonly bufferedMs: number;
	readonly playedBufferedMs: number;
	/** Bytes of media files that were loaded and never played; those of players that feed pieces are not known. */
	readonly unplayedBytes: number;
	/** Bytes decoded and the part of `contentMs` in which they were counted; Firefox counts none. */
	readonly decodedBytes: number;
	readonly decodedContentMs: number;

	/** Time in video classes with picture or sound flowing either way, by the peer connections' own statistics. */
	readonly classMs: number;
	/** Parts of `classMs`, which may overlap: camera sent, camera received, a screen shared either way; and sound without picture. */
	readonly cameraSentMs: number;
	readonly cameraReceivedMs: number;
	readonly screenShareMs: number;
	readonly soundOnlyMs: number;
}

export const NO_MEDIA: MediaTotals = {
	videoMs: 0,
	audioMs: 0,
	hiddenMs: 0,
	oversizedMs: 0,
	videoMsByHeight: {},
	detailedMs: 0,
	offScreenMs: 0,
	pictureInPictureMs: 0,
	fullScreenMs: 0,
	idleMs: 0,
	mutedMs: 0,
	selfStartedMs: 0,
	captionedMs: 0,
	adaptiveMs: 0,
	singleQualityMs: 0,
	unseenMsByHeight: {},
	oversizedMsByHeight: {},
	msByPlayer: {},
	videoMsByCodec: {},
	adMs: 0,
	contentMs: 0,
	replayedMs: 0,
	skippedMs: 0,
	distinctMs: 0,
	durationMs: 0,
	seekCount: 0,
	loadedCount: 0,
	playedCount: 0,
	bufferedMs: 0,
	playedBufferedMs: 0,
	unplayedBytes: 0,
	decodedBytes: 0,
	decodedContentMs: 0,
	classMs: 0,
	cameraSentMs: 0,
	cameraReceivedMs: 0,
	screenShareMs: 0,
	soundOnlyMs: 0,
};

/** Totals of an earlier shape, which held less: nothing is known of the rest, and `detailedMs` says so. */
export function completeMedia(media: Partial<MediaTotals>): MediaTotals {
	return { ...NO_MEDIA, ...media };
}

const FIELDS = Object.keys(NO_MEDIA) as (keyof MediaTotals)[];

/** Totals made field by field: of amounts by one function, of parts by name by the other. */
export function mapMedia(
	amountOf: (field: keyof MediaTotals) => number,
	partsOf: (field: keyof MediaTotals) => Readonly<Record<string, number>>,
): MediaTotals {
	// Of one shape from the start, since totals are made all the time.
	const made: Record<keyof MediaTotals, number | Readonly<Record<string, number>>> = { ...NO_MEDIA };
	for (const field of FIELDS) made[field] = NO_MEDIA[field] === 0 ? amountOf(field) : partsOf(field);
	return made as MediaTotals;
}

function combine(a: MediaTotals, b: MediaTotals, combined: Combine): MediaTotals {
	return mapMedia(
		(field) => combined(a[field] as number, b[field] as number),
		(field) => combineParts(a[field] as Record<string, number>, b[field] as Record<string, number>, combined),
	);
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
