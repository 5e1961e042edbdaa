import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { createFormat } from '@/utils/core/units/format';
import { energyFormat } from '@/utils/core/units/range-format';
import { breakable, NBSP, wordingFor } from '@/utils/core/units/wording';

const french = createFormat('fr');
const english = createFormat('en');

/** Replaces no-break and thin spaces by plain ones. */
function plain(text: string): string {
	return text.replace(/[\u00A0\u202F\u2009]/g, ' ');
}

function range(low: number, high: number) {
	return { low, central: (low + high) / 2, high };
}

describe('bytes', () => {
	it.each([
		[0, '0 Mo', '0 MB'],
		[0.3, '1 octet', '1 byte'],
		[42, '42 octets', '42 bytes'],
		[999.6, '1 ko', '1 kB'],
		[42_000, '42 ko', '42 kB'],
		[999_499, '999 ko', '999 kB'],
		[999_600, '1 Mo', '1 MB'],
		[9_940_000, '9,9 Mo', '9.9 MB'],
		[9_960_000, '10 Mo', '10 MB'],
		[212_000_000, '212 Mo', '212 MB'],
		[1_840_000_000, '1,8 Go', '1.8 GB'],
	])('%d bytes read %s and %s', (bytes, fr, en) => {
		expect(plain(french.bytes(bytes))).toBe(fr);
		expect(plain(english.bytes(bytes))).toBe(en);
	});

	it('have at most three digits and are not written 0 unless they are 0', () => {
		fc.assert(
			fc.property(fc.double({ min: Number.MIN_VALUE, max: 9e17, noNaN: true }), (bytes) => {
				expect(plain(english.bytes(bytes))).toMatch(/^([1-9]\d{0,2}|[1-9]\.\d) \w+$/);
			}),
		);
	});
});

describe('the most of a range of grams', () => {
	it.each([
		[range(0, 10.4), '10 g CO₂e', '10 g CO₂e'],
		[range(2, 3.66), '3,7 g CO₂e', '3.7 g CO₂e'],
		[range(800, 1_240), '1,2 kg CO₂e', '1.2 kg CO₂e'],
	])('%j reads %s and %s', (grams, fr, en) => {
		expect(plain(french.mostGrams(grams))).toBe(fr);
		expect(plain(english.mostGrams(grams))).toBe(en);
	});
});

describe.each([french, english])('no unit of $locale parts from its number', (format) => {
	it.each([
		format.bytes(0),
		format.bytes(7),
		format.bytes(212e6),
		format.duration(0),
		format.duration(40_000),
		format.duration(12_000_000),
		format.grams(range(0, 0)),
		format.grams(range(0.1, 0.4)),
		format.grams(range(8, 10)),
		format.grams(range(1_000, 1_900)),
		format.mass(range(4, 4)),
		energyFormat(format.locale)(range(3, 4)),
	])('%s', (figure) => expect(figure).not.toMatch(/\d [^\d]| CO₂e/));
});

