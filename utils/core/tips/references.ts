import type { Reference } from './rule';

/** A criterion of the RGESN, version 2024 (Arcep, Arcom, ADEME, DINUM, CNIL, Inria), on its official page. */
export function rgesn(criterion: string): Reference {
	return {
		label: `RGESN ${criterion}`,
		url: `https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/critere/${criterion}/`,
	};
}

/** ADEME's public calculator of digital uses, whose model is that of the figures here. */
export const IMPACT_CO2: Reference = {
	label: 'ADEME, Impact CO2',
	url: 'https://impactco2.fr/outils/usagenumerique',
};
