import { i18n } from '#i18n';

/** The theme of a criterion in a few words. Its number is one of the 78 of the RGESN 2024. */
export function criterionName(criterion: string): string {
	const read = i18n.t as (key: string) => string;
	return read(`rgesn.c${criterion.replace('.', '_')}`);
}
