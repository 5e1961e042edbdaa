import { describe, expect, test } from 'vitest';
import { briefFormat, shortMegabytes } from '@/utils/core/units/brief-format';

const MB = 1_000_000;
const MINUTE_MS = 60_000;
/** Replaces the no-break spaces of `Intl`. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each([
	['fr', { mb: '870 Mo', gb: '1,2 Go', minutes: '40 min', hours: '2,2 h', grams: '60–120 g', kilos: '1,2–2,4 kg' }],
	['en', { mb: '870 MB', gb: '1.2 GB', minutes: '40 min', hours: '2.2 hr', grams: '60–120 g', kilos: '1.2–2.4 kg' }],
])('in %s', (locale, words) => {
	const format = briefFormat(locale);

	test('bytes have two digits, in MB or, from a thousand on, in GB', () => {
		expect(plain(format.bytes(871 * MB))).toBe(words.mb);
		expect(plain(format.bytes(1_240 * MB))).toBe(words.gb);
	});

	test('time is in minutes or, from sixty on, in hours', () => {
		expect(plain(format.time(40 * MINUTE_MS))).toBe(words.minutes);
		expect(plain(format.time(132 * MINUTE_MS))).toBe(words.hours);
	});

	test('grams are a range, in kg from a kilogram on', () => {
		expect(plain(format.mass({ low: 60, central: 90, high: 120 }))).toBe(words.grams);
		expect(plain(format.mass({ low: 1_200, central: 1_800, high: 2_400 }))).toBe(words.kilos);
	});
});

test.each([
	[0, '0', '0'],
	[1, '<0.1', '<0,1'],
	[0.049 * MB, '<0.1', '<0,1'],
	[0.05 * MB, '0.1', '0,1'],
	[0.42 * MB, '0.4', '0,4'],
	[1 * MB, '1', '1'],
	[9.94 * MB, '9.9', '9,9'],
	[9.95 * MB, '10', '10'],
	[12.4 * MB, '12', '12'],
	[999.4 * MB, '999', '999'],
	[999.5 * MB, '1k', '1k'],
	[1_240 * MB, '1.2k', '1,2k'],
	[12_400 * MB, '12k', '12k'],
])('%d bytes are %s in English, %s in French, and fit in a badge', (bytes, english, french) => {
	expect(shortMegabytes(bytes, 'en')).toBe(english);
	expect(shortMegabytes(bytes, 'fr')).toBe(french);
	expect(english.length).toBeLessThanOrEqual(4);
});
