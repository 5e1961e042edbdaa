import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { RULES, type TipId } from '@/utils/core/tips/rules/all-rules';
import { type AdviceId, TRAINER_RULES } from '@/utils/core/tips/trainer/advice';
import { LANGUAGES } from '@/utils/core/units/language';

/** How many figures the texts of each tip and each piece of advice have. */
const FIGURE_COUNTS: Readonly<Record<TipId | AdviceId, number>> = {
	'oversized-video': 4,
	'hidden-video': 1,
	'offscreen-video': 1,
	'too-sharp-video': 2,
	'runaway-playlist': 1,
	autoplay: 1,
	'replayed-media': 0,
	'skimmed-video': 1,
	'camera-on': 1,
	'heavy-page': 3,
	'mobile-network': 0,
	'device-age': 0,
	'heavy-pages': 3,
	'heavy-fonts': 2,
	'heavy-document': 2,
	'heavy-video': 1,
	'heavy-audio': 2,
	'unplayed-preload': 1,
	'unplayed-embed': 1,
	'oversized-image': 1,
	'old-image-format': 1,
	'animated-gif': 1,
	'uncompressed-text': 2,
	uncached: 2,
	'no-captions': 1,
};

/** The texts of a catalogue's tips, or advice, by their key, `heavy_page.title`. */
async function readTipTexts(language: string, wanted: 'tips' | 'advice'): Promise<ReadonlyMap<string, string>> {
	const messages = await parseMessagesFile(`utils/i18n/${language}.yml`);
	return new Map(
		messages.flatMap((message) => {
			const [section, ...key] = message.key;
			return section === wanted && message.type === 'simple' ? [[key.join('.'), message.message]] : [];
		}),
	);
}

const CATALOGUES = LANGUAGES.flatMap(
	(language) =>
		[
			[language, 'tips', RULES],
			[language, 'advice', TRAINER_RULES],
		] as const,
);

describe.each(CATALOGUES)('the %s catalogue of %s', async (language, section, rules) => {
	const texts = await readTipTexts(language, section);

	it.each(rules.map(({ id }) => id))('shows every figure of %s and no other', (id) => {
		const key = id.replaceAll('-', '_');
		const [title, body] = [texts.get(`${key}.title`), texts.get(`${key}.body`)];
		expect(title).toBeTruthy();
		expect(body).toBeTruthy();
		const shown = new Set(`${title} ${body}`.match(/\$\d/g) ?? []);
		const given = new Set(Array.from({ length: FIGURE_COUNTS[id] }, (_, index) => `$${index + 1}`));
		expect(shown).toEqual(given);
	});

	it('has no tip without a rule', () => {
		// Texts around the advice have no title.
		const titles = [...texts.keys()].filter((key) => key.endsWith('.title'));
		const ids = titles.map((key) => key.split('.')[0]?.replaceAll('_', '-'));
		expect(new Set(ids)).toEqual(new Set(rules.map(({ id }) => id)));
	});
});
