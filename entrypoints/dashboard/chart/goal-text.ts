import { i18n } from '#i18n';
import type { Goal } from '@/utils/core/schema/settings';
import { amountTowards, goalAmount } from '@/utils/core/stats/goal';
import type { PeriodSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import type { Measure } from './chart-measures';

const DAYS_IN_WEEK = 7;

/** A goal in a chart of days. */
export interface GoalLine {
	/** Bytes or milliseconds a day. */
	readonly amount: number;
	readonly text: string;
}

function write(goal: Goal, amount: number, format: Format): string {
	return goal.kind === 'data' ? format.bytes(amount) : format.duration(amount);
}

/** A seventh of a goal, for the chart of the measure that it limits; null for other charts. */
export function goalLine(goal: Goal | null, measure: Measure, format: Format): GoalLine | null {
	if (!goal || measure !== (goal.kind === 'data' ? 'data' : 'time')) return null;
	const amount = goalAmount(goal) / DAYS_IN_WEEK;
	return { amount, text: i18n.t(`goal.line.${goal.kind}`, [write(goal, amount, format)]) };
}

/** A week's amount compared with the goal, in neutral words; null without a goal, and for an empty week. */
export function goalText(goal: Goal | null, week: PeriodSummary | null, format: Format): string | null {
	if (!goal || !week?.total.visitCount) return null;
	const reached = write(goal, amountTowards(goal, week.total), format);
	return i18n.t(`goal.week.${goal.kind}`, [reached, write(goal, goalAmount(goal), format)]);
}
