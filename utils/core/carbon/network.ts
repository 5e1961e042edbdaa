import type { Network, Profile } from '@/utils/core/schema/profile';
import type { Range } from '@/utils/core/units/range';
import { ADEME_NETWORK_GRAMS_PER_GB } from './ademe-table';
import { gridGramsPerKwh } from './grid';
import { gigabytesOf, hoursOf, type Use, WH_PER_KWH } from './use';

/**
 * The power model: base power of a network for one user at any rate, and what each megabit per second adds. Source: Carbon Trust, Carbon impact of video streaming, June 2021, power model of chapter 5, as used by
 * DIMPACT. https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming
 */
export const NETWORK_POWER = {
	fixed: { baseWatts: 9.55, wattsPerMbitPerSecond: 0.03 },
	mobile: { baseWatts: 1.2, wattsPerMbitPerSecond: 1.53 },
} as const satisfies Record<Network, object>;

const MBIT_PER_GB = 8000;
const SECONDS_PER_HOUR = 3600;

/** Watt-hours that a gigabyte adds by the power model: watts per Mbit/s are joules per Mbit, whatever the time. */
export function addedWhPerGb(network: Network): number {
	return (NETWORK_POWER[network].wattsPerMbitPerSecond * MBIT_PER_GB) / SECONDS_PER_HOUR;
}

/**
 * Electricity of networks per gigabyte, the "conventional" allocation by volume.
 * Source: Carbon Trust, Carbon impact of video streaming, June 2021, table 3 (figures of 2020).
 * https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming
 */
export const CONVENTIONAL_WH_PER_GB: Readonly<Record<Network, number>> = { fixed: 6.5, mobile: 100 };

/** Watt-hours of the network: what the bytes add (low), plus the base power (central), or the allocation by volume if more (high). */
export function networkWh(use: Use, network: Network): Range {
	const low = gigabytesOf(use) * addedWhPerGb(network);
	const central = low + hoursOf(use) * NETWORK_POWER[network].baseWatts;
	return { low, central, high: Math.max(central, gigabytesOf(use) * CONVENTIONAL_WH_PER_GB[network]) };
}

/**
 * Upper ratio of the French mobile network ("ratio moyen majorant"), in g of CO2e per GB, which operators print on bills.
 * Source: ADEME, simplified method for decree 2021-1732, January 2022; link in `sources.ts`.
 */
export const FR_MOBILE_UPPER_GRAMS_PER_GB = 49.4;

/** ADEME publishes two regions; all countries but France use the European mean. */
function ademeRegion(profile: Profile): 'FR' | 'EU' {
	return profile.country === 'FR' ? 'FR' : 'EU';
}

function fixedGramsPerGb(region: 'FR' | 'EU'): Range {
	const { fixed, fixedWithoutBox } = ADEME_NETWORK_GRAMS_PER_GB[region];
	return {
		// Without the home router, which is on all day anyway.
		low: fixedWithoutBox,
		central: fixed,
		// The learner's router, and the rest of the network at the European mean: the server may be anywhere.
		high: fixed - fixedWithoutBox + ADEME_NETWORK_GRAMS_PER_GB.EU.fixedWithoutBox,
	};
}

function mobileGramsPerGb(profile: Profile): Range {
	const central = ADEME_NETWORK_GRAMS_PER_GB[ademeRegion(profile)].mobile;
	const electricity = (CONVENTIONAL_WH_PER_GB.mobile / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	return {
		// Electricity alone, without the manufacture of antennas.
		low: Math.min(central, electricity),
		central,
		// Nobody publishes more than ADEME's European figure, which is then the upper bound too.
		high: Math.max(central, FR_MOBILE_UPPER_GRAMS_PER_GB),
	};
}

/** Grams of CO2e per gigabyte over the learner's network, allocated by volume as ADEME does. */
export function networkGramsPerGb(profile: Profile): Range {
	return profile.network === 'mobile' ? mobileGramsPerGb(profile) : fixedGramsPerGb(ademeRegion(profile));
}
