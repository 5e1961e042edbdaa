import { describe, expect, it } from 'vitest';
import { COLUMNS } from '@/utils/core/export/columns';
import { statementKey, weekStatements, XAPI_BASE } from '@/utils/core/export/xapi';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { DayTotal } from '@/utils/core/schema/visit';
import { faultsOf } from './validate-statement';
import { LESSON, QUIZ, week48 } from './week';

const DAYS: readonly DayTotal[] = [
	LESSON,
	QUIZ,
	{ ...LESSON, day: '2026-11-23' },
	{ ...LESSON, courseKey: '8', media: NO_MEDIA },
	{ ...LESSON, courseKey: 'une clé/à ?', host: 'a.example' },
];

function statementsOf(days: readonly DayTotal[], scope: 'shareable' | 'personal', today = '2026-11-30') {
	const ids = new Map(
		days.map((total, index) => [statementKey(total), `1b671a64-40d5-591e-99b0-da01ff1f33${10 + index}`]),
	);
	const { week, courses, codes } = week48(days, scope);
	return weekStatements({ week, days, courses, scope, codes, ids, today });
}

describe.each(['shareable', 'personal'] as const)('the xAPI statements of a week, %s', (scope) => {
	it('are valid', () => {
		const statements = statementsOf(DAYS, scope);
		expect(statements.length).toBe(4);
		for (const statement of statements) expect(faultsOf(statement)).toEqual([]);
	});

	it('are one per day and course, for all its activities, in a fixed order', () => {
		const [first, , both] = JSON.parse(JSON.stringify(statementsOf([...DAYS].reverse(), scope)));
		expect(first.timestamp).toBe('2026-11-23T12:00:00.000Z');
		expect(both.context.extensions[`${XAPI_BASE}ext/activities`].sort()).toEqual(['quiz', 'video']);
		expect(both.result.duration).toBe('PT120.00S'); // 90 + 30
		expect(both.result.extensions[`${XAPI_BASE}ext/received_bytes`]).toBe(4_500_001);
	});

	it('cover past days only, whose figures no longer change', () => {
		expect(statementsOf(DAYS, scope, '2026-11-24').map(({ timestamp }) => timestamp.slice(0, 10))).toEqual([
			'2026-11-23',
		]);
		expect(statementsOf(DAYS, scope, '2026-11-23')).toEqual([]);
	});

	it('contain no estimates: a corrected factor would change them', () => {
		expect(COLUMNS.filter(({ unit }) => unit === 'gram').length).toBe(3);
		expect(JSON.stringify(statementsOf(DAYS, scope))).not.toContain('co2e');
	});
});

describe('the xAPI statements', () => {
	it('to share contain codes in place of host, key and name', () => {
		const text = JSON.stringify(statementsOf(DAYS, 'shareable'));
		expect(text).toContain(`${XAPI_BASE}course/zzzzzzzzzz`);
		expect(text).not.toMatch(/a\.example|moodle|Prévention/);
	});

	it('have their own extensions under one IRI, and an account as their actor', () => {
		const text = JSON.stringify(statementsOf(DAYS, 'personal'));
		const iris = [...text.matchAll(/"(https?:[^"]+)"/g)].map((match) => match[1] as string);
		const others = iris.filter((iri) => !iri.startsWith(XAPI_BASE) && !iri.startsWith('http://adlnet.gov/expapi/'));
		expect(others).toEqual([]);
		expect(text).toContain(`"account":{"homePage":"${XAPI_BASE}","name":"abcdefghjkmn"}`);
	});

	it('are refused by the validator with a wrong field', () => {
		const [statement] = statementsOf(DAYS, 'personal');
		expect(faultsOf({ ...statement, id: 'no-uuid' })).not.toEqual([]);
		expect(faultsOf({ ...statement, grams: 3 })).not.toEqual([]);
		expect(faultsOf({ ...statement, actor: {} })).not.toEqual([]);
	});
});
