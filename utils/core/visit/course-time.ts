import type { FrameTimes, TimeSpan } from '@/utils/core/schema/frame-report';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { mapMedia } from './media';
import { Spans } from './spans';

/** More stretches than a page has in a day of use; beyond it the oldest are dropped. */
const MAX_SPANS = 500;

export const NO_TIMES: FrameTimes = { active: [], hidden: [], video: [] };

function unionOf(...lists: readonly (readonly TimeSpan[])[]): Spans {
	const union = new Spans();
	for (const [start, end] of lists.flat()) union.add(start, end);
	return union;
}

/** The union of stretches, in order of time. */
export function mergeSpans(known: readonly TimeSpan[], added: readonly TimeSpan[]): readonly TimeSpan[] {
	if (added.length === 0) return known;
	return [...unionOf(known, added).last(Number.POSITIVE_INFINITY)].sort(([a], [b]) => a - b).slice(-MAX_SPANS);
}

/** What a frame reported so far, with its newest stretches. */
export function mergeTimes(known: FrameTimes, added: FrameTimes): FrameTimes {
	return {
		active: mergeSpans(known.active, added.active),
		hidden: mergeSpans(known.hidden, added.hidden),
		video: mergeSpans(known.video, added.video),
	};
}

/** Whether two lists of stretches have a moment in common. */
export function doOverlap(one: readonly TimeSpan[], other: readonly TimeSpan[]): boolean {
	return one.some(([start, end]) => other.some(([from, to]) => from < end && to > start));
}

/**
 * Milliseconds during which a page was in use, by the clock: attended or playing in any of its frames. Media in a hidden tab count
 * except `elsewhere`, while another page of a followed site was in use.
 */
export function courseMs(frames: readonly FrameTimes[], elsewhere: readonly TimeSpan[]): number {
	const active = frames.flatMap((frame) => frame.active);
	const covered = unionOf(active, elsewhere);
	const hiddenMs = frames.flatMap(({ hidden }) => hidden).reduce((sum, span) => sum + covered.add(...span), 0);
	return unionOf(active).total() + hiddenMs;
}

/** The fields that are not times of a video by the clock: counts, bytes, sounds, and what is added up video by video. */
const BY_VIDEO: readonly (keyof MediaTotals)[] = [
	'audioMs',
	'adMs',
	'skippedMs',
	'distinctMs',
	'durationMs',
	'seekCount',
	'loadedCount',
	'playedCount',
	'bufferedMs',
	'playedBufferedMs',
	'unplayedBytes',
	'decodedBytes',
	'decodedContentMs',
	'classMs',
	'cameraSentMs',
	'cameraReceivedMs',
	'screenShareMs',
	'soundOnlyMs',
];

/**
 * The media totals of all frames, their sum, with times of video by the clock: videos of several frames that play together share
 * that time.
 */
export function byTheClock(sum: MediaTotals, frames: readonly FrameTimes[]): MediaTotals {
	const apartMs = frames.reduce((total, { video }) => total + unionOf(video).total(), 0);
	const togetherMs = unionOf(...frames.map(({ video }) => video)).total();
	if (apartMs <= togetherMs) return sum;
	const scaled = (ms: number) => Math.round((ms * togetherMs) / apartMs);
	const parts = (field: keyof MediaTotals) =>
		Object.entries(sum[field] as Readonly<Record<string, number>>).map(([name, ms]) => [name, scaled(ms)]);
	return mapMedia(
		(field) => (BY_VIDEO.includes(field) ? (sum[field] as number) : scaled(sum[field] as number)),
		(field) => Object.fromEntries(parts(field)),
	);
}
