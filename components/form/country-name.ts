import { i18n } from '#i18n';

/** The name of a country, ISO 3166-1 alpha-2, in the page's language; its code if the browser has no name. */
export function countryName(country: string): string {
	return new Intl.DisplayNames(i18n.t('language'), { type: 'region' }).of(country) ?? country;
}
