import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, daysOfWeek, isDay, isFuture, isWeek, shiftDay, shiftWeek, weekOf } from '@/utils/core/units/day';

const day = fc
	.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2399-12-31T00:00:00Z'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('weeks', () => {
	// Sources: ISO 8601 calendar of each year; 2026 and 2020 have 53 weeks, 2027 begins on a Friday.
	it.each([
		['2026-11-23', '2026-W48'],
		['2026-11-29', '2026-W48'],
		['2026-11-30', '2026-W49'],
		['2026-12-31', '2026-W53'],
		['2027-01-01', '2026-W53'],
		['2027-01-03', '2026-W53'],
		['2027-01-04', '2027-W01'],
		['2020-12-31', '2020-W53'],
		['2021-01-03', '2020-W53'],
		['2024-12-30', '2025-W01'],
		['2024-12-29', '2024-W52'],
		['2018-12-31', '2019-W01'],
		['2016-01-01', '2015-W53'],
		['2024-02-29', '2024-W09'],
	])('%s is in %s', (date, week) => {
		expect(weekOf(date)).toBe(week);
		expect(daysOfWeek(week)).toContain(date);
	});

	it('run from Monday to Sunday', () => {
		expect(daysOfWeek('2026-W53')).toEqual([
			'2026-12-28',
			'2026-12-29',
			'2026-12-30',
			'2026-12-31',
			'2027-01-01',
			'2027-01-02',
			'2027-01-03',
		]);
	});

	it('contain their seven days, and each day is in one week', () => {
		fc.assert(
			fc.property(day, (date) => {
				const days = daysOfWeek(weekOf(date));
				expect(days).toHaveLength(7);
				expect(days.filter((other) => other === date)).toHaveLength(1);
				expect(new Set(days.map(weekOf))).toEqual(new Set([weekOf(date)]));
				expect(new Date(`${days[0]}T12:00:00Z`).getUTCDay()).toBe(1);
			}),
		);
	});

	it('shift there and back, in chronological order', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 200 }), (date, count) => {
				const week = weekOf(date);
				expect(shiftWeek(shiftWeek(week, count), -count)).toBe(week);
				expect(shiftWeek(week, count) > week).toBe(true);
				expect(shiftWeek(week, count)).toBe(weekOf(shiftDay(date, 7 * count)));
			}),
		);
	});

	it.each(['2026-W48', '2026-W53', '2025-W52'])('%s exists', (week) => expect(isWeek(week)).toBe(true));
	it.each(['2025-W53', '2026-W54', '2026-W00', '2026-48', '2026-W4', '', 'x2026-W48'])('%s does not', (text) => {
		expect(isWeek(text)).toBe(false);
		expect(() => daysOfWeek(text)).toThrow(RangeError);
	});
});

describe('days', () => {
	it.each([
		['2026-12-31', 1, '2027-01-01'],
		['2024-02-28', 1, '2024-02-29'],
		['2025-03-01', -1, '2025-02-28'],
		['2026-03-28', 2, '2026-03-30'], // over the night of 23 hours in Europe
		['2026-11-23', 0, '2026-11-23'],
	])('%s shifted by %i is %s', (from, count, to) => expect(shiftDay(from, count)).toBe(to));

	it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'today'])('"%s" is rejected', (text) => {
		expect(() => shiftDay(text, 1)).toThrow(RangeError);
		expect(() => weekOf(text)).toThrow(RangeError);
	});
});

describe('any value', () => {
	const odd = fc.oneof(
		fc.anything(),
		fc.string({ unit: 'binary' }),
		fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
		fc.stringMatching(/^\d{4}-W\d{2}$/),
	);

	it('is a day or a week or neither, and what is one can be calculated with', () => {
		fc.assert(
			fc.property(odd, fc.integer({ min: -4e6, max: 4e6 }), (any, count) => {
				const value = any as string;
				if (isDay(value)) expect([isDay(shiftDay(value, count)), isWeek(weekOf(value))]).toEqual([true, true]);
				if (isWeek(value))
					expect([daysOfWeek(value).every(isDay), isWeek(shiftWeek(value, count))]).toEqual([true, true]);
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each(['0001-01-01', '0050-01-01', '0999-12-31', '9999-12-27', '9999-12-31'])('%s is a day of a week', (date) => {
		expect(isDay(date)).toBe(true);
		expect(daysOfWeek(weekOf(date))).toContain(date);
	});

	it.each([
		'0000-W01',
		'0000-12-31',
		'-001-01-01',
		'+010000-01-01',
		'10000-W01',
		'\ud800',
		'2026-11-2\udc00',
		5,
		null,
		undefined,
		Symbol('day'),
		['2026-11-24'],
		{ toString: () => '2026-11-24' },
		Object.create(null),
	])('%s is neither', (value) => {
		expect([isDay(value), isWeek(value)]).toEqual([false, false]);
	});

	it('ends with the calendar: no later week follows the last one', () => {
		expect([shiftDay('9999-12-31', 1), shiftDay('0001-01-01', -1)]).toEqual(['9999-12-31', '0001-01-01']);
		expect([shiftWeek('9999-W52', 1), shiftWeek('0001-W01', -1)]).toEqual(['9999-W52', '0001-W01']);
	});
});

describe('a day in the future', () => {
	it('is after tomorrow, since it is tomorrow already elsewhere on Earth', () => {
		expect(['2026-11-24', '2026-11-25', '2026-11-26', '9999-12-31'].map((day) => isFuture(day, '2026-11-24'))).toEqual([
			false,
			false,
			true,
			true,
		]);
	});
});

describe('the local day', () => {
	const zone = process.env.TZ;
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	it.each([
		['Europe/Paris', '2026-11-22T23:30:00Z', '2026-11-23'],
		['Europe/Paris', '2026-03-28T23:30:00Z', '2026-03-29'], // 29 March 2026 lasts 23 hours
		['Europe/Paris', '2026-10-25T22:59:59Z', '2026-10-25'], // 25 October 2026 lasts 25 hours
		['Europe/Paris', '2026-10-25T23:00:00Z', '2026-10-26'],
		['America/Martinique', '2026-11-23T02:00:00Z', '2026-11-22'],
		['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
	])('in %s at %s is %s', (timeZone, moment, expected) => {
		process.env.TZ = timeZone;
		expect(dayOf(new Date(moment))).toBe(expected);
	});

	it('advances by one over every midnight of a year with summer time', () => {
		process.env.TZ = 'Europe/Paris';
		for (let date = 1; date < 366; date++) {
			expect(dayOf(new Date(2026, 0, date + 1))).toBe(shiftDay(dayOf(new Date(2026, 0, date)), 1));
		}
	});
});
