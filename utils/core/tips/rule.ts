import type { Profile } from '@/utils/core/schema/profile';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Action } from '@/utils/core/sober/effects';
import type { Format } from '@/utils/core/units/format';

/** The input of a rule. */
export interface Moment {
	readonly visit: LiveVisit;
	readonly profile: Profile;
	/** True where sober mode is on: a lower resolution is enough then. */
	readonly isSober?: boolean;
	/** The highest resolution that the user allows, in lines; absent or null where the device decides. */
	readonly limitLines?: number | null;
}

/** The publication that a tip rests on. */
export interface Reference {
	/** Short name as cited, e.g. `RGESN 5.3`. */
	readonly label: string;
	readonly url: string;
}

/** A criterion of the RGESN, version 2024 (Arcep, Arcom, ADEME, DINUM, CNIL, Inria), on its official page. */
export function rgesn(criterion: string): Reference {
	return {
		label: `RGESN ${criterion}`,
		url: `https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/critere/${criterion}/`,
	};
}

/** ADEME's public calculator of digital uses, which computes with the same model as Sobrio. */
export const IMPACT_CO2: Reference = {
	label: 'ADEME, Impact CO2',
	url: 'https://impactco2.fr/outils/usagenumerique',
};

/** The result of a rule that applies: how many bytes a lighter choice would save, per what, and the figures of its texts. */
export interface Finding<Name extends string = string> {
	/** Bytes at stake, above 0; 0 where the tip is not about bytes. */
	readonly stakeBytes: number;
	/** Period of the stake: one more hour like this, each view of the page or the video, or the visit so far. */
	readonly per: 'hour' | 'page' | 'video' | 'so-far';
	/** How the lighter choice saves: fewer bytes, the same bytes over a fixed network, or a longer life of the device. */
	readonly saving: 'bytes' | 'network' | 'device';
	/**
	 * Lines of the version of a video that would play instead; null where it is not known which versions the player has: the stake is
	 * then the most that one would save. Absent where no version is meant.
	 */
	readonly versionLines?: number | null;
	/** Figures of the texts, `$1` first; the end of a name is the unit in which it is shown, see `figureTexts`. */
	readonly params: Readonly<Record<Name, number>>;
}

/** When to show one tip. Its texts are `tips.<id>.title` and `tips.<id>.body` in the catalogues, hyphens as underscores. */
export interface Rule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** What the extension can do in the tab with one click, and undo. */
	readonly action?: Action;
	/** Null when the measured figures give no reason for the tip. */
	judge(moment: Moment): Finding<Name> | null;
}

/** A finding of bytes that a lighter choice would save; null where it would save none. */
export function saving<Name extends string>(
	stakeBytes: number,
	per: Finding['per'],
	params: Readonly<Record<Name, number>>,
): Finding<Name> | null {
	return stakeBytes > 0 ? { stakeBytes, per, saving: 'bytes', params } : null;
}

/** A figure as text, by the unit at the end of its name; lines and pixels are bare numbers, as in `1080p`. */
function figureText(name: string, value: number, format: Format): string {
	if (name.endsWith('Ms')) return format.duration(value);
	if (name.endsWith('Bytes')) return format.bytes(value);
	if (name.endsWith('Ratio')) return format.share(value);
	return name.endsWith('Count') ? format.count(value) : String(value);
}

/** Substitutions of the title and the body of a tip, or of advice, `$1` first. */
export function figureTexts({ params }: Pick<Finding, 'params'>, format: Format): readonly string[] {
	return Object.entries(params).map(([name, value]) => figureText(name, value, format));
}
