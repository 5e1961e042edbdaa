import { rgesn } from '@/utils/core/tips/references';
import { bytesOf, requestsOf, type TrainerRule } from './rule';

/** Ample for a course: two faces of two weights with the characters of European languages. */
const GOAL_BYTES = 400_000;
const GOAL_FILES = 4;

/** Fonts of more weight or files than a text needs: what is above, at each view. */
export const heavyFonts = {
	id: 'heavy-fonts',
	references: [rgesn('4.8')],
	judge(lesson) {
		const fontBytes = bytesOf(lesson, ['font']) / lesson.visitCount;
		const fileCount = requestsOf(lesson, ['font']) / lesson.visitCount;
		if (fontBytes <= GOAL_BYTES && fileCount <= GOAL_FILES) return null;
		const params = { fontBytes, fileCount, goalBytes: GOAL_BYTES, goalFiles: GOAL_FILES };
		return { stakeBytesPerView: Math.max(0, fontBytes - GOAL_BYTES), params };
	},
	words: (params, format) => [
		format.bytes(params.fontBytes),
		format.count(params.fileCount),
		format.bytes(params.goalBytes),
		format.count(params.goalFiles),
	],
} as const satisfies TrainerRule<'fontBytes' | 'fileCount' | 'goalBytes' | 'goalFiles'>;
