import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { i18n } from '#i18n';
import { readTexts } from '@/scripts/setup/texts';
import { LANGUAGES } from '@/utils/core/units/language';
import { createI18n } from '@/utils/i18n/short-i18n';
import { createSpeaker } from '@/utils/i18n/speaker';

/** What `i18n.t` is called with all over the code: a key, then a count or values or both. */
const say = i18n.t as (key: string, ...report: readonly (number | string[])[]) => string;

beforeEach(() => {
	vi.restoreAllMocks();
});

it.each(LANGUAGES)('says every text of %s as the browser would', async (language) => {
	const texts = await readTexts(language);
	vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string, values?: string | (string | number)[]) =>
		(texts[key] ?? '').replace(/\$(\d)/g, (_, place) => String([values ?? []].flat()[Number(place) - 1] ?? '')),
	);
	const speakers = [createSpeaker((key) => texts[key]), createI18n().t];
	const keys = Object.keys(texts);
	expect(keys.length).toBeGreaterThan(100);
	for (const key of keys) {
		const values = ['un', 'deux', 'trois', 'quatre'];
		const isPlural = texts[key]?.includes(' | ') === true;
		for (const speak of speakers) {
			expect(speak(key, values), key).toBe(say(key, values));
			if (!isPlural) expect(speak(key), key).toBe(say(key));
			for (const count of isPlural ? [0, 1, 2, 17] : []) expect(speak(key, count), key).toBe(say(key, count));
			if (isPlural) expect(speak(key, 3, values), key).toBe(say(key, 3, values));
		}
	}
});

it('takes keys as the code writes them, and says nothing for a key that is not there', () => {
	const odd: Readonly<Record<string, string>> = {
		tip_less_hour: '$1 less an hour',
		page_unknown: 'one size | $1 sizes',
	};
	const speak = createSpeaker((key) => odd[key]);
	expect(speak('tip.less_hour', ['2 GB'])).toBe('2 GB less an hour');
	expect(speak('page.unknown', 1)).toBe('one size');
	expect(speak('page.unknown', 0)).toBe('0 sizes');
	expect(speak('nobody.knows')).toBe('');
});
