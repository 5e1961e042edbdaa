import type { Profile } from '@/utils/core/schema/profile';
import { type Range, rangeOfBounds } from '@/utils/core/units/range';
import { dataCentreGramsPerGb } from './data-centre';
import { gridGramsPerKwh } from './grid';
import { addedWhPerGb, networkGramsPerGb } from './network';
import { BYTES_PER_GB, WH_PER_KWH } from './use';

/**
 * Grams of CO2e for bytes that were not transferred: from what they would have added to the network's power (the power model) to
 * what ADEME allocates to them. This is an allocation, not a physical saving. Show the bounds: nobody published the middle.
 */
export function avoidedGrams(avoidedBytes: number, profile: Profile): Range {
	const gigabytes = avoidedBytes / BYTES_PER_GB;
	const low = ((gigabytes * addedWhPerGb(profile.network)) / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	const allocated = networkGramsPerGb(profile).central + dataCentreGramsPerGb(profile.country).central;
	return rangeOfBounds(low, Math.max(low, gigabytes * allocated));
}
