import { addRanges, type Range, scaleRange } from '@/utils/core/units/range';
import { rangeOf } from './bound';
import { DATA_CENTRE_MADE_GRAMS_PER_HOUR, dataCentreGramsPerGb } from './data-centre';
import { activeWatts, madeGramsPerHour, WH_PER_KWH } from './device';
import { gridGramsPerKwh } from './grid';
import { networkGramsPerGb } from './network';
import type { Profile } from './profile';
import { gigabytesOf, hoursOf, type Use } from './use';

export type { Use } from './use';

/** Grams of CO2e by where they arise; they add up to the estimate, bound by bound. */
interface Parts {
	/** Making, shipping and scrapping the device, its share for the hours of use. */
	readonly deviceMade: Range;
	/** Electricity of the device. */
	readonly deviceUsed: Range;
	readonly network: Range;
	readonly dataCentre: Range;
}

/** What a use is estimated to cost. */
export interface Estimate {
	/** Grams of CO2 equivalent, whole life cycle. */
	readonly co2eGrams: Range;
	readonly parts: Parts;
}

function partsOf(use: Use, profile: Profile): Parts {
	const hours = hoursOf(use);
	const gigabytes = gigabytesOf(use);
	const deviceKwh = (hours * activeWatts(profile)) / WH_PER_KWH;
	const serverMadeGrams = hours * DATA_CENTRE_MADE_GRAMS_PER_HOUR;
	return {
		deviceMade: rangeOf((bound) => hours * madeGramsPerHour(profile, bound)),
		deviceUsed: scaleRange(gridGramsPerKwh(profile.country), deviceKwh),
		network: scaleRange(networkGramsPerGb(profile), gigabytes),
		dataCentre: addRanges(
			scaleRange(dataCentreGramsPerGb(profile.country), gigabytes),
			rangeOf(() => serverMadeGrams),
		),
	};
}

/**
 * The main figure: ADEME's life cycle (the model behind impactco2.fr) with the gigabytes and seconds that were measured in
 * place of its typical ones. The edges are published too; each is explained beside its factor.
 */
export function estimateUse(use: Use, profile: Profile): Estimate {
	const parts = partsOf(use, profile);
	return {
		co2eGrams: addRanges(parts.deviceMade, parts.deviceUsed, parts.network, parts.dataCentre),
		parts,
	};
}
