import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { assumedBytesPerHour } from '@/utils/core/tips/video';
import { JUST_STARTED } from '@/utils/core/visit/playing';

/** The resolutions of the player's menu, in lines. */
export const LINES = ['1080', '720', '480'] as const;

/** The settings of the lesson. */
export interface Trial {
	readonly lines: (typeof LINES)[number];
	/** True while the lesson's tab counts as hidden. */
	readonly isHidden: boolean;
}

/** The video's frame on the page, in device pixels: a common size in a course page. */
export const FRAME_WIDTH_PX = 640;
export const FRAME_HEIGHT_PX = 360;

/** The rest of the page, as in the lessons of the project's demo course. */
const IMAGE_BYTES = 1_200_000;
const SCRIPT_BYTES = 500_000;

const HOUR_MS = 3_600_000;
const WATCHED_MS = HOUR_MS / 6;
const HIDDEN_MS = HOUR_MS / 12;
const WIDE_SCREEN = 16 / 9;
/** A video of more pixels than twice its frame's is oversized: 720p and 1080p are, 480p is not. */
export const FITTING_LINES = '480';

const HOST = 'moodle.example.org';
const COURSE_KEY = '12';

function measured(bytes: number, requestCount: number): KindTraffic {
	return { measuredBytes: Math.round(bytes), estimatedBytes: 0, unknownCount: 0, requestCount };
}

/** Ten minutes of video with these settings, at ADEME's data rate for their resolution. */
export function sampleVisit({ lines, isHidden }: Trial, day: string, courseLabel: string): LiveVisit {
	const heightPx = Number(lines);
	const oversizedMs = heightPx > Number(FITTING_LINES) ? WATCHED_MS : 0;
	const hiddenMs = isHidden ? HIDDEN_MS : 0;
	return {
		id: 'sample',
		day,
		startedAtMs: 0,
		host: HOST,
		platform: 'moodle',
		courseKey: COURSE_KEY,
		courseLabel,
		activity: 'video',
		activeMs: WATCHED_MS,
		traffic: {
			received: {
				video: measured((assumedBytesPerHour(heightPx) * WATCHED_MS) / HOUR_MS, 100),
				image: measured(IMAGE_BYTES, 8),
				script: measured(SCRIPT_BYTES, 12),
			},
			sentBytes: null,
			sparedBytes: 0,
		},
		media: { ...NO_MEDIA, videoMs: WATCHED_MS, oversizedMs, hiddenMs, videoMsByHeight: { [lines]: WATCHED_MS } },
		nowPlaying: {
			...JUST_STARTED,
			decodedWidthPx: Math.round(heightPx * WIDE_SCREEN),
			decodedHeightPx: heightPx,
			shownWidthPx: FRAME_WIDTH_PX,
			shownHeightPx: FRAME_HEIGHT_PX,
			isHidden,
			oversizedMs,
			hiddenMs,
			hasCaptions: true,
			isAdaptive: true,
			durationMs: null,
			watchedRatio: null,
			replayedRatio: null,
			skippedRatio: null,
		},
	};
}
