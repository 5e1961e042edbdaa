import { assumedBytesPerHour } from '@/utils/core/tips/video';
import { daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';
import { NO_MEDIA } from '@/utils/core/visit/media';
import type { KindTraffic } from '@/utils/core/visit/traffic';
import type { DayTotal, LiveVisit } from '@/utils/core/visit/visit';

/** Definitions on offer, in lines, as a player's menu has them. */
export const LINES = ['1080', '720', '480'] as const;

/** What the reader has set on the lesson of the demo. */
export interface Trial {
	readonly lines: (typeof LINES)[number];
	/** True while the lesson's tab is said to be hidden. */
	readonly isHidden: boolean;
}

/** The video's frame on the page, in device pixels: a common size in a course page. */
export const FRAME_WIDTH_PX = 640;
export const FRAME_HEIGHT_PX = 360;

/** Around the video, a lesson as the project's demo course has it. */
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

/** Ten minutes of video as this trial would have them, at the rate that ADEME publishes for their lines. */
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

/** Last week at the highest definition, and this week's lessons up to today's, which is the trial. */
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
