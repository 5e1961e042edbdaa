import type { Assistants } from '@/utils/core/schema/assistants';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Traffic } from '@/utils/core/schema/traffic';
import { addAssistants, carryAssistants, NO_ASSISTANTS } from './assistants';
import { addMedia } from './media';
import { addTraffic, NO_TRAFFIC } from './traffic';

/** The measurements of some visits. */
export interface Totals {
	readonly visitCount: number;
	/** Milliseconds with the page visible and focused, or with media playing. */
	readonly activeMs: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	/** Absent where no assistant was asked. */
	readonly assistants?: Assistants;
}

const NOTHING: Totals = { visitCount: 0, activeMs: 0, traffic: NO_TRAFFIC, media: NO_MEDIA };

/** The sum of totals; all zero for none. */
export function sumTotals(totals: readonly Totals[]): Totals {
	return totals.reduce(
		(sum, each) => ({
			visitCount: sum.visitCount + each.visitCount,
			activeMs: sum.activeMs + each.activeMs,
			traffic: addTraffic(sum.traffic, each.traffic),
			media: addMedia(sum.media, each.media),
			...carryAssistants(addAssistants(sum.assistants ?? NO_ASSISTANTS, each.assistants ?? NO_ASSISTANTS)),
		}),
		NOTHING,
	);
}
