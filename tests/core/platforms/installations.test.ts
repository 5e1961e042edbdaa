import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { readContext } from '@/utils/core/platforms/read-context';
import { createPageView } from '@/utils/page/observe/page-view';
import { readFixture } from './read-fixture';

describe('readContext on a host with several installations of a platform', () => {
	it.each([
		['moodle-course.html', '/2025', '2025.12'],
		['moodle-quiz.html', '/2026', /^2026\.\d+$/],
		['moodle-course.html', '/ac-lyon/dne-foad', 'ac-lyon.dne-foad.12'],
		['totara.html', '/2025', /^2025\.\d+$/],
		// A link made of a folder that ends with a slash.
		['moodle-course.html', '/lms/moodle/', 'lms.moodle.12'],
		['chamilo-exercise.html', '/chamilo2', 'chamilo2.ECO1'],
		['claroline-connect.html', '/campus', 'campus.gestes-verts'],
		['ilias-course.html', '/ilias-a', 'ilias-a.70'],
		// A person's folder is a login name.
		['moodle-course.html', '/~camille/moodle', 'moodle.12'],
	])('tells apart installations on one host: %s under %s', (file, base, courseKey) => {
		const { page, url, place } = readFixture(file);
		const { origin } = new URL(url);
		const found = readContext(createPageView(page, url.replace(origin, origin + base)), CATALOGUE);
		expect(found).toMatchObject({
			...place,
			courseKey: typeof courseKey === 'string' ? courseKey : expect.stringMatching(courseKey),
		});
	});

	it.each([
		['totara.html', '/totara/container/type/workspace/workspace.php?id=21', 'totara.21'],
		['moodle-course.html', '/moodle/communication/configure.php?contextid=3', 'moodle.12'],
		['moodle-course.html', '/lms/moodle/course/view.php/12', 'lms.moodle.12'],
		['chamilo-exercise.html', '/chamilo/plugin/bbb/start.php?cidReq=ECO1', 'chamilo.ECO1'],
		['ilias-person.html', '/goto_exemple_usr_306.html', ''],
		['ilias-person.html', '/goto_exemple_usr_70_lang_5.html', ''],
	])('knows the folder of an installation from any of its pages: %s at %s', (file, path, courseKey) => {
		const { page, url } = readFixture(file);
		const found = readContext(createPageView(page, new URL(path, url).href), CATALOGUE);
		expect(found?.courseKey).toBe(courseKey);
	});

	it.each([
		['https://moodle.example:8443', ':8443.12'],
		['http://moodle.example:8080/2025', ':8080.2025.12'],
		['https://moodle.example:443', '12'],
		// On this machine a port is another each time a server starts.
		['http://cours.localhost:41234', '12'],
		['http://127.0.0.1:41234', '12'],
		['http://[::1]:41234', '12'],
	])('tells apart two ports of one host: %s', (origin, courseKey) => {
		const { page, url, place } = readFixture('moodle-course.html');
		const found = readContext(createPageView(page, url.replace(new URL(url).origin, origin)), CATALOGUE);
		expect(found).toMatchObject({ ...place, courseKey });
	});

	it.each(['wp-json/', 'index.php?rest_route=/'])('tells apart the sites of a WordPress network: %s', (rest) => {
		const { page, url } = readFixture('learndash-lesson.html');
		page.head.insertAdjacentHTML(
			'beforeend',
			`<link rel="https://api.w.org/" href="https://ecole.exemple.fr/site-b/${rest}">`,
		);
		expect(readContext(createPageView(page, url), CATALOGUE)?.courseKey).toBe('site-b.310');
	});
});
