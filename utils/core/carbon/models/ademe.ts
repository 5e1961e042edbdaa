import { ADEME_VERSION } from '@/utils/core/carbon/ademe-table';
import { estimateUse } from '@/utils/core/carbon/estimate';
import type { Model } from './model';

/** Life cycle by time, device and volume: the main figure of Sobrio. */
export const ademe: Model = {
	id: 'ademe',
	publisher: `ADEME, Impact CO2 (publicodes-acv-numerique ${ADEME_VERSION})`,
	year: '2026',
	link: 'https://impactco2.fr/outils/usagenumerique',
	estimate: (use, profile) => estimateUse(use, profile).co2eGrams.central,
};
