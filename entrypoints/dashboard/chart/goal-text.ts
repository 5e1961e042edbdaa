import { i18n } from '#i18n';
import { amountTowards, type Goal, goalAmount } from '@/utils/core/stats/goal';
import type { PeriodSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import type { Measure } from './chart-measures';

const DAYS_IN_WEEK = 7;

/** A goal as a chart of days draws it. */
export interface GoalLine {
	/** Bytes or milliseconds a day. */
	readonly amount: number;
	readonly text: string;
}

function write(goal: Goal, amount: number, format: Format): string {
	return goal.kind === 'data' ? format.bytes(amount) : format.duration(amount);
}

/** A day's seventh of a goal, for the chart that counts what it limits; null for other charts. */
export function goalLine(goal: Goal | null, measure: Measure, format: Format): GoalLine | null {
	if (!goal || measure !== (goal.kind === 'data' ? 'data' : 'time')) return null;
	const amount = goalAmount(goal) / DAYS_IN_WEEK;
	return { amount, text: i18n.t(`goal.line.${goal.kind}`, [write(goal, amount, format)]) };
}

/** Where a week stands, in words without praise or blame; null without a goal, and for a week without a course. */
export function goalText(goal: Goal | null, week: PeriodSummary | null, format: Format): string | null {
	if (!goal || !week?.total.visitCount) return null;
	const reached = write(goal, amountTowards(goal, week.total), format);
	return i18n.t(`goal.week.${goal.kind}`, [reached, write(goal, goalAmount(goal), format)]);
}
