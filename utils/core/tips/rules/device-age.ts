import { IMPACT_CO2 } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';

/** Mean life of a computer by ADEME: who has kept one longer needs no word. */
const MEAN_LIFE_YEARS = 5;
/** A light page that is soon read stays without a tip. */
const MIN_ACTIVE_MS = 600_000;

/** A device that is younger than devices usually become, as its owner says: its making weighs more than its electricity. */
export const deviceAge = {
	id: 'device-age',
	references: [IMPACT_CO2],
	judge({ visit, profile }) {
		const { deviceAgeYears } = profile;
		if (deviceAgeYears === null || deviceAgeYears >= MEAN_LIFE_YEARS || visit.activeMs < MIN_ACTIVE_MS) return null;
		return { stakeBytes: 0, per: 'hour', saving: 'device', params: {} };
	},
} as const satisfies Rule<never>;
