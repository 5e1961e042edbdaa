import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { guessProfile } from '@/utils/core/carbon/guess';
import { DEFAULT_PROFILE, parseProfile } from '@/utils/core/schema/profile';

const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15';
const PHONE = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36';
const TABLET = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const FIREFOX_TABLET = 'Mozilla/5.0 (Android 15; Tablet; rv:153.0) Gecko/153.0 Firefox/153.0';
const TV = 'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36';

describe('a guessed profile', () => {
	it.each([
		['fr-BE', 'BE', 'region'],
		['fr-CA', 'CA', 'region'],
		['fr', 'FR', 'language'],
		['de', 'DE', 'language'],
		['en-GB', 'GB', 'region'],
		['en', 'FR', 'none'],
		['en-US', 'FR', 'none'],
		['es-419', 'FR', 'none'],
		['fr-AQ', 'FR', 'none'],
		['not a locale', 'FR', 'none'],
	])('derives from the language %s alone the country %s, by: %s', (locale, country, clue) => {
		const guess = guessProfile({ locale, userAgent: LINUX }, COUNTRIES);
		expect([guess.profile.country, guess.countryClue]).toEqual([country, clue]);
	});

	it.each([
		['fr', 'Europe/Brussels', 'BE', 'zone'],
		['en-US', 'Europe/Paris', 'FR', 'zone'],
		['fr-FR', 'Indian/Reunion', 'RE', 'zone'],
		['fr', 'UTC', 'FR', 'language'],
	])('derives from the language %s in the zone %s the country %s', (locale, timeZone, country, clue) => {
		const guess = guessProfile({ locale, timeZone, userAgent: LINUX }, COUNTRIES);
		expect([guess.profile.country, guess.countryClue]).toEqual([country, clue]);
	});

	it.each([
		[LINUX, 0, 'laptop'],
		[MAC, 0, 'laptop'],
		[MAC, 5, 'tablet'],
		[PHONE, 5, 'phone'],
		[TABLET, 5, 'tablet'],
		[FIREFOX_TABLET, 5, 'tablet'],
		[TV, 0, 'tv'],
	])('derives from %s with %i touch points the device %s', (userAgent, maxTouchPoints, device) => {
		expect(guessProfile({ locale: 'fr', userAgent, maxTouchPoints }, COUNTRIES).profile.device).toBe(device);
	});

	it('is a mobile network only for a cellular connection', () => {
		const network = (connectionType?: string) =>
			guessProfile({ locale: 'fr', userAgent: PHONE, connectionType }, COUNTRIES).profile.network;
		expect([network('cellular'), network('wifi'), network()]).toEqual(['mobile', 'fixed', 'fixed']);
	});
});

describe('a stored profile', () => {
	it('is read as it was stored, and is null when it is no object', () => {
		const profile = {
			...DEFAULT_PROFILE,
			device: 'desktop' as const,
			country: 'BE',
			deviceAgeYears: 0,
			screenCount: 2,
		};
		expect(parseProfile(structuredClone(profile))).toEqual(profile);
		expect([parseProfile(null), parseProfile('laptop')]).toEqual([null, null]);
	});

	it('has invalid fields replaced by their defaults', () => {
		const spoilt = { device: 'watch', network: 5, country: 'France', deviceAgeYears: -1, screenCount: 2.5 };
		expect(parseProfile(spoilt)).toEqual(DEFAULT_PROFILE);
	});
});
