import type { DayTotal } from '@/utils/core/schema/visit';
import { receivedBytesOf } from './figures';

/** The course and kind of page of all that is beyond the limit of a day. */
export const OTHER_COURSES = { courseKey: '*', activity: 'other' } as const;

/** Most courses and kinds of page of one host and day that have totals of their own: more than anybody studies. */
export const MAX_TOTALS_A_DAY = 200;

/** Whether totals of other courses are the total itself. */
const isOther = ({ courseKey }: DayTotal) => courseKey === OTHER_COURSES.courseKey;

/**
 * Day totals with at most {@link MAX_TOTALS_A_DAY} of each host and day, those with the most received bytes, and the others added up
 * as one. `sumOf` adds them.
 */
export function groupTotals(
	totals: readonly DayTotal[],
	sumOf: (totals: readonly DayTotal[]) => DayTotal,
): readonly DayTotal[] {
	if (totals.length <= MAX_TOTALS_A_DAY) return totals;
	const groups = Map.groupBy(totals, ({ day, host }) => `${day} ${host}`);
	return [...groups.values()].flatMap((group) => {
		if (group.length <= MAX_TOTALS_A_DAY + 1) return group;
		const bytes = new Map(group.map((total) => [total, receivedBytesOf(total)]));
		const named = group.filter((total) => !isOther(total));
		const sorted = named.sort((a, b) => (bytes.get(b) ?? 0) - (bytes.get(a) ?? 0));
		const others = [...sorted.slice(MAX_TOTALS_A_DAY), ...group.filter(isOther)];
		return [...sorted.slice(0, MAX_TOTALS_A_DAY), { ...sumOf(others), ...OTHER_COURSES }];
	});
}
