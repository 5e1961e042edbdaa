import { describe, expect, test } from 'vitest';
import { briefFormat } from '@/utils/core/units/brief-format';

const MB = 1_000_000;
const MINUTE_MS = 60_000;
/** The spaces of `Intl` are no-break ones, narrow or not. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each([
	['fr', { mb: '870 Mo', gb: '1,2 Go', minutes: '40 min', hours: '2,2 h', grams: '60–120 g', kilos: '1,2–2,4 kg' }],
	['en', { mb: '870 MB', gb: '1.2 GB', minutes: '40 min', hours: '2.2 hr', grams: '60–120 g', kilos: '1.2–2.4 kg' }],
])('in %s', (locale, words) => {
	const format = briefFormat(locale);

	test('bytes keep two digits, in MB or from a thousand of them on in GB', () => {
		expect(plain(format.bytes(871 * MB))).toBe(words.mb);
		expect(plain(format.bytes(1_240 * MB))).toBe(words.gb);
	});

	test('time is in minutes, from sixty on in hours', () => {
		expect(plain(format.time(40 * MINUTE_MS))).toBe(words.minutes);
		expect(plain(format.time(132 * MINUTE_MS))).toBe(words.hours);
	});

	test('grams are a range, from a kilogram on in kg', () => {
		expect(plain(format.mass({ low: 60, central: 90, high: 120 }))).toBe(words.grams);
		expect(plain(format.mass({ low: 1_200, central: 1_800, high: 2_400 }))).toBe(words.kilos);
	});
});
