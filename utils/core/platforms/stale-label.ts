import type { ObservedContext } from '@/utils/core/schema/visit';

/**
 * True when a page of another course still shows the name of the previous course in its tab: single-page platforms change the
 * address first and render the name later.
 */
export function hasStaleLabel({ courseKey, courseLabel }: ObservedContext, before: ObservedContext | null): boolean {
	return courseLabel !== null && courseLabel === before?.courseLabel && courseKey !== before.courseKey;
}
