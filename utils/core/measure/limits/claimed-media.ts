import type { FrameState, VisitState } from '@/utils/core/measure/visit-state';
import type { NowPlaying } from '@/utils/core/schema/media';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import { addMedia, mapMedia } from '@/utils/core/visit/media';

/** The fastest rate at which browsers play: `HTMLMediaElement::kMaxPlaybackRate` of Chromium. */
const MAX_RATE = 16;
/** Length of all media that a page may load in advance: a week of lectures. */
const MAX_LENGTH_MS = 7 * 86_400_000;
/** Seeks, and media, a second. */
const MAX_COUNT_PER_MS = 0.1;
/** As for other claimed bytes, see `claims.ts`. */
const MAX_DECODED_BYTES_PER_MS = 125_000;
/** The smallest picture of a video that somebody watches, in device pixels of its shorter side. */
const MIN_SHOWN_PX = 100;

const CLASS_FIELDS: readonly (keyof MediaTotals)[] = [
	'classMs',
	'cameraSentMs',
	'cameraReceivedMs',
	'screenShareMs',
	'soundOnlyMs',
];

const byLength = (ageMs: number) => ageMs * MAX_RATE + MAX_LENGTH_MS;
const byCount = (ageMs: number) => Math.floor(ageMs * MAX_COUNT_PER_MS);

/** The most of each field in a visit of some age, where that is not the age itself. */
const LIMITS: Partial<Record<keyof MediaTotals, (ageMs: number) => number>> = {
	contentMs: (ageMs) => ageMs * MAX_RATE,
	replayedMs: (ageMs) => ageMs * MAX_RATE,
	decodedContentMs: (ageMs) => ageMs * MAX_RATE,
	distinctMs: (ageMs) => ageMs * MAX_RATE,
	skippedMs: byLength,
	durationMs: byLength,
	bufferedMs: byLength,
	playedBufferedMs: byLength,
	seekCount: byCount,
	loadedCount: byCount,
	playedCount: byCount,
	decodedBytes: (ageMs) => ageMs * MAX_DECODED_BYTES_PER_MS,
};

/** Totals of media as far as the age of the visit allows: a video cannot have played for longer. */
export function boundMedia(media: MediaTotals, ageMs: number): MediaTotals {
	const bounded = (field: keyof MediaTotals, amount: number) => Math.min(amount, LIMITS[field]?.(ageMs) ?? ageMs);
	return mapMedia(
		(field) => bounded(field, media[field] as number),
		(field) =>
			Object.fromEntries(
				Object.entries(media[field] as Readonly<Record<string, number>>).map(([name, ms]) => [
					name,
					bounded(field, ms),
				]),
			),
	);
}

/** Whether somebody can watch this video: its picture is no pixel of a tracker. */
export function isWatchable(video: NowPlaying | null): boolean {
	return video !== null && Math.min(video.shownWidthPx, video.shownHeightPx) >= MIN_SHOWN_PX;
}

/** Whether the videos of a frame count: those of another site, such as an advertisement, only when their size is plausible. */
export function hasCredibleVideo({ isForeign, hasShownVideo }: FrameState): boolean {
	return !isForeign || hasShownVideo;
}

/** What counts of the media in a visit's frames. The page's own come first: there is room for some names only. */
export function sumFrames({ frames, topFrameId }: Pick<VisitState, 'frames' | 'topFrameId'>): MediaTotals {
	const rank = ([id, { isForeign }]: [string, FrameState]) => (id === topFrameId ? 0 : 1 + Number(isForeign));
	return Object.entries(frames)
		.sort((a, b) => rank(a) - rank(b))
		.map(([, frame]) => credibleMedia(frame))
		.reduce(addMedia, NO_MEDIA);
}

/** What counts of the media that a frame reported. A frame of another site holds a class only if there is room for one. */
export function credibleMedia(frame: FrameState): MediaTotals {
	const { media, isForeign, isLarge } = frame;
	const isClassCredible = !isForeign || isLarge;
	if (hasCredibleVideo(frame) && isClassCredible) return media;
	const isCredible = (field: keyof MediaTotals) =>
		CLASS_FIELDS.includes(field) ? isClassCredible : hasCredibleVideo(frame) || field === 'audioMs';
	return mapMedia(
		(field) => (isCredible(field) ? (media[field] as number) : 0),
		(field) => (isCredible(field) ? (media[field] as Readonly<Record<string, number>>) : {}),
	);
}
