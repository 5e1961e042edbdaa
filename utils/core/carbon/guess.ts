import { DEFAULT_PROFILE, type Device, type Profile } from '@/utils/core/schema/profile';

/** What a browser reveals without any permission. */
export interface Hints {
	/** The browser's language, BCP 47: `fr-BE`. */
	readonly locale: string;
	/** IANA name of the time zone the computer is set to: `Europe/Paris`. */
	readonly timeZone?: string | undefined;
	/** `navigator.userAgent`. */
	readonly userAgent: string;
	/** `navigator.maxTouchPoints`: an iPad's user agent is that of a Mac, but it has touch points. */
	readonly maxTouchPoints?: number | undefined;
	/** `navigator.connection.type` where the browser has it (Chrome on phones): `cellular`, `wifi`, `ethernet`. */
	readonly connectionType?: string | undefined;
}

/**
 * The reason for a guessed country, the surest first: the time zone belongs to it, the language names it (`fr-BE`), the language
 * is mostly spoken there (`de`), or none: then it is the default.
 */
export type CountryClue = 'zone' | 'region' | 'language' | 'none';

function guessDevice({ userAgent, maxTouchPoints = 0 }: Hints): Device {
	if (/\b(smart-?tv|appletv|googletv|bravia|web0s|tizen.*tv)\b/i.test(userAgent)) return 'tv';
	if (/ipad|tablet|playbook|silk/i.test(userAgent)) return 'tablet';
	if (/macintosh/i.test(userAgent) && maxTouchPoints > 1) return 'tablet';
	// On Android, the user agent of a phone contains `Mobile`, that of a tablet does not.
	if (/android/i.test(userAgent)) return /mobile/i.test(userAgent) ? 'phone' : 'tablet';
	if (/iphone|ipod|mobi/i.test(userAgent)) return 'phone';
	return DEFAULT_PROFILE.device;
}

/** The country of a time zone; undefined where the browser cannot list the zones of a country. */
function countryOfZone(timeZone: string | undefined, countries: readonly string[]): string | undefined {
	if (timeZone === undefined) return undefined;
	// `getTimeZones` came to Chrome with 130 and to Firefox later: https://caniuse.com/mdn-javascript_builtins_intl_locale_gettimezones
	return countries.find((region) => new Intl.Locale('und', { region }).getTimeZones?.()?.includes(timeZone));
}

function parseLocale(locale: string): Intl.Locale | null {
	try {
		return new Intl.Locale(locale);
	} catch {
		// `Intl.Locale` throws on a malformed tag, which is then no hint.
		return null;
	}
}

/** `en` and `en-US` are no hint: browsers all over the world ship with them. */
function guessCountry({ locale, timeZone }: Hints, countries: readonly string[]): [string, CountryClue] {
	const zoned = countryOfZone(timeZone, countries);
	if (zoned !== undefined) return [zoned, 'zone'];
	const named = parseLocale(locale);
	const isShippedEverywhere = named?.language === 'en' && (named.region ?? 'US') === 'US';
	if (named === null || isShippedEverywhere) return [DEFAULT_PROFILE.country, 'none'];
	const { region } = named.maximize();
	if (region === undefined || !countries.includes(region)) return [DEFAULT_PROFILE.country, 'none'];
	return [region, named.region === region ? 'region' : 'language'];
}

/**
 * The assumed equipment of a learner who has not entered it, which pages show as assumed; `countries` are the possible ones. A browser cannot tell a laptop
 * from a desktop, nor, on a computer, a mobile network from a fixed one.
 */
export function guessProfile(hints: Hints, countries: readonly string[]) {
	const [country, countryClue] = guessCountry(hints, countries);
	const network = hints.connectionType === 'cellular' ? 'mobile' : 'fixed';
	const profile: Profile = { ...DEFAULT_PROFILE, device: guessDevice(hints), network, country };
	return { profile, countryClue };
}
