/** Amounts by name; an absent name counts 0. */
type Parts = Readonly<Record<string, number>>;

const NO_PARTS: Parts = {};

/**
 * Where nothing was played: 0 in each amount, no part in each amount by name. Types and schemas derive from this one list.
 *
 * Times are milliseconds of clock time while playback advanced, unless they are media time (positions in the media).
 * All fields are sums that only grow during a visit.
 */
export const NO_MEDIA = {
	/** Video played, in any state; without ads. */
	videoMs: 0,
	/** Sound-only media played. */
	audioMs: 0,
	/** Part of `videoMs` during which the tab was hidden and no picture-in-picture was shown. */
	hiddenMs: 0,
	/** Part of `videoMs` during which decoded pixels were at least twice the shown device pixels. */
	oversizedMs: 0,
	/** `videoMs` by decoded resolution, the shorter side in pixels: `{ "480": 12000 }`. */
	videoMsByHeight: NO_PARTS,

	/** Part of `videoMs` and `audioMs` for which everything below is known: all but what was stored before schema version 2. */
	detailedMs: 0,
	/** Part of `videoMs` with the tab shown and the video wholly out of the viewport. */
	offScreenMs: 0,
	/** Parts of `videoMs` in picture-in-picture (Chrome reports it, Firefox does not), and in full screen. */
	pictureInPictureMs: 0,
	fullScreenMs: 0,
	/** Part of `detailedMs` after ten minutes without any input in the video's frame. */
	idleMs: 0,
	/** Part of `videoMs` without sound: muted, or at volume 0. */
	mutedMs: 0,
	/** Part of `detailedMs` that started without a user gesture. */
	selfStartedMs: 0,
	/** Part of `videoMs` for which captions or subtitles were offered. */
	captionedMs: 0,
	/** Parts of `videoMs` fed in segments from several qualities or a manifest, and from one file. */
	adaptiveMs: 0,
	singleQualityMs: 0,
	/** Parts of `videoMs` that were hidden or off screen, and that were oversized, by decoded resolution. */
	unseenMsByHeight: NO_PARTS,
	oversizedMsByHeight: NO_PARTS,
	/** `detailedMs` by what played it, one of `PLAYERS`. */
	msByPlayer: NO_PARTS,
	/** Part of `videoMs` with a known codec, by its short name: `{ "avc1": 12000 }`. */
	videoMsByCodec: NO_PARTS,
	/** Ads, where the player separates them from the video; in none of the above. */
	adMs: 0,

	/** Media time that passed in `detailedMs`: more at a faster rate. */
	contentMs: 0,
	/** Part of `contentMs` that had been played before in the same visit. */
	replayedMs: 0,
	/** Media time skipped by forward seeks. */
	skippedMs: 0,
	/** Media time played at least once, and the length of those media; live ones in neither. */
	distinctMs: 0,
	durationMs: 0,
	/** Seeks of more than a second by the learner in media under way. */
	seekCount: 0,
	/** Media that loaded anything, and those of them that played. */
	loadedCount: 0,
	playedCount: 0,
	/** Media time that was loaded, and the part of it in media that played. */
	bufferedMs: 0,
	playedBufferedMs: 0,
	/** Bytes of media files that were loaded and never played; unknown for players that feed segments. */
	unplayedBytes: 0,
	/** Bytes decoded and the part of `contentMs` in which they were counted; Firefox counts none. */
	decodedBytes: 0,
	decodedContentMs: 0,

	/** Time in video classes with picture or sound flowing either way, by the statistics of the peer connections. */
	classMs: 0,
	/** Parts of `classMs`, which may overlap: camera sent, camera received, a screen shared either way; and sound without picture. */
	cameraSentMs: 0,
	cameraReceivedMs: 0,
	screenShareMs: 0,
	soundOnlyMs: 0,
} satisfies Readonly<Record<string, number | Parts>>;

/** What the media elements of a visit played; for the fields see {@link NO_MEDIA}. */
export type MediaTotals = Readonly<typeof NO_MEDIA>;
