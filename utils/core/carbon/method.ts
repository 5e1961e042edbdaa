import type { Profile } from '@/utils/core/schema/profile';
import { type Estimate, estimateUse } from './estimate';
import { type Factor, factorsFor } from './factors';
import { estimateByModels, type ModelEstimate } from './models/models';
import { MS_PER_HOUR, type Use } from './use';

/** An hour of HD video at 3 GB, as ADEME's package assumes: readers can check this page against its published table. */
const HD_HOUR: Use = { receivedBytes: 3e9, sentBytes: 0, activeMs: MS_PER_HOUR };

/** What the method page shows, computed by the same code as all other figures. */
export interface MethodFigures {
	readonly profile: Profile;
	/** An hour of HD video under each model, g of CO2e. */
	readonly hourByModel: readonly ModelEstimate[];
	/** The same hour in Sobrio's main model. */
	readonly hour: Estimate;
	readonly factors: readonly Factor[];
}

export function methodFigures(profile: Profile): MethodFigures {
	return {
		profile,
		hourByModel: estimateByModels(HD_HOUR, profile),
		hour: estimateUse(HD_HOUR, profile),
		factors: factorsFor(profile.country),
	};
}
