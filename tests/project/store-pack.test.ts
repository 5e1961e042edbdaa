import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { SCREENSHOT_SIZE, SCREENSHOTS, TILES } from '@/scripts/screenshots/store-pictures';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PACK = read('docs/store/README.md');

/** Languages of the pack. A further language of the texts may come before its listing. */
const LANGUAGES = ['en', 'fr'] as const;
type Language = (typeof LANGUAGES)[number];

/** The Chrome Web Store's limit for the summary, https://developer.chrome.com/docs/extensions/reference/manifest/description */
const SHORT_MAX = 132;
/** Edge Add-ons takes no shorter and no longer description, https://learn.microsoft.com/microsoft-edge/extensions/publish/publish-extension */
const LONG_MIN = 250;
const LONG_MAX = 10_000;
/** Our own limit for a field of the Chrome Web Store's privacy form. */
const REASON_MAX = 1000;

/** Headings of a listing: those of one language are in the order of the other's. */
const SECTIONS = {
	en: ['Short text', 'Long text', 'Single purpose', 'Permissions', 'Privacy answers'],
	fr: ['Texte court', 'Texte long', 'But unique', 'Autorisations', 'Réponses sur la vie privée'],
} as const satisfies Record<Language, readonly string[]>;

const listingOf = (language: Language) => read(`docs/store/listing.${language}.md`);

/** The text of a listing's section, by its place, as one line per paragraph or point. */
function section(language: Language, index: number): string {
	const heading = `\n## ${SECTIONS[language][index]}\n`;
	const [, after = ''] = listingOf(language).split(heading);
	return (after.split('\n## ')[0] ?? '').trim().replace(/(?<!\n)\n(?!\n|- )\s*/g, ' ');
}

/** Cells of each row of the table whose header starts with that cell. */
function rowsOf(text: string, header: string): string[][] {
	const [, table = ''] = text.split(new RegExp(`^\\| ${header} .*\\n`, 'm'));
	const rows = table.split('\n\n')[0] ?? '';
	const cells = rows.split('\n').map((row) => row.split('|').slice(1, -1));
	return cells.slice(1).map((row) => row.map((cell) => cell.trim()));
}

const pointsOf = (language: Language) =>
	[...section(language, 1).matchAll(/^- (.+)$/gm)].map(([, point = '']) => point);
const promises = rowsOf(PACK, 'Promise').map(([en = '', fr = '', tests = '']) => ({
	texts: { en, fr } satisfies Record<Language, string>,
	tests: [...tests.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, path = '', title = '']) => ({ path, title })),
}));

