import type { Profile } from '@/utils/carbon/profile';
import type { LiveVisit } from '@/utils/measure/visit';
import type { Format } from '@/utils/units/format';

/** What a rule may look at: figures, nothing else. */
export interface Moment {
	readonly visit: LiveVisit;
	readonly profile: Profile;
}

/** The public text that a tip rests on. */
export interface Reference {
	/** Short name as cited, e.g. `RGESN 5.3`. */
	readonly label: string;
	readonly url: string;
}

/** What a rule found: how many bytes a lighter choice would spare, over what, and the figures its text tells. */
export interface Finding<Name extends string = string> {
	/** Bytes at stake, above 0. */
	readonly stakeBytes: number;
	/** What the stake is counted over: one more hour like this, each view of the page, or the visit until now. */
	readonly per: 'hour' | 'page' | 'so-far';
	/** How the lighter choice spares: fewer bytes, or the same bytes over a fixed network. */
	readonly saving: 'bytes' | 'network';
	readonly params: Readonly<Record<Name, number>>;
}

/** One tip's trigger. Its texts are `tips.<id>.title` and `tips.<id>.body` in the catalogues, hyphens as underscores. */
export interface Rule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** Null when the measured figures give no reason for the tip. */
	judge(moment: Moment): Finding<Name> | null;
	/** Substitutions of both texts, `$1` first. */
	words(params: Readonly<Record<Name, number>>, format: Format): readonly string[];
}
