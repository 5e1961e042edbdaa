import { LIMITS, type Limit, type LimitName } from '@/utils/core/sober/effects';
import { quietly } from '@/utils/page/quietly';
import type { PageEffect } from './page-effects';

/**
 * One effect for each limit that a user may choose. They call `set` with the limit in lines, null once none is on: a limit
 * that another one replaces at once is not removed first, which would load a video twice.
 */
export function limitEffects(set: (lines: Limit | null) => void): Partial<Record<LimitName, PageEffect>> {
	let current: Limit | null = null;
	const start = (lines: Limit) => {
		current = lines;
		set(lines);
	};
	const stop = (lines: Limit) => {
		// The next limit may have started before this one stops.
		if (current !== lines) return;
		current = null;
		// Or it starts after.
		queueMicrotask(() => {
			if (current === null) quietly(() => set(null));
		});
	};
	const effects: Partial<Record<LimitName, PageEffect>> = {};
	for (const lines of LIMITS)
		effects[`${lines}p`] = {
			start: () => start(lines),
			stop: () => stop(lines),
		};
	return effects;
}
