import { type Estimate, estimateUse } from '@/utils/carbon/estimate';
import type { Profile } from '@/utils/carbon/profile';
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

/** Adds day totals up and estimates the sum. */
export function figuresOf(totals: readonly DayTotal[], profile: Profile): Figures {
	const activeMs = totals.reduce((sum, total) => sum + total.activeMs, 0);
	const traffic = totals.reduce((sum, total) => addTraffic(sum, total.traffic), NO_TRAFFIC);
	const { receivedBytes } = sumTraffic(traffic);
	return {
		visitCount: totals.reduce((sum, total) => sum + total.visitCount, 0),
		activeMs,
		traffic,
		media: totals.reduce((sum, total) => addMedia(sum, total.media), NO_MEDIA),
		estimate: estimateUse({ receivedBytes, sentBytes: traffic.sentBytes ?? 0, activeMs }, profile),
	};
}
