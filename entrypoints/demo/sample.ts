import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { DayTotal, LiveVisit } from '@/utils/core/schema/visit';
import { assumedBytesPerHour } from '@/utils/core/tips/video';
import { daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

/** The resolutions of the player's menu, in lines. */
export const LINES = ['1080', '720', '480'] as const;

/** The settings of the demo's lesson. */
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
const LARGEST_FITTING_LINES = 480;

const HOST = 'moodle.example';
const COURSE_KEY = '12';
/** Days of the week, from Monday, that have lessons. */
const LESSON_DAYS: readonly number[] = [0, 1, 3];

function measured(bytes: number, requestCount: number): KindTraffic {
	return { measuredBytes: Math.round(bytes), estimatedBytes: 0, unknownCount: 0, requestCount };
}

/** Ten minutes of video with these settings, at ADEME's data rate for their resolution. */
export function sampleVisit({ lines, isHidden }: Trial, day: string, courseLabel: string): LiveVisit {
	const heightPx = Number(lines);
	const oversizedMs = heightPx > LARGEST_FITTING_LINES ? WATCHED_MS : 0;
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
			decodedWidthPx: Math.round(heightPx * WIDE_SCREEN),
			decodedHeightPx: heightPx,
			shownWidthPx: FRAME_WIDTH_PX,
			shownHeightPx: FRAME_HEIGHT_PX,
			isHidden,
			oversizedMs,
			hiddenMs,
			isOffScreen: false,
			offScreenMs: 0,
			isMuted: false,
			playbackRate: 1,
			isSelfStarted: false,
			isNext: false,
			idleMs: 0,
			player: 'native',
			hasCaptions: true,
			isAdaptive: true,
			codec: null,
			bitsPerSecond: null,
			durationMs: null,
			watchedRatio: null,
			replayedRatio: null,
			skippedRatio: null,
		},
	};
}

/** The lessons of last week and of this week at the highest resolution, and today's with these settings. */
export function sampleDays(trial: Trial, today: string): readonly DayTotal[] {
	const week = weekOf(today);
	const lessonsOf = (of: string) => daysOfWeek(of).filter((_, index) => LESSON_DAYS.includes(index));
	const highest: Trial = { lines: LINES[0], isHidden: false };
	return [
		...lessonsOf(shiftWeek(week, -1)).map((day) => dayOfVisit(sampleVisit(highest, day, ''))),
		...lessonsOf(week)
			.filter((day) => day < today)
			.map((day) => dayOfVisit(sampleVisit(highest, day, ''))),
		dayOfVisit(sampleVisit(trial, today, '')),
	];
}

function dayOfVisit({ day, host, platform, courseKey, activity, activeMs, traffic, media }: LiveVisit): DayTotal {
	return { day, host, platform, courseKey, activity, visitCount: 1, activeMs, traffic, media };
}
