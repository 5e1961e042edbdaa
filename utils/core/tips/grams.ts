import { avoidedGrams } from '@/utils/core/carbon/avoided';
import { longerLifeGrams } from '@/utils/core/carbon/device';
import { gridGramsPerKwh } from '@/utils/core/carbon/grid';
import { addedWhPerGb, networkGramsPerGb } from '@/utils/core/carbon/network';
import { BYTES_PER_GB, WH_PER_KWH } from '@/utils/core/carbon/use';
import type { Profile } from '@/utils/core/schema/profile';
import { type Range, rangeOfBounds } from '@/utils/core/units/range';
import type { Finding } from './rule';

/** Grams of CO2e between mobile and fixed network for the same bytes: by added power (low), by ADEME's allocation (high). */
function fixedInsteadOfMobileGrams(bytes: number, profile: Profile): Range {
	const gigabytes = bytes / BYTES_PER_GB;
	const addedWh = gigabytes * (addedWhPerGb('mobile') - addedWhPerGb('fixed'));
	const allocatedPerGb =
		networkGramsPerGb({ ...profile, network: 'mobile' }).central -
		networkGramsPerGb({ ...profile, network: 'fixed' }).central;
	const low = (addedWh / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	return rangeOfBounds(low, Math.max(low, gigabytes * allocatedPerGb));
}

/** Grams of CO2e that the lighter choice may save, from the power model to ADEME's allocation. */
export function findingGrams(finding: Finding, profile: Profile): Range {
	if (finding.saving === 'device') return longerLifeGrams(profile);
	return finding.saving === 'network'
		? fixedInsteadOfMobileGrams(finding.stakeBytes, profile)
		: avoidedGrams(finding.stakeBytes, profile);
}
