// The package exports only its root, which includes 30 kB of data; this file of it is the model alone.
import { SustainableWebDesign } from '@/node_modules/@tgwf/co2/dist/esm/sustainable-web-design-v4.js';
import { emberGramsPerKwh } from '@/utils/core/carbon/grid';
import { EMBER_VERSION } from '@/utils/core/carbon/grid-table';
import type { Model } from './model';

const version4 = new SustainableWebDesign();

/** By volume only, meant for web pages: ignores time and device. Device and network use the country's electricity, servers the world's. */
export const swdm: Model = {
	id: 'swdm',
	publisher: `Sustainable Web Design Model v4 (@tgwf/co2 ${EMBER_VERSION})`,
	year: '2024',
	link: 'https://sustainablewebdesign.org/estimating-digital-emissions/',
	estimate: (use, profile) => {
		const grid = { value: emberGramsPerKwh(profile.country) };
		return version4.perByte(use.receivedBytes + use.sentBytes, false, false, false, {
			gridIntensity: { device: grid, network: grid },
		});
	},
};
