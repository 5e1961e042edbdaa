import type { Range } from '@/utils/core/units/range';
import { ADEME_NETWORK_GRAMS_PER_GB } from './ademe-table';
import { WH_PER_KWH } from './device';
import { gridGramsPerKwh } from './grid';
import type { Network, Profile } from './profile';

/**
 * Electricity of networks per gigabyte, the "conventional" allocation by volume.
 * Source: Carbon Trust, Carbon impact of video streaming, June 2021, table 3 (figures of 2020).
 * https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming
 */
export const CONVENTIONAL_WH_PER_GB: Readonly<Record<Network, number>> = { fixed: 6.5, mobile: 100 };

/**
 * Upper ratio of the French mobile network ("ratio moyen majorant"), in g of CO2e per GB, that operators print on bills.
 * Source: ADEME, simplified method for decree 2021-1732, January 2022; link in `sources.ts`.
 */
export const FR_MOBILE_UPPER_GRAMS_PER_GB = 49.4;

/** ADEME publishes two regions; a country that is not France gets the mean of Europe. */
function ademeRegion(profile: Profile): 'FR' | 'EU' {
	return profile.country === 'FR' ? 'FR' : 'EU';
}

function fixedGramsPerGb(region: 'FR' | 'EU'): Range {
	const { fixed, fixedWithoutBox } = ADEME_NETWORK_GRAMS_PER_GB[region];
	return {
		// The home router is on day and night, lesson or not: without it, the rest of the way.
		low: fixedWithoutBox,
		central: fixed,
		// The learner's router, and the rest of the way at the European mean: a lesson may come from anywhere.
		high: fixed - fixedWithoutBox + ADEME_NETWORK_GRAMS_PER_GB.EU.fixedWithoutBox,
	};
}

function mobileGramsPerGb(profile: Profile): Range {
	const central = ADEME_NETWORK_GRAMS_PER_GB[ademeRegion(profile)].mobile;
	const electricity = (CONVENTIONAL_WH_PER_GB.mobile / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	return {
		// Electricity alone, without the making of antennas.
		low: Math.min(central, electricity),
		central,
		// Nobody publishes more than ADEME's European figure: there the upper edge is the figure itself.
		high: Math.max(central, FR_MOBILE_UPPER_GRAMS_PER_GB),
	};
}

/** Grams of CO2e per gigabyte over the learner's network, allocated by volume as ADEME does. */
export function networkGramsPerGb(profile: Profile): Range {
	return profile.network === 'mobile' ? mobileGramsPerGb(profile) : fixedGramsPerGb(ademeRegion(profile));
}
