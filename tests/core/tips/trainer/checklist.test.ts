import { expect, it } from 'vitest';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { FRENCH } from '@/utils/core/export/csv';
import {
	type ChecklistItem,
	type ChecklistWords,
	checklistCsv,
	checklistMarkdown,
} from '@/utils/core/tips/trainer/checklist';

const WORDS: ChecklistWords = {
	title: 'Alléger les cours',
	about: 'Semaine 2026-W48.',
	columns: ['Cours', 'Activité', 'À changer', 'Pourquoi', 'Critères', 'Mo par vue', 'Fait'],
	perView: (megabytes) => `Enjeu : ${megabytes} par vue.`,
};

const ITEMS: readonly ChecklistItem[] = [
	{
		course: 'Prévention *des* risques',
		activity: 'page',
		title: 'Les pages pèsent 3 Mo.',
		body: 'Objectif : 1 Mo.',
		references: [{ label: 'RGESN 6.1', url: 'https://example.org/6.1/' }],
		megabytesPerView: 2.04,
	},
	{
		course: '=HYPERLINK("x")',
		activity: 'vidéo',
		title: 'Sans sous-titres.',
		body: '',
		references: [
			{ label: 'RGESN 4.7', url: 'https://example.org/4.7/' },
			{ label: 'RGESN 4.1', url: 'https://example.org/4.1/' },
		],
		megabytesPerView: null,
	},
];

it('the Markdown list has a check box, figures and linked criteria for each item, and escapes course names', () => {
	expect(checklistMarkdown(ITEMS, WORDS, (megabytes) => `${megabytes} Mo`)).toBe(`# Alléger les cours

Semaine 2026-W48.

## Prévention \\*des\\* risques

- [ ] page : Les pages pèsent 3 Mo. Objectif : 1 Mo. **Enjeu : 2.04 Mo par vue.** ([RGESN 6.1](https://example.org/6.1/))

## =HYPERLINK("x")

- [ ] vidéo : Sans sous-titres.  ([RGESN 4.7](https://example.org/4.7/), [RGESN 4.1](https://example.org/4.1/))
`);
});

it.each([
	['https://evil.example/login', 'evil\\.example/login'],
	['http:/javascript:/evil.example', 'evil\\.example'],
	['Eau www.evil.example', 'Eau www\\.evil\\.example'],
	['Eau mailto:x@evil.example', 'Eau x\\@evil\\.example'],
	['<https://evil.example>', '\\<evil\\.example\\>'],
	['Node.js 2.5', 'Node\\.js 2.5'],
])('a course named %j is plain text in both: no reader makes a link of it', (course, shown) => {
	const items = ITEMS.slice(0, 1).map((item) => ({ ...item, course }));
	expect(checklistMarkdown(items, WORDS, String)).toContain(`## ${shown}\n`);
	expect(checklistCsv(items, WORDS, FRENCH)).not.toMatch(/:\/\/|mailto:/);
});

it('the table has one row per item, numbers of criteria, an empty cell to tick, and no formula', () => {
	const text = checklistCsv(ITEMS, WORDS, FRENCH);
	const rows = parseCsv(text.slice(1), ';');
	expect(rows[0]).toEqual(WORDS.columns);
	expect(rows[1]?.slice(4)).toEqual(['RGESN 6.1', '2', '']);
	expect(rows[2]?.[0]).toMatch(/^'=HYPERLINK/);
	expect(rows[2]?.slice(4)).toEqual(['RGESN 4.7, RGESN 4.1', '', '']);
});
