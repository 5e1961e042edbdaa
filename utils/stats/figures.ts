import { type Estimate, estimateUse } from '@/utils/carbon/estimate';
import type { Profile } from '@/utils/carbon/profile';
import type { Use } from '@/utils/carbon/use';
import { addMedia, type MediaTotals, NO_MEDIA } from '@/utils/measure/media';
import { addTraffic, NO_TRAFFIC, sumTraffic, type Traffic } from '@/utils/measure/traffic';
import type { DayTotal } from '@/utils/measure/visit';

/** What some visits come to, whichever they are: a day's, a course's, a week's. */
export interface Figures {
	readonly visitCount: number;
	/** Milliseconds with the page visible and focused, or with media playing. */
	readonly activeMs: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	/** Grams and watt-hours by the profile, computed now from what was measured then. */
	readonly estimate: Estimate;
}

/** The input of every carbon model in what was measured; bytes sent count where the browser tells them. */
export function useOf({ traffic, activeMs }: Pick<Figures, 'traffic' | 'activeMs'>): Use {
	return { receivedBytes: sumTraffic(traffic).receivedBytes, sentBytes: traffic.sentBytes ?? 0, activeMs };
}

/** Adds day totals up and estimates the sum. */
export function figuresOf(totals: readonly DayTotal[], profile: Profile): Figures {
	const activeMs = totals.reduce((sum, total) => sum + total.activeMs, 0);
	const traffic = totals.reduce((sum, total) => addTraffic(sum, total.traffic), NO_TRAFFIC);
	return {
		visitCount: totals.reduce((sum, total) => sum + total.visitCount, 0),
		activeMs,
		traffic,
		media: totals.reduce((sum, total) => addMedia(sum, total.media), NO_MEDIA),
		estimate: estimateUse(useOf({ traffic, activeMs }), profile),
	};
}
