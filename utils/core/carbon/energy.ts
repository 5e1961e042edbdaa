import { addRanges, type Range } from '@/utils/core/units/range';
import { rangeOf } from './bound';
import { DATA_CENTRE_WH_PER_GB } from './data-centre';
import { activeWatts } from './device';
import { CONVENTIONAL_WH_PER_GB } from './network';
import { addedWhPerGb, NETWORK_POWER } from './network-energy';
import type { Network, Profile } from './profile';
import { gigabytesOf, hoursOf, type Use } from './use';

/** Watt-hours of the network: what the bytes add (low), with the steady power (central), by volume if that is more (high). */
export function networkWh(use: Use, network: Network): Range {
	const low = gigabytesOf(use) * addedWhPerGb(network);
	const central = low + hoursOf(use) * NETWORK_POWER[network].baseWatts;
	return { low, central, high: Math.max(central, gigabytesOf(use) * CONVENTIONAL_WH_PER_GB[network]) };
}

/** Watt-hours of electricity: device, network and data centre in use. Apart from the grams, which the popup pays for too. */
export function estimateEnergy(use: Use, profile: Profile): Range {
	const steadyWh = hoursOf(use) * activeWatts(profile) + gigabytesOf(use) * DATA_CENTRE_WH_PER_GB;
	return addRanges(
		rangeOf(() => steadyWh),
		networkWh(use, profile.network),
	);
}
