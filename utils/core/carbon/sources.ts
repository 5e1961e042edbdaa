import { ADEME_VERSION } from './ademe-table';
import { EQUIVALENCES_READ_ON } from './equivalence';
import { EMBER_VERSION } from './grid-table';

export interface Source {
	readonly publisher: string;
	readonly title: string;
	/** Year that the figures are for or were published in. */
	readonly year: string;
	readonly link: string;
}

/** Every publication that a factor comes from. Titles are in the language of the publication. */
export const SOURCES = {
	ademe: {
		publisher: 'ADEME',
		title: `Impact CO2, publicodes-acv-numerique ${ADEME_VERSION} (MIT)`,
		year: '2026',
		link: 'https://www.npmjs.com/package/@incubateur-ademe/publicodes-acv-numerique',
	},
	ademeBill: {
		publisher: 'ADEME',
		title: 'Méthode simplifiée, décret 2021-1732 (ratio moyen majorant du réseau mobile)',
		year: '2022',
		link: 'https://expertises.ademe.fr/economie-circulaire/consommer-autrement/passer-a-laction/reconnaitre-produit-plus-respectueux-lenvironnement/dossier/laffichage-environnemental/affichage-environnemental-secteur-numerique',
	},
	ademeArcep: {
		publisher: 'ADEME, Arcep',
		title: 'Empreinte environnementale du numérique à 2030 et 2050, volet 3',
		year: '2023',
		link: 'https://www.arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/lempreinte-environnementale-du-numerique/etude-ademe-arcep-empreinte-environnemental-numerique-2020-2030-2050.html',
	},
	dell: {
		publisher: 'Dell',
		title: 'Carbon footprint of a typical business laptop from Dell',
		year: '2010',
		link: 'https://i.dell.com/sites/content/corporate/corp-comm/en/Documents/dell-laptop-carbon-footprint-whitepaper.pdf',
	},
	ember: {
		publisher: 'Ember',
		title: `Yearly electricity data, CC BY-SA 4.0, in @tgwf/co2 ${EMBER_VERSION}`,
		// The package has each country's latest figure, but not its year.
		year: '≤ 2025',
		link: 'https://ember-energy.org/data/yearly-electricity-data/',
	},
	carbonTrust: {
		publisher: 'Carbon Trust, DIMPACT',
		title: 'Carbon impact of video streaming',
		year: '2021',
		link: 'https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming',
	},
	swdm: {
		publisher: 'Sustainable Web Design',
		title: `Model v4, in @tgwf/co2 ${EMBER_VERSION} (Apache-2.0)`,
		year: '2024',
		link: 'https://sustainablewebdesign.org/estimating-digital-emissions/',
	},
	iea: {
		publisher: 'AIE / IEA',
		title: 'The carbon footprint of streaming video: fact-checking the headlines',
		year: '2020',
		link: 'https://www.iea.org/commentaries/the-carbon-footprint-of-streaming-video-fact-checking-the-headlines',
	},
	arcom: {
		publisher: 'Arcom, Arcep, ADEME',
		title: 'Impact environnemental des usages audiovisuels en France',
		year: '2024',
		link: 'https://www.arcom.fr/nos-ressources/etudes-et-donnees/mediatheque/etude-de-limpact-environnemental-des-usages-audiovisuels-en-france',
	},
	equivalences: {
		publisher: 'ADEME',
		title: 'Impact CO2, comparateur',
		year: EQUIVALENCES_READ_ON,
		link: 'https://impactco2.fr/outils/comparateur',
	},
	ecologits: {
		publisher: 'EcoLogits (Rincé, Banse)',
		title: 'EcoLogits 0.11, MPL-2.0, DOI 10.21105/joss.07471; 2026-11-29',
		year: '2026',
		link: 'https://ecologits.ai/latest/methodology/llm_inference/',
	},
	tokens: {
		publisher: 'OpenAI',
		title: 'tiktoken, o200k_base: 200 texts in French and English; 2026-11-29',
		year: '2024',
		link: 'https://github.com/openai/tiktoken',
	},
	google: {
		publisher: 'Google',
		title: 'Measuring the environmental impact of delivering AI at Google scale',
		year: '2025',
		link: 'https://arxiv.org/abs/2508.15734',
	},
	altman: {
		publisher: 'OpenAI (S. Altman)',
		title: 'The gentle singularity',
		year: '2025',
		link: 'https://blog.samaltman.com/the-gentle-singularity',
	},
	mistral: {
		publisher: 'Mistral AI',
		title: 'Our contribution to a global environmental standard for AI',
		year: '2025',
		link: 'https://mistral.ai/news/our-contribution-to-a-global-environmental-standard-for-ai',
	},
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
