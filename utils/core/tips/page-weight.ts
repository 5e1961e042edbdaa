import type { Kind } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';

/** Kinds that belong to the page itself: the learner chooses videos, sounds and documents, and sockets last as long as the visit. */
export const PAGE_KINDS: readonly Kind[] = ['document', 'script', 'style', 'font', 'image', 'data', 'other'];

/**
 * Goal for the weight of one page view, in bytes. RGESN 2024, criterion 6.1, asks every service to set a maximum of weight and requests:
 * https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/critere/6.1/
 */
export const GOAL_PAGE_BYTES = 1_000_000;

/** Received bytes of some kinds, measured and estimated. */
export function bytesOf({ received }: Traffic, kinds: readonly Kind[]): number {
	return kinds.reduce((sum, kind) => {
		const { measuredBytes = 0, estimatedBytes = 0 } = received[kind] ?? {};
		return sum + measuredBytes + estimatedBytes;
	}, 0);
}

/** Number of requests of some kinds. */
export function requestsOf({ received }: Traffic, kinds: readonly Kind[]): number {
	return kinds.reduce((sum, kind) => sum + (received[kind]?.requestCount ?? 0), 0);
}
