import * as v from 'valibot';
import { FlagSchema, type Of, parserOf } from '@/utils/core/schema/values';
import { isHost } from '@/utils/core/units/host';

/** More than a person pauses, and few enough for the browser's storage. */
const MAX_HOSTS = 1_000;

const HostsSchema = v.fallback(
	v.pipe(
		v.array(v.unknown()),
		v.transform(
			(stored) => stored.filter((each) => typeof each === 'string' && isHost(each)).slice(0, MAX_HOSTS) as string[],
		),
	),
	[],
);

/** Whether the user follows every hosted platform; null where it was never stored, as before this could be chosen. */
export const parseKnownPlatforms = parserOf(v.object({ isFollowed: FlagSchema }), null);

const PausesSchema = v.object({
	/** Nothing is measured anywhere until the learner goes on. */
	isEverywhere: FlagSchema,
	/** Hosts on which nothing is measured until the learner goes on. */
	hosts: HostsSchema,
	/** Hosts that are neither measured nor offered to be followed. */
	leftOut: HostsSchema,
});

/** Where the learner does not want Sobrio for now, or at all. */
export type Pauses = Of<typeof PausesSchema>;

export const NO_PAUSES: Pauses = { isEverywhere: false, hosts: [], leftOut: [] };

export const parsePauses = parserOf(PausesSchema, NO_PAUSES);
