import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visit } from '@/tests/store/visit';
import { backupDays, backupEnd, backupStart } from '@/utils/core/export/backup';
import { BACKUP_VERSION, type DayRecord, isDayRecord } from '@/utils/core/schema/backup-file';
import { COURSES, LESSON } from './week';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const path = `public/schemas/sobrio-backup-${BACKUP_VERSION}.schema.json`;
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
	JSON.parse(readFileSync(join(ROOT, path), 'utf8')),
);

const VISIT = visit({ day: LESSON.day });
const { id: _, startedAtMs: _at, ...context } = VISIT;
const DAY: DayRecord = { day: LESSON.day, totals: [LESSON, { ...context, visitCount: 1 }], visits: [VISIT] };

function fileOf(days: readonly unknown[]): unknown {
	const settings = { language: { version: 1, value: 'fr' } };
	return JSON.parse(backupStart({ settings, courses: COURSES }) + backupDays(days as DayRecord[], true) + backupEnd());
}

describe('the published schema of a backup', () => {
	it('accepts a written file', () => {
		expect(validate(fileOf([DAY])) || validate.errors).toBe(true);
		expect(validate(fileOf([])) || validate.errors).toBe(true);
	});

	it.each([
		['another version', (file: object) => ({ ...file, version: BACKUP_VERSION + 1 })],
		['an undocumented field', (file: object) => ({ ...file, name: 'Camille' })],
		['no days', ({ days: _days, ...file }: { days?: unknown }) => file],
	])('refuses %s', (_title, change) => {
		expect(validate(change(fileOf([DAY]) as object))).toBe(false);
	});

	it('refuses every record with a missing or invalid field that a restoration refuses', () => {
		const fields = Object.keys(VISIT);
		const strange = fc.constantFrom(undefined, null, 'x y', {}, [], true);
		fc.assert(
			fc.property(fc.constantFrom(...fields), strange, (field, value) => {
				const day = { ...DAY, visits: [{ ...VISIT, [field]: value }] };
				const report = JSON.parse(JSON.stringify(day));
				if (isDayRecord(report)) return;
				// A schema cannot check that a visit belongs to one of its day's totals.
				if (field === 'courseKey' || field === 'day') return;
				expect(validate(fileOf([report]))).toBe(false);
			}),
		);
	});
});
