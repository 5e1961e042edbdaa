import { expect, it, test } from 'vitest';
import { auditName, freeName } from '@/utils/core/audit/audit-name';

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
