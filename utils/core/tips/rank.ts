import type { Action } from '@/utils/core/sober/effects';
import { isFuture, shiftDay } from '@/utils/core/units/day';
import type { Range } from '@/utils/core/units/range';
import { findingGrams } from './grams';
import type { Finding, Moment, Reference } from './rule';
import { RULES, type TipId } from './rules/all-rules';

/** Nobody reads more during a lesson. */
export const MAX_TIPS = 3;
/** Days during which a dismissed tip is not shown. */
const DISMISSED_DAYS = 30;

export interface Tip extends Finding {
	readonly id: TipId;
	readonly references: readonly Reference[];
	/** What the extension can do itself; null where only the learner can. */
	readonly action: Action | null;
	/** Grams of CO2e at stake: bounds by two published models. Nobody published the middle. */
	readonly co2eGrams: Range;
}

function isDismissed(day: string | undefined, today: string): boolean {
	return day !== undefined && day > shiftDay(today, -DISMISSED_DAYS) && !isFuture(day, today);
}

/**
 * Every tip that applies, the most bytes at stake first. `dismissed` holds the day of dismissal by tip id; `today` is the local day,
 * `YYYY-MM-DD`.
 */
export function rankTips(moment: Moment, dismissed: Readonly<Record<string, string>>, today: string): Tip[] {
	return RULES.filter((rule) => !isDismissed(dismissed[rule.id], today))
		.flatMap((rule): Tip[] => {
			const finding = rule.judge(moment);
			if (!finding) return [];
			const { id, references }: { id: TipId; references: readonly Reference[] } = rule;
			const action = 'action' in rule ? rule.action : null;
			return [{ id, references, action, co2eGrams: findingGrams(finding, moment.profile), ...finding }];
		})
		.sort((a, b) => b.stakeBytes - a.stakeBytes);
}

/** The first three of {@link rankTips}. */
export function tipsFor(moment: Moment, dismissed: Readonly<Record<string, string>>, today: string): Tip[] {
	return rankTips(moment, dismissed, today).slice(0, MAX_TIPS);
}
