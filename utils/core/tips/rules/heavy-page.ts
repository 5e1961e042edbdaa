import { rgesn } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import type { Kind } from '@/utils/core/visit/kind';

/** What belongs to the page itself: videos, sounds and documents are chosen by the learner, sockets last as long as the stay. */
const PAGE_KINDS: readonly Kind[] = ['document', 'script', 'style', 'font', 'image', 'data', 'other'];

/**
 * Weight and requests of a page view. RGESN 2024, criterion 6.1, asks every service to set a maximum of both:
 * https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/critere/6.1/
 * Goal 1 MB; beyond 2 MB or 100 requests a page is too heavy.
 */
const GOAL_BYTES = 1_000_000;
const LIMIT_BYTES = 2_000_000;
const LIMIT_REQUESTS = 100;

/** A page over the limit; what is at stake at each view is its weight above the goal. */
export const heavyPage = {
	id: 'heavy-page',
	references: [rgesn('6.1')],
	judge({ visit }) {
		const kinds = PAGE_KINDS.flatMap((kind) => visit.traffic.received[kind] ?? []);
		const pageBytes = kinds.reduce((sum, kind) => sum + kind.measuredBytes + kind.estimatedBytes, 0);
		const requestCount = kinds.reduce((sum, kind) => sum + kind.requestCount, 0);
		const stakeBytes = pageBytes - GOAL_BYTES;
		if (stakeBytes <= 0 || (pageBytes <= LIMIT_BYTES && requestCount <= LIMIT_REQUESTS)) return null;
		return { stakeBytes, per: 'page', saving: 'bytes', params: { pageBytes, requestCount, goalBytes: GOAL_BYTES } };
	},
} as const satisfies Rule<'pageBytes' | 'requestCount' | 'goalBytes'>;
