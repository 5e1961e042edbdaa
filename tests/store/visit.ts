import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { Visit } from '@/utils/core/schema/visit';

/** Images received, by measured bytes. */
export function images(measuredBytes: number, requestCount = 1): Traffic {
	const image = { measuredBytes, estimatedBytes: 0, unknownCount: 0, requestCount };
	return { received: { image }, sentBytes: null, sparedBytes: 0 };
}

/** A visit to course 7 with 1,000 bytes of images and a minute of video by default. */
export function visit(changes: Partial<Visit> = {}): Visit {
	return {
		id: 'visit0000000000a',
		day: '2026-11-23',
		startedAtMs: Date.parse('2026-11-23T09:00:00Z'),
		host: 'moodle.example',
		platform: 'moodle',
		courseKey: '7',
		activity: 'page',
		activeMs: 90_000,
		traffic: images(1_000),
		media: { ...NO_MEDIA, videoMs: 60_000, audioMs: 0, hiddenMs: 0, oversizedMs: 0, videoMsByHeight: { 480: 60_000 } },
		...changes,
	};
}
