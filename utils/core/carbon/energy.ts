import type { Network, Profile } from '@/utils/core/schema/profile';
import { addRanges, type Range, rangeOf } from '@/utils/core/units/range';
import { ADEME_DATA_CENTRE } from './ademe-table';
import { activeWatts } from './device';
import { addedWhPerGb, CONVENTIONAL_WH_PER_GB, NETWORK_POWER } from './network';
import { gigabytesOf, hoursOf, type Use } from './use';

/** Watt-hours of the network: what the bytes add (low), plus the base power (central), or the allocation by volume if more (high). */
export function networkWh(use: Use, network: Network): Range {
	const low = gigabytesOf(use) * addedWhPerGb(network);
	const central = low + hoursOf(use) * NETWORK_POWER[network].baseWatts;
	return { low, central, high: Math.max(central, gigabytesOf(use) * CONVENTIONAL_WH_PER_GB[network]) };
}

/** Watt-hours of electricity used by device, network and data centre. */
export function estimateEnergy(use: Use, profile: Profile): Range {
	const steadyWh = hoursOf(use) * activeWatts(profile) + gigabytesOf(use) * ADEME_DATA_CENTRE.whPerGb;
	return addRanges(
		rangeOf(() => steadyWh),
		networkWh(use, profile.network),
	);
}