test('every document of the pack exists in each language, with headings of the same levels', () => {
	const files = readdirSync(join(ROOT, 'docs/store'));
	for (const name of ['listing', 'review']) {
		const levels = LANGUAGES.map((language) => {
			expect(files).toContain(`${name}.${language}.md`);
			return read(`docs/store/${name}.${language}.md`)
				.replace(/```[\s\S]*?```/g, '')
				.match(/^#+(?= )/gm);
		});
		expect(levels[0]?.length).toBeGreaterThan(5);
		expect(new Set(levels.map(String)).size).toBe(1);
	}
});

describe.each(LANGUAGES)('the listing of %s', (language) => {
	test('has the sections of the forms', () => {
		const headings = [...listingOf(language).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings).toEqual(SECTIONS[language]);
		for (const index of SECTIONS[language].keys()) expect(section(language, index).length).toBeGreaterThan(50);
	});

	test('has a short text that fits, which is the description of the manifest', async () => {
		const messages = await parseMessagesFile(join(ROOT, 'utils/i18n', `${language}.yml`));
		const description = messages.find(({ key }) => key.join('.') === 'extension.description');
		expect(description).toHaveProperty('message', section(language, 0));
		expect(section(language, 0).length).toBeLessThanOrEqual(SHORT_MAX);
	});

	test('has a long text that fits', () => {
		expect(section(language, 1).length).toBeGreaterThanOrEqual(LONG_MIN);
		expect(section(language, 1).length).toBeLessThanOrEqual(LONG_MAX);
	});

	test('has a purpose and reasons that fit their fields', () => {
		expect(section(language, 2).length).toBeLessThanOrEqual(REASON_MAX);
		const reasons = rowsOf(listingOf(language), { en: 'Permission', fr: 'Autorisation' }[language]);
		expect(reasons.length).toBeGreaterThan(5);
		for (const [, reason = ''] of reasons) expect(reason.length).toBeLessThanOrEqual(REASON_MAX);
	});

	test('promises in its long text what has a test, and nothing else', () => {
		expect(pointsOf(language).length).toBeGreaterThan(10);
		expect(pointsOf(language)).toEqual(promises.map(({ texts }) => texts[language]));
	});

	test('has measured figures of the published tables only, and their date', () => {
		const figures = section(language, 1).match(/\d+[.,]\d+/g) ?? [];
		expect(figures.length).toBeGreaterThan(3);
		const published = read('docs/accuracy.md');
		expect(figures.filter((figure) => !published.includes(figure.replace(',', '.')))).toEqual([]);
		expect(section(language, 1)).toMatch(/28 (?:and|et) 29 [Nn]ovemb(?:er|re) 2026/);
	});
});

describe('a promise is held by a test of that name', () => {
	test.each(promises)('$texts.en', ({ tests }) => {
		expect(tests.length).toBeGreaterThan(0);
		for (const { path, title } of tests) {
			expect(existsSync(join(ROOT, path)), path).toBe(true);
			expect(read(path)).toMatch(new RegExp(`\\b(?:it|test)(?:\\.each\\(.*\\))?\\(\\s*'${RegExp.escape(title)}'`));
		}
	});
});

test('a picture of the list is in the repository or made by the command, in the size that the store takes', () => {
	const shown = Object.keys(SCREENSHOTS).map((name) => [name, SCREENSHOT_SIZE] as const);
	const made = new Map([...shown, ...Object.entries(TILES)].map(([name, size]) => [`${name}.png`, size.join(' x ')]));
	const listed = rowsOf(PACK, 'Picture').map(
		([, pixels = '', , file = '']) => [file.replaceAll('`', ''), pixels] as const,
	);
	expect(new Map(listed)).toEqual(new Map([['public/icon/128.png', pixelsOf('public/icon/128.png')], ...made]));
	expect([...made.values()].sort()).toEqual(
		[...Array(5).fill('1280 x 800'), '1400 x 560', '300 x 300', '440 x 280'].sort(),
	);
});

test('the READMEs quote what a browser asks for a site, and say that it asks for none at install', () => {
	const unwrapped = (path: string) => read(path).replaceAll(/\s/g, ' ');
	expect(unwrapped('README.md')).toContain('At install, access to no site.');
	expect(unwrapped('README.md')).toContain('“Read and change your data on” that site');
	expect(unwrapped('README.md')).toContain('“Access your data for sites in” it');
	expect(unwrapped('README.fr.md')).toContain('À l’installation, l’accès à aucun site.');
	expect(unwrapped('README.fr.md')).toContain('« Lire et modifier vos données sur » ce site');
});

test.each([
	['README.md', 'en', /\*\*First steps\.\*\*[\s\S]*?\n6\./, /“([^”]+)”/g],
	['README.fr.md', 'fr', /\*\*Premiers pas\.\*\*[\s\S]*?\n6\./, /«\s([^»]+)\s»/g],
] as const)('the first steps of %s name what the pages show', async (file, language, steps, quotes) => {
	const messages = await parseMessagesFile(join(ROOT, 'utils/i18n', `${language}.yml`));
	const shown = messages.flatMap((each) => (each.type === 'simple' ? [each.message.replace(/…$/, '')] : []));
	const text = (steps.exec(read(file))?.[0] ?? '').replaceAll(/\s+/g, ' ');
	const named = [...text.matchAll(quotes)].map(([, words = '']) => words);
	expect(named).toHaveLength(10);
	expect(named.filter((words) => !shown.includes(words))).toEqual([]);
});

/** Width and height in the header of a PNG file, https://www.w3.org/TR/png-3/#11IHDR */
function pixelsOf(path: string): string {
	const bytes = readFileSync(join(ROOT, path));
	return `${bytes.readUInt32BE(16)} x ${bytes.readUInt32BE(20)}`;
}
