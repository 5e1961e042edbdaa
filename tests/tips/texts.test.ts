import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '@/utils/tips/all-rules';
import { createFormat } from '@/utils/units/format';

/** The figures that each rule hands to its texts, counted by handing it figures of every name. */
function figureCount(rule: (typeof RULES)[number]): number {
	const anyParams = new Proxy({} as Record<string, number>, { get: () => 1 });
	return (rule as { words: (params: Record<string, number>, format: unknown) => readonly string[] }).words(
		anyParams,
		createFormat('fr'),
	).length;
}

/** Title and body of a tip in a catalogue, found by their place in the file. */
function textsOf(language: string, ruleId: string): { title: string; body: string } | null {
	const catalogue = readFileSync(`utils/i18n/${language}.yml`, 'utf8');
	const section = /^tips:\n((?: .*\n?)+)/m.exec(catalogue)?.[1] ?? '';
	const key = ruleId.replaceAll('-', '_');
	const found = new RegExp(`^  ${key}:\\n    title: '(.+)'\\n    body: '(.+)'$`, 'm').exec(section);
	return found ? { title: found[1] as string, body: found[2] as string } : null;
}

describe.each(['fr', 'en'])('the %s catalogue', (language) => {
	it.each(RULES.map((rule) => [rule.id, rule] as const))('tells every figure of %s and no other', (id, rule) => {
		const texts = textsOf(language, id);
		expect(texts).not.toBeNull();
		const told = new Set(`${texts?.title} ${texts?.body}`.match(/\$\d/g) ?? []);
		const handed = new Set(Array.from({ length: figureCount(rule) }, (_, index) => `$${index + 1}`));
		expect(told).toEqual(handed);
	});

	it('has no tip without a rule', () => {
		const catalogue = readFileSync(`utils/i18n/${language}.yml`, 'utf8');
		const section = /^tips:\n((?: .*\n?)+)/m.exec(catalogue)?.[1] ?? '';
		const keys = [...section.matchAll(/^ {2}(\w+):$/gm)].map((match) => match[1]?.replaceAll('_', '-'));
		expect(new Set(keys)).toEqual(new Set(RULES.map(({ id }) => id)));
	});
});
