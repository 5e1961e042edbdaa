import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '@/scripts/setup/schema-files';
import { COLUMNS, jsonName } from '@/utils/core/export/columns';
import { weekJson } from '@/utils/core/export/week-json';
import type { DayTotal } from '@/utils/core/schema/visit';
import { LESSON, QUIZ, week48 } from './week';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const ORIGIN = { version: '0.1.0', day: '2026-11-30' };

const schema = JSON.parse(readFileSync(join(ROOT, 'public/schemas/sobrio-week-1.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

const fileOf = (days: readonly DayTotal[], scope: 'shareable' | 'personal') =>
	JSON.parse(weekJson(week48(days, scope), ORIGIN));

function errorsOf(file: unknown): unknown {
	return validate(file) ? [] : validate.errors;
}

describe('the JSON of a week', () => {
	it.each(['shareable', 'personal'] as const)('%s, conforms to the published schema', (scope) => {
		expect(errorsOf(fileOf([LESSON, QUIZ], scope))).toEqual([]);
		expect(errorsOf(fileOf([], scope))).toEqual([]);
	});

	it('states its version, units, dated factors and the assumed equipment', () => {
		const { version, week, units, factors, exported_on } = fileOf([LESSON], 'personal');
		expect([version, week, exported_on]).toEqual([1, '2026-W48', '2026-11-30']);
		expect(Object.keys(units)).toEqual(COLUMNS.map(jsonName));
		expect(units.received_bytes).toBe('byte');
		expect(factors.computed_on).toBe('2026-11-30');
		expect(factors.sources[0]).toMatchObject({ publisher: 'ADEME', year: '2026' });
		expect(factors.equipment).toMatchObject({ device: 'laptop', country: 'FR' });
	});

	it('has rows with bytes by kind and certainty, and the total', () => {
		const { rows, total } = fileOf([QUIZ, LESSON], 'personal');
		expect(rows).toMatchObject([
			{ activity: 'quiz', received_bytes: 0, measured_share: null, sent_bytes: null, active_ms: 30_000 },
			{
				day: '2026-11-24',
				course: '=Prévention; "module 3"',
				activity: 'video',
				received_bytes: 4_500_001,
				received_by_kind: {
					video: {
						measured_bytes: 3_000_001,
						estimated_bytes: 1_000_000,
						low_bytes: 3_000_001 + 900_000,
						high_bytes: 3_000_001 + 1_200_000,
						unknown_requests: 1,
					},
				},
				video_ms_by_height: { 480: 75_000 },
			},
		]);
		expect(total).toMatchObject({ visits: 1 + 2, active_ms: 30_000 + 90_000, received_bytes: 4_500_001 });
	});

	it('to share contains no host, key or name', () => {
		const text = weekJson(week48([LESSON], 'shareable'), ORIGIN);
		expect(text).not.toMatch(/moodle|Prévention|course_key|"host"/);
		expect(JSON.parse(text)).toMatchObject({ source: 'abcdefghjkmn', rows: [{ course_code: 'zzzzzzzzzz' }] });
	});
});

describe('the published schema', () => {
	it.each(schemaFiles())('%s matches the tables: else run node scripts/export-schemas.ts', (path, text) => {
		expect(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))).toEqual(JSON.parse(text));
	});

	it.each([
		['a host in a file to share', { rows: [{ ...fileOf([LESSON], 'shareable').rows[0], host: 'moodle.example' }] }],
		['a negative figure', { total: { ...fileOf([LESSON], 'shareable').total, received_bytes: -1 } }],
		['another version', { version: 2 }],
		['an undocumented field', { name: 'Camille' }],
	])('refuses %s', (_, change) => {
		expect(errorsOf({ ...fileOf([LESSON], 'shareable'), ...change })).not.toEqual([]);
	});
});
