import type { DayTotal } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import type { Reference } from '@/utils/core/tips/rule';
import { sumTotals, type Totals } from '@/utils/core/visit/totals';
import { addWaste, NO_WASTE } from '@/utils/core/visit/waste';

/** All visits of this device to one kind of activity of one course. */
export interface LessonTotals extends Totals, Pick<DayTotal, 'host' | 'courseKey' | 'activity'> {
	readonly waste: Waste;
}

/** Sums of day totals by course and kind of activity, in the order of their first occurrence. */
export function lessonTotals(days: readonly DayTotal[]): readonly LessonTotals[] {
	const lessons = Map.groupBy(days, ({ host, courseKey, activity }) => `${host} ${courseKey} ${activity}`);
	return [...lessons.values()].map((group) => {
		const { host, courseKey, activity } = group[0] as DayTotal;
		const waste = group.reduce((sum, day) => addWaste(sum, day.waste ?? NO_WASTE), NO_WASTE);
		return { host, courseKey, activity, ...sumTotals(group), waste };
	});
}

/** The result of a rule that applies to a kind of activity. */
export interface Remark<Name extends string = string> {
	/** Bytes at stake for each view on this device; 0 where the advice is not about bytes. */
	readonly stakeBytesPerView: number;
	/** Figures of the texts, as in `Finding`. */
	readonly params: Readonly<Record<Name, number>>;
}

/** One thing that a course author may change. Its texts are `advice.<id>.title` and `.body`, hyphens as underscores. */
export interface TrainerRule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** Null when the measured totals give no reason for the advice. */
	judge(lesson: LessonTotals): Remark<Name> | null;
}
