import { type Estimate, estimateUse } from '@/utils/core/carbon/estimate';
import type { Profile } from '@/utils/core/carbon/profile';
import type { Use } from '@/utils/core/carbon/use';
import { sumTotals, type Totals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** What some visits come to, whichever they are: a day's, a course's, a week's. */
export interface Figures extends Totals {
	/** Grams and watt-hours by the profile, computed now from what was measured then. */
	readonly estimate: Estimate;
}

/** The input of every carbon model in what was measured; bytes sent count where the browser tells them. */
export function useOf({ traffic, activeMs }: Pick<Totals, 'traffic' | 'activeMs'>): Use {
	return { receivedBytes: sumTraffic(traffic).receivedBytes, sentBytes: traffic.sentBytes ?? 0, activeMs };
}

/** Adds totals up and estimates the sum. */
export function figuresOf(totals: readonly Totals[], profile: Profile): Figures {
	const sum = sumTotals(totals);
	return { ...sum, estimate: estimateUse(useOf(sum), profile) };
}
