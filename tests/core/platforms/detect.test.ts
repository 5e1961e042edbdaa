import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { platformsOf } from '@/utils/core/platforms/hosted';
import { platformId } from '@/utils/core/platforms/platform';
import { LABEL_LENGTH, readContext } from '@/utils/core/platforms/read-context';
import { createPageView } from '@/utils/page/observe/page-view';
import { FIXTURES, readFixture } from './read-fixture';

const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const fixtures = names.map(readFixture);
const platforms = fixtures.filter(({ place }) => place !== null);
const falseFriends = fixtures.filter(({ place }) => place === null);

describe('readContext with the whole catalogue', () => {
	it.each(platforms)('recognises $file', ({ page, url, place }) => {
		expect(readContext(createPageView(page, url), CATALOGUE)).toMatchObject(place ?? {});
	});

	it.each(falseFriends)('does not recognise $file', ({ page, url }) => {
		expect(readContext(createPageView(page, url), CATALOGUE)).toBeNull();
	});

	it('has a fixture for every platform with a mark, and pages of no platform', () => {
		const seen = new Set(platforms.map(({ place }) => place?.platform));
		expect(
			CATALOGUE.filter(({ mark }) => mark)
				.map(platformId)
				.filter((id) => !seen.has(id)),
		).toEqual([]);
		expect(seen.size).toBeGreaterThanOrEqual(20);
		expect(falseFriends.length).toBeGreaterThanOrEqual(6);
	});

	it('finds the same context with only the entries that the background sends to a followed page', () => {
		for (const { page, url, place } of platforms) {
			const entries = platformsOf(new URL(url).hostname, place?.platform ?? null);
			const sent: typeof entries = JSON.parse(JSON.stringify(entries));
			expect(readContext(createPageView(page, url), sent), url).toMatchObject(place ?? {});
		}
	});

	it('reads only http and https pages', () => {
		const [{ page }] = platforms as [(typeof platforms)[0]];
		for (const url of ['about:blank', 'file:///course/view.html', 'moz-extension://id/popup.html', '']) {
			expect(readContext(createPageView(page, url), CATALOGUE)).toBeNull();
		}
	});

	it('shortens a label to the maximum length and one line', () => {
		const found = readFixture('moodle-course.html');
		const heading = found.page.querySelector('h1');
		if (heading) heading.textContent = ` ${'Très\n long '.repeat(40)}`;
		const label = readContext(createPageView(found.page, found.url), CATALOGUE)?.courseLabel ?? '';
		expect(label.length).toBeLessThanOrEqual(LABEL_LENGTH);
		expect(label).toMatch(/^(Très long )+.*…$/);
	});

	it.each([
		['lesson', 'lesson'],
		['wiki', 'wiki'],
		['glossary', 'glossary'],
		['choice', 'survey'],
		['feedback', 'survey'],
		['workshop', 'workshop'],
		['bigbluebuttonbn', 'class'],
		['assign', 'assignment'],
	])('tells the activity of Moodle’s module %s', (module, activity) => {
		const { page, url } = readFixture('moodle-quiz.html');
		page.body.id = `page-mod-${module}-view`;
		expect(readContext(createPageView(page, url.replace('quiz', module)), CATALOGUE)).toMatchObject({ activity });
	});

	it.each([
		['page-mod-page-mod', '', 'editing'],
		['page-mod-quiz-edit', '', 'editing'],
		['page-mod-lesson-editpage', '', 'editing'],
		['page-course-editsection', '', 'editing'],
		['page-question-bank-editquestion-question', '', 'editing'],
		['page-course-view-topics', 'editing', 'editing'],
		['page-course-view-topics', '', 'page'],
		// Learners write there too.
		['page-mod-wiki-edit', '', 'wiki'],
		['page-mod-glossary-edit', '', 'glossary'],
		['page-mod-assign-editsubmission', '', 'assignment'],
	])('tells where a course of Moodle is made from where it is learned: %s %s', (id, className, activity) => {
		const { page, url } = readFixture('moodle-course.html');
		page.body.id = id;
		if (className !== '') page.body.classList.add(className);
		expect(readContext(createPageView(page, url), CATALOGUE)).toMatchObject({ activity });
	});

	it.each([
		['Prévention – Camille Martin (camille.martin@exemple.fr)', 'Prévention'],
		['camille.martin@exemple.fr', null],
		// The page shows this account's name in its menu.
		['Prévention | Camille Martin', 'Prévention'],
		['Espace de CAMILLE MARTIN', null],
	])('takes no mail address or account name from a page: %j gives %j', (shown, label) => {
		const found = readFixture('moodle-course.html');
		const heading = found.page.querySelector('h1');
		if (heading) heading.textContent = shown;
		expect(readContext(createPageView(found.page, found.url), CATALOGUE)?.courseLabel).toBe(label);
	});

	it('returns no part of a query, hash or user name except the course parameters', () => {
		const secret = fc.stringMatching(/^[a-zA-Z0-9]{8,24}$/).map((text) => `zq${text}zq`);
		const name = fc.constantFrom(
			'sesskey',
			'token',
			'sessionToken',
			'jwt',
			'code',
			'email',
			'user',
			'key',
			'p',
			'lticid',
			'youou',
		);
		fc.assert(
			fc.property(fc.constantFrom(...platforms), secret, name, ({ page, url }, text, parameter) => {
				const address = new URL(url);
				address.searchParams.append(parameter, text);
				if (!address.hash) address.hash = `${parameter}=${text}`;
				address.username = text;
				const found = readContext(createPageView(page, address.href), CATALOGUE);
				expect(found).not.toBeNull();
				expect(JSON.stringify(found)).not.toContain(text);
				expect(JSON.stringify(found)).not.toContain('SECRET');
			}),
			{ numRuns: 300 },
		);
	});

	it('refuses a mail address, a space or a very long word as a course key', () => {
		const { page } = readFixture('canvas-dashboard.html');
		for (const key of ['camille@exemple.fr', 'Camille Martin', 'x'.repeat(101), '%3Cscript%3E', 'a"b']) {
			const url = `https://canvas.exemple.edu/courses/${encodeURIComponent(key)}`;
			expect(readContext(createPageView(page, url), CATALOGUE)).toMatchObject({ platform: 'canvas', courseKey: '' });
		}
	});
});
