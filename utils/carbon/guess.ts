import { DEFAULT_PROFILE, type Device, type Profile } from './profile';

/** What a browser says of itself without being asked for more. */
export interface Hints {
	/** The browser's language, BCP 47: `fr-BE`. */
	readonly locale: string;
	/** `navigator.userAgent`. */
	readonly userAgent: string;
	/** `navigator.maxTouchPoints`: an iPad presents itself as a Mac with fingers. */
	readonly maxTouchPoints?: number | undefined;
	/** `navigator.connection.type` where the browser has it (Chrome on phones): `cellular`, `wifi`, `ethernet`. */
	readonly connectionType?: string | undefined;
}

function guessDevice({ userAgent, maxTouchPoints = 0 }: Hints): Device {
	if (/\b(smart-?tv|appletv|googletv|bravia|web0s|tizen.*tv)\b/i.test(userAgent)) return 'tv';
	if (/ipad|tablet|playbook|silk/i.test(userAgent)) return 'tablet';
	if (/macintosh/i.test(userAgent) && maxTouchPoints > 1) return 'tablet';
	// Android tells a phone by `Mobile` in its user agent, and a tablet by its absence.
	if (/android/i.test(userAgent)) return /mobile/i.test(userAgent) ? 'phone' : 'tablet';
	if (/iphone|ipod|mobi/i.test(userAgent)) return 'phone';
	return DEFAULT_PROFILE.device;
}

/**
 * The region that the language names (`fr-BE`: BE), or the one where it is mostly spoken (`de`: DE). Plain `en` says
 * nothing: browsers all over the world ship with it.
 */
function guessCountry(locale: string): string {
	try {
		const named = new Intl.Locale(locale);
		const region = named.region ?? (named.language === 'en' ? undefined : named.maximize().region);
		return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : DEFAULT_PROFILE.country;
	} catch {
		// `Intl.Locale` throws on a malformed tag, of which nothing can be learnt.
		return DEFAULT_PROFILE.country;
	}
}

/** A profile for a learner who has not set one, to be shown as guessed. A browser cannot tell a laptop from a desktop. */
export function guessProfile(hints: Hints): Profile {
	return {
		...DEFAULT_PROFILE,
		device: guessDevice(hints),
		network: hints.connectionType === 'cellular' ? 'mobile' : 'fixed',
		country: guessCountry(hints.locale),
	};
}
