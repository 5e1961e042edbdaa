import { rgesn } from '@/utils/core/tips/references';
import type { Kind } from '@/utils/core/visit/kind';
import { bytesOf, requestsOf, type TrainerRule } from './rule';

const PAGE_KINDS: readonly Kind[] = ['document', 'script', 'style', 'font', 'image', 'data', 'other'];

/** RGESN 2024, 6.1, asks every service for a maximum of weight and requests; these are the goal of a course page. */
const GOAL_BYTES = 1_000_000;
const GOAL_REQUESTS = 30;

/** A page above the goal, videos, sounds and documents apart: what is above it, at each view. */
export const heavyPages = {
	id: 'heavy-pages',
	references: [rgesn('6.1')],
	judge(lesson) {
		const pageBytes = bytesOf(lesson, PAGE_KINDS) / lesson.visitCount;
		const requestCount = requestsOf(lesson, PAGE_KINDS) / lesson.visitCount;
		if (pageBytes <= GOAL_BYTES && requestCount <= GOAL_REQUESTS) return null;
		const params = { pageBytes, requestCount, goalBytes: GOAL_BYTES, goalRequests: GOAL_REQUESTS };
		return { stakeBytesPerView: Math.max(0, pageBytes - GOAL_BYTES), params };
	},
	words: (params, format) => [
		format.bytes(params.pageBytes),
		format.count(params.requestCount),
		format.bytes(params.goalBytes),
		format.count(params.goalRequests),
	],
} as const satisfies TrainerRule<'pageBytes' | 'requestCount' | 'goalBytes' | 'goalRequests'>;
