import { type Estimate, estimateUse } from '@/utils/core/carbon/estimate';
import type { Use } from '@/utils/core/carbon/use';
import type { Profile } from '@/utils/core/schema/profile';
import { sumTotals, type Totals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** Totals of some visits (of a day, a course, a week) and their estimate. */
export interface Figures extends Totals {
	/** Grams for the profile, computed when shown and never stored. */
	readonly estimate: Estimate;
}

export function receivedBytesOf({ traffic }: Pick<Totals, 'traffic'>): number {
	return sumTraffic(traffic).receivedBytes;
}

/** The input of the carbon models; sent bytes count where the browser reports them. */
export function useOf({ traffic, activeMs }: Pick<Totals, 'traffic' | 'activeMs'>): Use {
	return { receivedBytes: receivedBytesOf({ traffic }), sentBytes: traffic.sentBytes ?? 0, activeMs };
}

export function figuresOf(totals: readonly Totals[], profile: Profile): Figures {
	const sum = sumTotals(totals);
	return { ...sum, estimate: estimateUse(useOf(sum), profile) };
}
