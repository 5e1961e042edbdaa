import * as v from 'valibot';
import { DaySchema, type Of, PlatformIdSchema } from '@/utils/core/schema/values';
import { isHost } from '@/utils/core/units/host';

const MAX_NAME_LENGTH = 253;
/** What stands in a list of hosts, which need not be one. */
export const HostNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH));
/** A host that can be followed. */
export const FollowableHostSchema = v.custom<string>((value) => typeof value === 'string' && isHost(value));

/** A site that the user chose to follow. */
export const FollowedSiteSchema = v.object({
	host: FollowableHostSchema,
	platform: PlatformIdSchema,
	/** Local day, `YYYY-MM-DD`, since when it is followed. */
	sinceDay: DaySchema,
});

export type FollowedSite = Of<typeof FollowedSiteSchema>;

/** A followed site as the interface lists it. Days are local, `YYYY-MM-DD`. */
export interface SiteState extends Omit<FollowedSite, 'sinceDay'> {
	/** Null for a site that the organisation set. */
	readonly sinceDay: string | null;
	/** Day of the last visit that has figures; null when there is none. */
	readonly lastDay: string | null;
	/** True when the organisation set it: the learner cannot stop following it. */
	readonly isManaged: boolean;
	/** Present where the name is no host, or one that the browser refuses: nothing is measured there. */
	readonly isRefused?: true;
}

/** Why a site that may be followed is not measured: for now, or for good. */
export type Suspension = 'paused' | 'paused-everywhere' | 'left-out';

/** How one host is followed. */
export interface SiteFollowing {
	/** Whether it is followed: listed, or on a hosted platform while all of them are. */
	readonly isListed: boolean;
	/** True when the organisation set it: it can be neither paused nor left out. */
	readonly isManaged: boolean;
	/** Why it is not measured though; null for no reason. */
	readonly suspension: Suspension | null;
	/** Match pattern to request. */
	readonly pattern: string;
}

/** How all sites are followed: the pauses, and the hosted platforms. */
export interface Following {
	/** Whether all hosted platforms are followed. */
	readonly hasKnown: boolean;
	/** Their match patterns, to request. */
	readonly knownMatches: readonly string[];
	readonly isEverywhere: boolean;
	readonly hosts: readonly string[];
	readonly leftOut: readonly string[];
}
