import { describe, expect, it } from 'vitest';
import { LESSON } from '@/tests/core/export/week';
import { visit } from '@/tests/store/visit';
import { isCourse, isDayRecord, parseBackupHead } from '@/utils/core/schema/backup-file';

const VISIT = visit({ day: LESSON.day });
const { id: _, startedAtMs: _at, ...totals } = VISIT;
const TOTAL = { ...totals, visitCount: 1 };
const DAY = { day: LESSON.day, totals: [LESSON, TOTAL], visits: [VISIT] };
const COURSE = { host: 'moodle.example', platform: 'moodle', courseKey: '7', label: 'Sécurité', lastDay: '2026-11-24' };

/** A record parsed from JSON, so that `__proto__` is an own field. */
const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('a day of a backup', () => {
	it('is accepted, with rounding errors slightly below zero', () => {
		expect(isDayRecord(DAY)).toBe(true);
		const dust = { ...DAY, totals: [LESSON, { ...TOTAL, activeMs: -1e-6 }] };
		expect(isDayRecord(dust)).toBe(true);
	});

	it.each([
		['an unknown field', { ...VISIT, title: 'Examen' }],
		['an inherited name as a field', { ...VISIT, ...json('{"__proto__": {}}') }],
		['a field named constructor', { ...VISIT, constructor: 1 }],
		['a list in place of kinds', { ...VISIT, traffic: { ...VISIT.traffic, received: [] } }],
		['a list in place of waste', { ...VISIT, waste: [] }],
		['an unknown kind', { ...VISIT, traffic: { ...VISIT.traffic, received: { movie: {} } } }],
		['an inherited name as a player', { ...VISIT, media: { ...VISIT.media, msByPlayer: json('{"__proto__": 1}') } }],
		['an amount beyond 2^50', { ...VISIT, activeMs: 2 ** 50 + 1 }],
		['an amount clearly below zero', { ...VISIT, activeMs: -1e-5 }],
		['a control character in a course key', { ...VISIT, courseKey: 'a\u0000' }],
		['a course key of 201 characters', { ...VISIT, courseKey: 'x'.repeat(201) }],
		['a day that does not exist', { ...VISIT, day: '2026-02-30' }],
		['another day', { ...VISIT, day: '2026-11-23' }],
		['no total that counts it', { ...VISIT, courseKey: 'another' }],
	])('is refused with %s in a visit', (_title, changed) => {
		expect(isDayRecord({ ...DAY, visits: [changed] })).toBe(false);
	});

	it.each([
		['no total', { ...DAY, totals: [], visits: [] }],
		['one total twice', { ...DAY, totals: [LESSON, TOTAL, TOTAL] }],
		['one visit twice', { ...DAY, totals: [LESSON, { ...TOTAL, visitCount: 2 }], visits: [VISIT, VISIT] }],
		['more visits than a total counts', { ...DAY, visits: [VISIT, { ...VISIT, id: 'another' }] }],
		['half a visit', { ...DAY, totals: [LESSON, { ...TOTAL, visitCount: 1.5 }] }],
		['more than 10,000 visits', { ...DAY, visits: Array.from({ length: 10_001 }, () => VISIT) }],
	])('is refused with %s', (_title, day) => {
		expect(isDayRecord(day)).toBe(false);
	});
});

describe('a course of a backup', () => {
	it('is accepted only without other fields', () => {
		expect(isCourse(COURSE)).toBe(true);
		expect(isCourse({ ...COURSE, url: 'https://moodle.example/' })).toBe(false);
		expect(isCourse({ ...COURSE, label: 'x'.repeat(301) })).toBe(false);
		expect(isCourse([])).toBe(false);
	});
});

describe('the settings of a backup', () => {
	it('are left out one by one where one is longer than any that Sobrio writes', () => {
		const goal = { version: 1, value: { kind: 'data', weeklyAmount: 9 } };
		const settings = { goal, language: { version: 1, value: 'x'.repeat(500_000) } };
		expect(parseBackupHead({ settings, courses: [] })?.settings).toEqual({ goal });
	});
});
