import { parseMessagesFile } from '@wxt-dev/i18n/build';
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

/** The texts of a catalogue's tips by their key, `heavy_page.title`. */
async function readTipTexts(language: string): Promise<ReadonlyMap<string, string>> {
	const messages = await parseMessagesFile(`utils/i18n/${language}.yml`);
	return new Map(
		messages.flatMap((message) => {
			const [section, ...key] = message.key;
			return section === 'tips' && message.type === 'simple' ? [[key.join('.'), message.message]] : [];
		}),
	);
}

describe.each(['fr', 'en'])('the %s catalogue', async (language) => {
	const texts = await readTipTexts(language);

	it.each(RULES.map((rule) => [rule.id, rule] as const))('tells every figure of %s and no other', (id, rule) => {
		const key = id.replaceAll('-', '_');
		const [title, body] = [texts.get(`${key}.title`), texts.get(`${key}.body`)];
		expect(title).toBeTruthy();
		expect(body).toBeTruthy();
		const told = new Set(`${title} ${body}`.match(/\$\d/g) ?? []);
		const handed = new Set(Array.from({ length: figureCount(rule) }, (_, index) => `$${index + 1}`));
		expect(told).toEqual(handed);
	});

	it('has no tip without a rule', () => {
		const ids = [...texts.keys()].map((key) => key.split('.')[0]?.replaceAll('_', '-'));
		expect(new Set(ids)).toEqual(new Set(RULES.map(({ id }) => id)));
	});
});
