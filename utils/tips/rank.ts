import { shiftDay } from '@/utils/units/day';
import type { Format } from '@/utils/units/format';
import type { Range } from '@/utils/units/range';
import { RULES, type TipId } from './all-rules';
import { findingGrams } from './grams';
import type { Finding, Moment, Reference, Rule } from './rule';

/** More would not be read beside a lesson. */
const MAX_TIPS = 3;
/** A tip that the learner put off stays away for so many days. */
const DISMISSED_DAYS = 30;

/** A tip that fits the moment. */
export interface Tip extends Finding {
	readonly id: TipId;
	readonly references: readonly Reference[];
	/** Grams of CO2e at stake: a lower and an upper bound by two published models; the middle is nobody's figure. */
	readonly co2eGrams: Range;
}

function isDismissed(day: string | undefined, today: string): boolean {
	return day !== undefined && day > shiftDay(today, -DISMISSED_DAYS);
}

/**
 * The tips for a moment, the most bytes at stake first, three at most. `dismissed` holds the day on which a tip was put
 * off, by tip id; `today` is the local day, `YYYY-MM-DD`.
 */
export function tipsFor(moment: Moment, dismissed: Readonly<Record<string, string>>, today: string): Tip[] {
	return RULES.filter((rule) => !isDismissed(dismissed[rule.id], today))
		.flatMap((rule): Tip[] => {
			const finding = rule.judge(moment);
			if (!finding) return [];
			return [
				{ id: rule.id, references: rule.references, co2eGrams: findingGrams(finding, moment.profile), ...finding },
			];
		})
		.sort((a, b) => b.stakeBytes - a.stakeBytes)
		.slice(0, MAX_TIPS);
}

/** The figures that the texts of a tip take, title and body alike, `$1` first. */
export function tipWords(tip: Tip, format: Format): readonly string[] {
	const rule: Rule | undefined = RULES.find(({ id }) => id === tip.id);
	return rule?.words(tip.params, format) ?? [];
}
