import { bytesOf, GOAL_PAGE_BYTES, PAGE_KINDS, requestsOf } from '@/utils/core/tips/page-weight';
import { type Rule, rgesn, saving } from '@/utils/core/tips/rule';

/** Limits of one page view, beyond which a page is too heavy. See `GOAL_PAGE_BYTES` for their source. */
const LIMIT_BYTES = 2_000_000;
const LIMIT_REQUESTS = 100;

/** A page over a limit; the stake of each view is its weight above the goal. */
export const heavyPage = {
	id: 'heavy-page',
	references: [rgesn('6.1')],
	judge({ visit: { traffic } }) {
		const pageBytes = bytesOf(traffic, PAGE_KINDS);
		const requestCount = requestsOf(traffic, PAGE_KINDS);
		if (pageBytes <= LIMIT_BYTES && requestCount <= LIMIT_REQUESTS) return null;
		return saving(pageBytes - GOAL_PAGE_BYTES, 'page', { pageBytes, requestCount, goalBytes: GOAL_PAGE_BYTES });
	},
} as const satisfies Rule<'pageBytes' | 'requestCount' | 'goalBytes'>;
