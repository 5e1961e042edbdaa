import { OVERSIZED } from '@/tests/core/visit/playing';
import type { NowPlaying } from '@/utils/core/schema/media';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Kind } from '@/utils/core/schema/names';
import { DEFAULT_PROFILE, type Profile } from '@/utils/core/schema/profile';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { Moment } from '@/utils/core/tips/rule';

export const MEGABYTE = 1e6;
export const GIGABYTE = 1e9;
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

/** What a case changes; otherwise a moment is a light lesson without a video. */
export interface Scene {
	readonly received?: Partial<Record<Kind, Partial<KindTraffic>>>;
	readonly media?: Partial<MediaTotals>;
	readonly video?: Partial<NowPlaying> | null;
	readonly profile?: Partial<Profile>;
}

/** A 1080p video in a frame of 640 × 360, watched for a minute. */
const VIDEO: NowPlaying = { ...OVERSIZED, oversizedMs: MINUTE_MS };

const NO_KIND: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 1 };

export function momentOf(scene: Scene): Moment {
	const kinds = Object.entries(scene.received ?? {}).map(([kind, traffic]) => [kind, { ...NO_KIND, ...traffic }]);
	return {
		profile: { ...DEFAULT_PROFILE, ...scene.profile },
		visit: {
			id: 'visit',
			day: '2026-11-23',
			startedAtMs: 0,
			host: 'moodle.example',
			platform: 'moodle',
			courseKey: '7',
			courseLabel: null,
			activity: 'video',
			activeMs: HOUR_MS,
			traffic: { received: Object.fromEntries(kinds), sentBytes: 0, sparedBytes: 0 },
			media: { ...NO_MEDIA, ...scene.media },
			nowPlaying: scene.video ? { ...VIDEO, ...scene.video } : null,
		},
	};
}

/** Bytes of an hour of sound alone. */
export const SOUND_BYTES = (168 / 1024) * GIGABYTE;

/** An hour of video that took 3 GB, 1080p throughout. */
export const HOUR_OF_VIDEO: Scene = {
	received: { video: { measuredBytes: 3 * GIGABYTE } },
	media: { videoMs: HOUR_MS, videoMsByHeight: { '1080': HOUR_MS } },
};

/** That hour, while a video plays. */
export function videoScene(video: NonNullable<Scene['video']>): Scene {
	return { ...HOUR_OF_VIDEO, video };
}

/** That hour with other media totals. */
export function mediaScene(media: NonNullable<Scene['media']>): Scene {
	return { ...HOUR_OF_VIDEO, media: { ...HOUR_OF_VIDEO.media, ...media } };
}