describe('shares', () => {
	it.each([
		[0, '0 %', '0%'],
		[0.0001, '1 %', '1%'],
		[0.414, '41 %', '41%'],
		[0.9999, '99 %', '99%'],
		[1, '100 %', '100%'],
	])('%d reads %s and %s', (share, fr, en) => {
		expect(plain(french.share(share))).toBe(fr);
		expect(plain(english.share(share))).toBe(en);
	});
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('durations', () => {
	it.each([
		[0, '0 min', '0 min'],
		[1, '1 s', '1 sec'],
		[40 * SECOND, '40 s', '40 sec'],
		[59.6 * SECOND, '1 min', '1 min'],
		[58 * MINUTE, '58 min', '58 min'],
		[59.6 * MINUTE, '1 h', '1 hr'],
		[3 * HOUR + 5 * MINUTE, '3 h 05', '3 hr 5 min'],
		[3 * HOUR + 20 * MINUTE, '3 h 20', '3 hr 20 min'],
		[3 * HOUR, '3 h', '3 hr'],
	])('%d ms read %s and %s', (ms, fr, en) => {
		expect(plain(french.duration(ms))).toBe(fr);
		expect(plain(english.duration(ms))).toBe(en);
	});
});

describe('grams', () => {
	it.each([
		[range(16, 21), '16 à 21 g CO₂e', '16–21 g CO₂e'],
		[range(182, 260), '180 à 260 g CO₂e', '180–260 g CO₂e'],
		[range(1.32, 1.84), '1,3 à 1,8 g CO₂e', '1.3–1.8 g CO₂e'],
		[range(0.4, 3.2), '0,4 à 3,2 g CO₂e', '0.4–3.2 g CO₂e'],
		[range(700, 1020), '0,7 à 1 kg CO₂e', '0.7–1 kg CO₂e'],
		[range(0.19, 0.24), 'moins de 1 g CO₂e', 'less than 1 g CO₂e'],
		[range(0.9, 0.9999), '0,9 à 1 g CO₂e', '0.9–1 g CO₂e'],
		[range(16.1, 16.2), 'environ 16 g CO₂e', 'about 16 g CO₂e'],
		[range(0.01, 21.6), 'jusqu’à 22 g CO₂e', 'up to 22 g CO₂e'],
		[range(0.0001, 0.04), 'moins de 1 g CO₂e', 'less than 1 g CO₂e'],
		[range(1e-9, 2e-9), 'moins de 1 g CO₂e', 'less than 1 g CO₂e'],
		[range(0, 0), '0 g CO₂e', '0 g CO₂e'],
	])('%o read %s and %s', (grams, fr, en) => {
		expect(plain(french.grams(grams))).toBe(fr);
		expect(plain(english.grams(grams))).toBe(en);
	});

	it('have formats without CO₂e, or without any unit', () => {
		expect(plain(french.mass(range(16, 21)))).toBe('16 à 21 g');
		expect(plain(french.span(range(1.32, 1.84)))).toBe('1,3 à 1,8');
		expect(plain(english.span(range(1200, 1800)))).toBe('1,200–1,800');
		expect(plain(english.span(range(0, 0)))).toBe('0');
	});

	it('are one or two figures with a unit, whatever the size', () => {
		const bound = fc.double({ min: 1e-6, max: 1e7, noNaN: true });
		fc.assert(
			fc.property(bound, bound, (a, b) => {
				expect(plain(english.grams(range(Math.min(a, b), Math.max(a, b))))).toMatch(
					/^((less than|up to|about) )?[\d.,]+(–[\d.,]+)? (g|kg) CO₂e$/,
				);
			}),
		);
	});
});

describe('days', () => {
	it.each([
		['2026-W48', '23 au 29 novembre 2026', 'November 23 – 29, 2026'],
		['2026-W40', '28 septembre au 4 octobre 2026', 'September 28 – October 4, 2026'],
		['2026-W53', '28 décembre 2026 au 3 janvier 2027', 'December 28, 2026 – January 3, 2027'],
		['2026-W23', '1er au 7 juin 2026', 'June 1 – 7, 2026'],
		['2026-W44', '26 octobre au 1er novembre 2026', 'October 26 – November 1, 2026'],
	])('the week %s reads %s and %s', (week, fr, en) => {
		expect(plain(weekSpanFormat('fr')(week))).toBe(fr);
		expect(plain(weekSpanFormat('en')(week))).toBe(en);
	});

	it('have short and narrow weekdays and a full date', () => {
		expect(french.weekday('2026-11-23', 'short')).toBe('lun.');
		expect(french.weekday('2026-11-23', 'narrow')).toBe('L');
		expect(english.weekday('2026-11-23', 'short')).toBe('Mon');
		expect(french.date('2026-06-01')).toBe('lundi 1er juin');
		expect(french.date('2026-11-23')).toBe('lundi 23 novembre');
		expect(english.date('2026-11-23')).toBe('Monday, November 23');
	});
});

it('counts are grouped', () => {
	expect(plain(french.count(12_345))).toBe('12 345');
	expect(english.count(12_345)).toBe('12,345');
});

describe('energy', () => {
	const [fr, en] = [energyFormat('fr'), energyFormat('en')];

	it.each([
		[0, 0, '0 Wh', '0 Wh'],
		[0.03, 0.52, '0,03 à 0,52 Wh', '0.03–0.52 Wh'],
		[36.2, 45.1, '36 à 45 Wh', '36–45 Wh'],
		[990, 1240, '1 à 1,2 kWh', '1–1.2 kWh'],
	])('%d to %d Wh reads %s and %s', (low, high, french, english) => {
		expect(plain(fr(range(low, high)))).toBe(french);
		expect(plain(en(range(low, high)))).toBe(english);
	});
});

describe('a figure in a narrow place', () => {
	it.each([
		['fr', 3.1, 4.2, '3,1 à_4,2_Wh'],
		['en', 3.1, 4.2, '3.1–4.2_Wh'],
		['fr', 4, 4, 'environ 4_Wh'],
		['en', 4, 4, 'about 4_Wh'],
		['en', 0, 4, 'up to 4_Wh'],
	])('in %s breaks beside a word, never before its unit', (locale, low, high, text) => {
		const written = breakable(energyFormat(locale)(range(low, high)), wordingFor(locale));
		expect(written.replaceAll(NBSP, '_')).toBe(text);
	});
});

describe('months', () => {
	it('are written with their year', () => {
		expect([french.month('2026-11-23'), english.month('2026-11-01')]).toEqual(['novembre 2026', 'November 2026']);
	});
});
