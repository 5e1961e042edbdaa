import { OVERSIZED } from '@/tests/core/visit/playing';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { Course, DayTotal, LiveVisit } from '@/utils/core/schema/visit';

const MB = 1_000_000;
const MINUTE_MS = 60_000;

/** Measured megabytes of video and images. */
export function traffic(videoMb: number, imageMb: number, estimatedMb = 0, unknownCount = 0): Traffic {
	const part = (mb: number) => ({ measuredBytes: mb * MB, estimatedBytes: 0, unknownCount: 0, requestCount: 2 });
	return {
		received: { video: { ...part(videoMb), estimatedBytes: estimatedMb * MB, unknownCount }, image: part(imageMb) },
		sentBytes: 0,
		sparedBytes: 0,
	};
}

/** A day of one course: megabytes of video, minutes of course and of video. */
export function dayTotal(day: string, videoMb: number, activeMinutes: number, videoMinutes: number): DayTotal {
	return {
		day,
		host: 'moodle.cfa.example',
		platform: 'moodle',
		courseKey: '12',
		activity: 'video',
		visitCount: 3,
		activeMs: activeMinutes * MINUTE_MS,
		traffic: traffic(videoMb, 0),
		media: {
			...NO_MEDIA,
			videoMs: videoMinutes * MINUTE_MS,
			audioMs: 0,
			hiddenMs: 0,
			oversizedMs: 0,
			videoMsByHeight: { 1080: videoMinutes * MINUTE_MS },
		},
	};
}

export const COURSE: Course = {
	host: 'moodle.cfa.example',
	courseKey: '12',
	platform: 'moodle',
	label: 'Prévention des risques',
	lastDay: '2026-11-26',
};

/** A visit with a video of 1080 lines that has long played in a frame of 640 x 360. */
export function liveVisit(change: Partial<LiveVisit> = {}): LiveVisit {
	return {
		id: 'visit-1',
		day: '2026-11-26',
		startedAtMs: 0,
		host: 'moodle.cfa.example',
		platform: 'moodle',
		courseKey: '12',
		activity: 'video',
		activeMs: 10 * MINUTE_MS,
		traffic: traffic(182, 30),
		media: {
			...NO_MEDIA,
			videoMs: 10 * MINUTE_MS,
			audioMs: 0,
			hiddenMs: 0,
			oversizedMs: 3 * MINUTE_MS,
			videoMsByHeight: { 1080: 10 * MINUTE_MS },
		},
		courseLabel: 'Prévention des risques',
		nowPlaying: { ...OVERSIZED, oversizedMs: 3 * MINUTE_MS },
		...change,
	};
}
