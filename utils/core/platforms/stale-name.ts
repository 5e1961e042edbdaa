import type { ObservedContext } from '@/utils/core/visit/visit';

/**
 * True when a page shows under a new course the name of the one before it in its tab: single-page platforms change the
 * address first and draw the name later.
 */
export function hasStaleName(place: ObservedContext, before: ObservedContext | null): boolean {
	return (
		before !== null &&
		place.courseLabel !== null &&
		place.courseLabel === before.courseLabel &&
		place.courseKey !== before.courseKey
	);
}
