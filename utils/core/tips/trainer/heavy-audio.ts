import { rgesn } from '@/utils/core/tips/references';
import { bytesOf, type TrainerRule } from './rule';

/** Bytes that are ample for a minute of speech. */
const ENOUGH_BYTES_PER_MINUTE = 1_000_000;
const MINUTE_MS = 60_000;

/** Sound above 1 MB a minute. */
export const heavyAudio = {
	id: 'heavy-audio',
	references: [rgesn('5.6')],
	judge(lesson) {
		const minutes = lesson.media.audioMs / MINUTE_MS;
		if (minutes < 1) return null;
		const bytesPerMinute = bytesOf(lesson, ['audio']) / minutes;
		const saved = bytesPerMinute - ENOUGH_BYTES_PER_MINUTE;
		if (saved <= 0) return null;
		const params = { bytesPerMinute, enoughBytes: ENOUGH_BYTES_PER_MINUTE };
		return { stakeBytesPerView: (saved * minutes) / lesson.visitCount, params };
	},
	words: (params, format) => [format.bytes(params.bytesPerMinute), format.bytes(params.enoughBytes)],
} as const satisfies TrainerRule<'bytesPerMinute' | 'enoughBytes'>;
