import type { Profile } from '@/utils/core/schema/profile';
import { estimateUse } from './estimate';
import { factorsFor } from './factors';
import { estimateByModels } from './models/models';
import { MS_PER_HOUR, type Use } from './use';

/** An hour of HD video at 3 GB, as ADEME's package assumes: readers can check this page against its published table. */
const HD_HOUR: Use = { receivedBytes: 3e9, sentBytes: 0, activeMs: MS_PER_HOUR };

/** What the method page shows, computed by the same code as all other figures. */
export type MethodFigures = Readonly<ReturnType<typeof methodFigures>>;

export function methodFigures(profile: Profile) {
	return {
		profile,
		/** An hour of HD video under each model, g of CO2e. */
		hourByModel: estimateByModels(HD_HOUR, profile),
		/** The same hour in Sobrio's main model. */
		hour: estimateUse(HD_HOUR, profile),
		factors: factorsFor(profile.country),
	};
}
