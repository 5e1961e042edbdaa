import type { Profile } from '@/utils/core/schema/profile';
import { addRanges, type Range, rangeOf, scaleRange } from '@/utils/core/units/range';
import { ADEME_DATA_CENTRE } from './ademe-table';
import { dataCentreGramsPerGb } from './data-centre';
import { activeWatts, madeGramsPerHour } from './device';
import { gridGramsPerKwh } from './grid';
import { networkGramsPerGb, networkWh } from './network';
import { gigabytesOf, hoursOf, type Use, WH_PER_KWH } from './use';

/** Grams of CO2e by origin; they add up to the estimate, bound by bound. */
interface Parts {
	/** Manufacture, shipping and disposal of the device, for the hours of use. */
	readonly deviceMade: Range;
	/** Electricity of the device. */
	readonly deviceUsed: Range;
	readonly network: Range;
	readonly dataCentre: Range;
}

/** The estimate of a use. */
export interface Estimate {
	/** Grams of CO2 equivalent, whole life cycle. */
	readonly co2eGrams: Range;
	readonly parts: Parts;
}

function partsOf(use: Use, profile: Profile): Parts {
	const hours = hoursOf(use);
	const gigabytes = gigabytesOf(use);
	const deviceKwh = (hours * activeWatts(profile)) / WH_PER_KWH;
	const serverMadeGrams = hours * ADEME_DATA_CENTRE.madeGramsPerHour;
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
 * The main figure: ADEME's life cycle model (as on impactco2.fr) with measured gigabytes and time instead of typical ones. The
 * bounds are published too; see each factor.
 */
export function estimateUse(use: Use, profile: Profile): Estimate {
	const parts = partsOf(use, profile);
	return {
		co2eGrams: addRanges(parts.deviceMade, parts.deviceUsed, parts.network, parts.dataCentre),
		parts,
	};
}

/** Watt-hours of electricity used by device, network and data centre. */
export function estimateEnergy(use: Use, profile: Profile): Range {
	const steadyWh = hoursOf(use) * activeWatts(profile) + gigabytesOf(use) * ADEME_DATA_CENTRE.whPerGb;
	return addRanges(
		rangeOf(() => steadyWh),
		networkWh(use, profile.network),
	);
}
