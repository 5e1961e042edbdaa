import { bytesOf } from '@/utils/core/tips/page-weight';
import { rgesn } from '@/utils/core/tips/rule';
import type { TrainerRule } from './lesson';

const MINUTE_MS = 60_000;
/** Video to play before its bytes, or its captions, are judged. */
const MIN_PLAYED_MS = MINUTE_MS;

/** Lines above which a single quality is too much for a phone or a slow connection. */
export const MAX_SINGLE_LINES = 720;
/** Bits per second that are plenty for a course video. */
export const ENOUGH_BITS_PER_SECOND = 1_500_000;
const BITS_PER_BYTE = 8;
const MS_PER_SECOND = 1000;

/** Videos offered in a single quality above 720p: what exceeds 1.5 Mbit/s in each view. */
export const heavyVideo = {
	id: 'heavy-video',
	references: [rgesn('5.3'), rgesn('5.4')],
	judge({ traffic, media, visitCount }) {
		const { singleQualityMs, videoMsByHeight, videoMs } = media;
		const sharpMs = Object.entries(videoMsByHeight)
			.filter(([height]) => Number(height) > MAX_SINGLE_LINES)
			.reduce((sum, [, ms]) => sum + ms, 0);
		if (videoMs < MIN_PLAYED_MS || Math.min(singleQualityMs, sharpMs) < MIN_PLAYED_MS) return null;
		const bitsPerSecond = (bytesOf(traffic, ['video']) * BITS_PER_BYTE * MS_PER_SECOND) / videoMs;
		const saved = Math.max(0, bitsPerSecond - ENOUGH_BITS_PER_SECOND);
		const stakeBytes = (saved * Math.min(singleQualityMs, sharpMs)) / MS_PER_SECOND / BITS_PER_BYTE;
		return { stakeBytesPerView: stakeBytes / visitCount, params: { maxLines: MAX_SINGLE_LINES } };
	},
} as const satisfies TrainerRule<'maxLines'>;

/** Bytes that are plenty for a minute of speech. */
const ENOUGH_BYTES_PER_MINUTE = 1_000_000;

/** Sound above 1 MB per minute. */
export const heavyAudio = {
	id: 'heavy-audio',
	references: [rgesn('5.6')],
	judge({ traffic, media, visitCount }) {
		const minutes = media.audioMs / MINUTE_MS;
		if (minutes < 1) return null;
		const minuteBytes = bytesOf(traffic, ['audio']) / minutes;
		const saved = minuteBytes - ENOUGH_BYTES_PER_MINUTE;
		if (saved <= 0) return null;
		const params = { minuteBytes, enoughBytes: ENOUGH_BYTES_PER_MINUTE };
		return { stakeBytesPerView: (saved * minutes) / visitCount, params };
	},
} as const satisfies TrainerRule<'minuteBytes' | 'enoughBytes'>;

/** Loading a video's duration and first picture is no waste. */
export const MIN_PRELOAD_BYTES_PER_VIEW = 1_000_000;

/** Videos that were preloaded and never played. */
export const unplayedPreload = {
	id: 'unplayed-preload',
	references: [rgesn('6.5')],
	judge({ media, visitCount }) {
		const stakeBytesPerView = media.unplayedBytes / visitCount;
		if (stakeBytesPerView <= MIN_PRELOAD_BYTES_PER_VIEW) return null;
		return { stakeBytesPerView, params: { unplayedBytes: media.unplayedBytes } };
	},
} as const satisfies TrainerRule<'unplayedBytes'>;

/** Embedded players of video sites that loaded with the page and never played: all bytes of their frames that are known. */
export const unplayedEmbed = {
	id: 'unplayed-embed',
	references: [rgesn('4.4'), rgesn('6.5')],
	judge({ waste, visitCount }) {
		const { embedCount = 0, embedBytes = 0 } = waste;
		if (embedCount <= 0) return null;
		return { stakeBytesPerView: embedBytes / visitCount, params: { embedCount } };
	},
} as const satisfies TrainerRule<'embedCount'>;

/** Share of the video time with captions from which there is no advice: some videos of an activity may have captions and others not. */
const MOST_CAPTIONED_RATIO = 0.5;

/** Videos without captions: nobody can search their text, or read it instead of watching. */
export const noCaptions = {
	id: 'no-captions',
	references: [rgesn('4.7')],
	judge({ media }) {
		const { videoMs, captionedMs, detailedMs } = media;
		if (videoMs < MIN_PLAYED_MS || detailedMs < videoMs) return null;
		if (captionedMs / videoMs >= MOST_CAPTIONED_RATIO) return null;
		return { stakeBytesPerView: 0, params: { uncaptionedMs: videoMs - captionedMs } };
	},
} as const satisfies TrainerRule<'uncaptionedMs'>;
