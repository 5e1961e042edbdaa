import { type Estimate, estimateUse } from './estimate';
import { type Factor, factorsFor } from './factors';
import { type Opinion, opinionsOn } from './models/models';
import type { Profile } from './profile';
import { MS_PER_HOUR, type Use } from './use';

/** An hour of HD video at 3 GB: what ADEME's package assumes, which makes its published table the check of this page. */
const HD_HOUR: Use = { receivedBytes: 3e9, sentBytes: 0, activeMs: MS_PER_HOUR };

/** What the method page shows, all of it computed by the code that computes the figures. */
export interface MethodFigures {
	readonly profile: Profile;
	/** The same hour under each model, g of CO2e. */
	readonly hourByModel: readonly Opinion[];
	/** The same hour as Sobrio shows it: bounds and parts. */
	readonly hour: Estimate;
	readonly factors: readonly Factor[];
}

/** The method page's figures for a learner's equipment. */
export function methodFigures(profile: Profile): MethodFigures {
	return {
		profile,
		hourByModel: opinionsOn(HD_HOUR, profile),
		hour: estimateUse(HD_HOUR, profile),
		factors: factorsFor(profile.country),
	};
}
