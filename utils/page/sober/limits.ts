import { LIMITS, type Limit, type LimitName } from '@/utils/core/sober/effects';
import type { PageEffect } from './page-effects';

/** One effect for each limit that a user may choose. They call `set` with the limit in lines, null once none is on. */
export function limitEffects(set: (lines: Limit | null) => void): Partial<Record<LimitName, PageEffect>> {
	let current: Limit | null = null;
	const change = (lines: Limit | null) => {
		current = lines;
		set(lines);
	};
	const effects: Partial<Record<LimitName, PageEffect>> = {};
	for (const lines of LIMITS)
		effects[`${lines}p`] = {
			start: () => change(lines),
			// The next limit may have started before this one stops.
			stop: () => current === lines && change(null),
		};
	return effects;
}
