import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
/** Sides of the screen, where a side of the text is meant: a language that runs from right to left mirrors the second alone. */
const PHYSICAL =
	/^\s*(?:(?:margin|padding|border|inset)-(?:left|right)|left|right|float)[\w-]*:|:\s*(?:left|right)\s*;/gm;
/** The short form names all four sides of the screen: the second and the fourth must be alike. */
const LOPSIDED = /^\s*(?:margin|padding|inset): *[^\s;]+ +([^\s;]+) +[^\s;]+ +(?!\1;)[^\s;]+;/gm;
const MOVING = /^\s*(?:animation|transition)[\w-]*:.*$/gm;
const STILL_FOR_WHO_WANTS = /@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g;

const sheets = ['components', 'entrypoints'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.css'))
		.map((name): [string, string] => [name, readFileSync(join(ROOT, folder, name), 'utf8')]),
);

test('there are style sheets, and one of them moves something', () => {
	expect(sheets.length).toBeGreaterThan(5);
	expect(sheets.flatMap(([, css]) => css.match(MOVING) ?? []).length).toBeGreaterThan(0);
});

describe.each(sheets)('%s', (_name, css) => {
	test('names sides by the text, not by the screen', () => {
		expect([...(css.match(PHYSICAL) ?? []), ...(css.match(LOPSIDED) ?? [])]).toEqual([]);
	});

	test('moves nothing for users who prefer reduced motion', () => {
		expect(css.replace(STILL_FOR_WHO_WANTS, '').match(MOVING) ?? []).toEqual([]);
	});
});

test('every page of ours has the sizes for fingers, after its own, and each is 44 px at least', () => {
	const pages = readdirSync(join(ROOT, 'entrypoints'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'sidepanel')
		.map(({ name }) => readFileSync(join(ROOT, 'entrypoints', name, 'main.tsx'), 'utf8'));
	expect(pages.length).toBe(3);
	for (const page of pages) {
		const [last] = [...page.matchAll(/^import '([^']+\.css)';$/gm)]
			.map(([, path]) => path)
			.filter(isOnScreen)
			.slice(-1);
		expect(last).toBe('@/components/layout/touch.css');
	}
	const touch = readFileSync(join(ROOT, 'components/layout/touch.css'), 'utf8');
	const heights = [...touch.matchAll(/min-height: (\d+)px/g)].map(([, px]) => Number(px));
	expect(Math.min(...heights)).toBe(44);
});

test('a tip has more room under a finger at each width, by its buttons and the line that unfolds', () => {
	const [mouse, touch] = ['card/tip-slot.css', 'layout/touch.css'].map((name) =>
		[...readFileSync(join(ROOT, 'components', name), 'utf8').matchAll(/\.tip-slot \{[^}]*min-height: (\d+)px/g)].map(
			([, px]) => Number(px),
		),
	);
	expect(mouse).toHaveLength(3);
	expect(touch).toHaveLength(3);
	for (const [index, px] of mouse?.entries() ?? []) expect(touch?.[index]).toBeGreaterThanOrEqual(px + 27);
});

test('sizes for fingers leave the footer of the welcome page and the areas of a map alone', () => {
	const touch = readFileSync(join(ROOT, 'components/layout/touch.css'), 'utf8');
	expect(touch).not.toMatch(/^\tfooter > \*/m);
	expect(touch).toMatch(/^\t\.treemap \.spot \{\n\t\tmin-height: 0;/m);
});

const isOnScreen = (path = '') => !path.endsWith('print.css');
