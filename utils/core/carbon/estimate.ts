import type { Profile } from '@/utils/core/schema/profile';
import { addRanges, type Range, rangeOf, scaleRange } from '@/utils/core/units/range';
import { ADEME_DATA_CENTRE } from './ademe-table';
import { dataCentreGramsPerGb } from './data-centre';
import { activeWatts, madeGramsPerHour } from './device';
import { gridGramsPerKwh } from './grid';
import { networkGramsPerGb, networkWh } from './network';
import { gigabytesOf, hoursOf, type Use, WH_PER_KWH } from './use';

/** Grams of CO2 equivalent, whole life cycle: in all, and by origin; the parts add up to the estimate, bound by bound. */
export type Estimate = Readonly<ReturnType<typeof estimateUse>>;

/**
 * The main figure: ADEME's life cycle model (as on impactco2.fr) with measured gigabytes and time instead of typical ones. The
 * bounds are published too; see each factor.
 */
export function estimateUse(use: Use, profile: Profile) {
	const hours = hoursOf(use);
	const gigabytes = gigabytesOf(use);
	const deviceKwh = (hours * activeWatts(profile)) / WH_PER_KWH;
	const serverMadeGrams = hours * ADEME_DATA_CENTRE.madeGramsPerHour;
	const parts = {
		/** Manufacture, shipping and disposal of the device, for the hours of use. */
		deviceMade: rangeOf((bound) => hours * madeGramsPerHour(profile, bound)),
		/** Electricity of the device. */
		deviceUsed: scaleRange(gridGramsPerKwh(profile.country), deviceKwh),
		network: scaleRange(networkGramsPerGb(profile), gigabytes),
		dataCentre: addRanges(
			scaleRange(dataCentreGramsPerGb(profile.country), gigabytes),
			rangeOf(() => serverMadeGrams),
		),
	};
	return { co2eGrams: addRanges(...Object.values(parts)), parts };
}

/** Watt-hours of electricity used by device, network and data centre. */
export function estimateEnergy(use: Use, profile: Profile): Range {
	const steadyWh = hoursOf(use) * activeWatts(profile) + gigabytesOf(use) * ADEME_DATA_CENTRE.whPerGb;
	return addRanges(
		rangeOf(() => steadyWh),
		networkWh(use, profile.network),
	);
}
