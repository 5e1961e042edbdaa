import { avoidedGrams } from '@/utils/core/carbon/avoided';
import { longerLifeGrams, WH_PER_KWH } from '@/utils/core/carbon/device';
import { gridGramsPerKwh } from '@/utils/core/carbon/grid';
import { networkGramsPerGb } from '@/utils/core/carbon/network';
import { addedWhPerGb } from '@/utils/core/carbon/network-energy';
import type { Profile } from '@/utils/core/carbon/profile';
import { BYTES_PER_GB } from '@/utils/core/carbon/use';
import type { Range } from '@/utils/core/units/range';
import type { Finding } from './rule';

/** Grams between the same bytes over the mobile and over the fixed network: by added power (low), by ADEME (high). */
function fixedInsteadOfMobileGrams(bytes: number, profile: Profile): Range {
	const gigabytes = bytes / BYTES_PER_GB;
	const addedWh = gigabytes * (addedWhPerGb('mobile') - addedWhPerGb('fixed'));
	const allocatedPerGb =
		networkGramsPerGb({ ...profile, network: 'mobile' }).central -
		networkGramsPerGb({ ...profile, network: 'fixed' }).central;
	const low = (addedWh / WH_PER_KWH) * gridGramsPerKwh(profile.country).low;
	const high = Math.max(low, gigabytes * allocatedPerGb);
	return { low, central: (low + high) / 2, high };
}

/** Grams of CO2e that a finding's lighter choice may stand for, from the power model to ADEME's allocation. */
export function findingGrams(finding: Finding, profile: Profile): Range {
	if (finding.saving === 'device') return longerLifeGrams(profile);
	return finding.saving === 'network'
		? fixedInsteadOfMobileGrams(finding.stakeBytes, profile)
		: avoidedGrams(finding.stakeBytes, profile);
}
