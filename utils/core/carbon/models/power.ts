import { activeWatts } from '@/utils/core/carbon/device';
import { gridGramsPerKwh } from '@/utils/core/carbon/grid';
import { networkWh } from '@/utils/core/carbon/network';
import { hoursOf, WH_PER_KWH } from '@/utils/core/carbon/use';
import type { Model } from './model';

/** Electricity of the device and of the network in use, without any manufacture. */
export const power: Model = {
	id: 'power',
	publisher: 'Carbon Trust / DIMPACT',
	year: '2021',
	link: 'https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming',
	estimate: (use, profile) => {
		const wh = hoursOf(use) * activeWatts(profile) + networkWh(use, profile.network).central;
		return (wh / WH_PER_KWH) * gridGramsPerKwh(profile.country).central;
	},
};
