import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { i18n } from '#i18n';
import { readTexts } from '@/scripts/setup/texts';
import { LANGUAGES } from '@/utils/core/units/language';
import { createSpeaker } from '@/utils/i18n/speaker';

/** `i18n.t` as the code calls it: a key, then a count or values or both. */
const write = i18n.t as (key: string, ...parameters: readonly (number | string[])[]) => string;

beforeEach(() => {
	vi.restoreAllMocks();
});

it.each(LANGUAGES)('writes every text of %s as the browser would', async (language) => {
	const texts = await readTexts(language);
	vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string, values?: string | (string | number)[]) =>
		(texts[key] ?? '').replace(/\$(\d)/g, (_, place) => String([values ?? []].flat()[Number(place) - 1] ?? '')),
	);
	const speak = createSpeaker((key) => texts[key]);
	const keys = Object.keys(texts);
	expect(keys.length).toBeGreaterThan(100);
	for (const key of keys) {
		const values = ['un', 'deux', 'trois', 'quatre'];
		const isPlural = texts[key]?.includes(' | ') === true;
		expect(speak(key, values), key).toBe(write(key, values));
		if (!isPlural) expect(speak(key), key).toBe(write(key));
		for (const count of isPlural ? [0, 1, 2, 17] : []) expect(speak(key, count), key).toBe(write(key, count));
		if (isPlural) expect(speak(key, 3, values), key).toBe(write(key, 3, values));
	}
});

it('accepts keys as the code writes them, and returns an empty text for an unknown key', () => {
	const odd: Readonly<Record<string, string>> = {
		tip_less_hour: '$1 less an hour',
		page_unknown: 'one size | $1 sizes',
	};
	const speak = createSpeaker((key) => odd[key]);
	expect(speak('tip.less_hour', ['2 GB'])).toBe('2 GB less an hour');
	expect(speak('page.unknown', 1)).toBe('one size');
	expect(speak('page.unknown', 0)).toBe('0 sizes');
	expect(speak('no.such_key')).toBe('');
});
