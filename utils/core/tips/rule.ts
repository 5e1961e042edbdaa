import type { Profile } from '@/utils/core/carbon/profile';
import type { Action } from '@/utils/core/sober/effects';
import type { LiveVisit } from '@/utils/core/visit/visit';

/** What a rule may look at: figures, nothing else. */
export interface Moment {
	readonly visit: LiveVisit;
	readonly profile: Profile;
	/** True where sober mode is on: less sharp is enough then. */
	readonly isSober?: boolean;
}

/** The public text that a tip rests on. */
export interface Reference {
	/** Short name as cited, e.g. `RGESN 5.3`. */
	readonly label: string;
	readonly url: string;
}

/** What a rule found: how many bytes a lighter choice would spare, over what, and the figures its text tells. */
export interface Finding<Name extends string = string> {
	/** Bytes at stake, above 0; 0 where the matter is not bytes. */
	readonly stakeBytes: number;
	/** What the stake is counted over: one more hour like this, each view of the page or the video, or the visit until now. */
	readonly per: 'hour' | 'page' | 'video' | 'so-far';
	/** How the lighter choice spares: fewer bytes, the same bytes over a fixed network, or a device that serves longer. */
	readonly saving: 'bytes' | 'network' | 'device';
	/** Figures of the texts, `$1` first; the end of a name is the unit in which it is told, see `figureText`. */
	readonly params: Readonly<Record<Name, number>>;
}

/** One tip's trigger. Its texts are `tips.<id>.title` and `tips.<id>.body` in the catalogues, hyphens as underscores. */
export interface Rule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** What the extension can do itself in the tab, in one click and back. */
	readonly action?: Action;
	/** Null when the measured figures give no reason for the tip. */
	judge(moment: Moment): Finding<Name> | null;
}

/** A finding of bytes that a lighter choice would spare; null where it would spare none. */
export function saving<Name extends string>(
	stakeBytes: number,
	per: Finding['per'],
	params: Readonly<Record<Name, number>>,
): Finding<Name> | null {
	return stakeBytes > 0 ? { stakeBytes, per, saving: 'bytes', params } : null;
}
