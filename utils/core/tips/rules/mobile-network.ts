import { IMPACT_CO2 } from '@/utils/core/tips/references';
import type { Rule } from '@/utils/core/tips/rule';
import { videoBytesPerHour, visitLines } from '@/utils/core/tips/video';

/** Bytes of video an hour from which the network matters: a little above sound alone. */
const MIN_BYTES_PER_HOUR = 200_000_000;

/** Video played before its bytes an hour say something. */
const MIN_WATCHED_MS = 60_000;

/** A video over the mobile network, whose gigabyte weighs more than one over a fixed line. */
export const mobileNetwork = {
	id: 'mobile-network',
	references: [IMPACT_CO2],
	judge({ visit, profile }) {
		const lines = visitLines(visit);
		if (profile.network !== 'mobile' || visit.media.videoMs < MIN_WATCHED_MS || lines === null) return null;
		const stakeBytes = videoBytesPerHour(visit, lines);
		return stakeBytes > MIN_BYTES_PER_HOUR ? { stakeBytes, per: 'hour', saving: 'network', params: {} } : null;
	},
} as const satisfies Rule<never>;
