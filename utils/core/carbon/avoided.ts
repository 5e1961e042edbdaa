import type { Range } from '@/utils/core/units/range';
import { dataCentreGramsPerGb } from './data-centre';
import { WH_PER_KWH } from './device';
import { gridGramsPerKwh } from './grid';
import { networkGramsPerGb } from './network';
import { addedWhPerGb } from './network-energy';
import type { Profile } from './profile';
import { BYTES_PER_GB } from './use';

/**
 * Grams of CO2e that bytes which did not come may stand for, never a saving in the physical sense: from what they would have
 * added to the network's power (the power model) to what ADEME allocates to them. The central value is the middle of the two and
 * published by nobody: show the edges.
 */
export function avoidedGrams(avoidedBytes: number, profile: Profile): Range {
	const gigabytes = avoidedBytes / BYTES_PER_GB;
	const low = ((gigabytes * addedWhPerGb(profile.network)) / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	const allocated = networkGramsPerGb(profile).central + dataCentreGramsPerGb(profile.country).central;
	const high = Math.max(low, gigabytes * allocated);
	return { low, central: (low + high) / 2, high };
}
