import { rgesn } from '@/utils/core/tips/references';
import { bytesOf, requestsOf, type TrainerRule } from './rule';

/** A document of this weight holds pictures larger than any page shows them. */
const LIMIT_BYTES = 5_000_000;

/** Documents handed out (PDF, office files) above 5 MB each, on the average of all that were asked for. */
export const heavyDocument = {
	id: 'heavy-document',
	references: [rgesn('5.7')],
	judge(lesson) {
		const bytes = bytesOf(lesson, ['file']);
		const documentBytes = bytes / Math.max(1, requestsOf(lesson, ['file']));
		if (documentBytes <= LIMIT_BYTES) return null;
		return { stakeBytesPerView: bytes / lesson.visitCount, params: { documentBytes, limitBytes: LIMIT_BYTES } };
	},
	words: (params, format) => [format.bytes(params.documentBytes), format.bytes(params.limitBytes)],
} as const satisfies TrainerRule<'documentBytes' | 'limitBytes'>;
