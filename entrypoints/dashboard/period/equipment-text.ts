import { i18n } from '#i18n';
import { countryName } from '@/components/form/country-name';
import type { Profile } from '@/utils/core/schema/profile';

/** An equipment in words: "portable, réseau fixe, France", with its age and screens if they are known. */
export function equipmentText({ device, network, country, deviceAgeYears, screenCount }: Profile): string {
	return [
		i18n.t(`profile.devices_short.${device}`),
		deviceAgeYears !== null && i18n.t('profile.of_age', deviceAgeYears, [String(deviceAgeYears)]),
		screenCount > 1 && i18n.t('profile.of_screens', [String(screenCount)]),
		i18n.t(`profile.networks_short.${network}`),
		countryName(country),
	]
		.filter((text) => typeof text === 'string')
		.join(', ');
}
