import { expect, it, test } from 'vitest';
import { auditMark, auditName, freeName } from '@/utils/core/audit/audit-name';

test.each([
	['Prévention', [], 'Prévention'],
	['Prévention', ['Autre'], 'Prévention'],
	['Prévention', ['Prévention'], 'Prévention (2)'],
	['Prévention', ['Prévention', 'Prévention (2)'], 'Prévention (3)'],
	['Prévention', ['Prévention', 'Prévention (3)'], 'Prévention (2)'],
	['a'.repeat(120), ['a'.repeat(120)], `${'a'.repeat(116)} (2)`],
])('%s, beside %j, is %s', (wanted, taken, name) => {
	expect(freeName(wanted, taken)).toBe(name);
});

it('a name is printable, and cut between characters', () => {
	expect(auditName('a\nb\u202Ec')).toBe('a b c');
	expect(auditName(`${'a'.repeat(119)}🦉`)).toBe('a'.repeat(119));
	expect(auditName('a'.repeat(300))).toHaveLength(120);
});

it('two audits of one day have different marks, which are their local days and times', () => {
	const at = (...time: readonly [number, number, number]) =>
		auditMark({ startedAtMs: new Date(2026, 10, 26, ...time).getTime() });
	expect([at(9, 5, 0), at(9, 5, 1), at(14, 30, 59)]).toEqual([
		'2026-11-26-090500',
		'2026-11-26-090501',
		'2026-11-26-143059',
	]);
});
