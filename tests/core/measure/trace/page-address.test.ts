import { describe, expect, it } from 'vitest';
import { isOtherSite, isOutsideAudit, keptPath, pageQuery } from '@/utils/core/measure/trace/page-address';

const at = (path: string) => new URL(`https://moodle.example${path}`);

describe('a page of an audit', () => {
	it.each([
		'/course/view.php?id=7',
		'/mod/quiz/attempt.php?attempt=31&cmid=12',
		'/mod/page/view.php?id=5&forceview=1',
		'/courses/fire-safety/lessons/reporting/',
		'/learn/users-of-fire',
		'/myths/lesson-2',
	])('is kept at %s', (path) => {
		expect(isOutsideAudit(at(path))).toBe(false);
	});

	it.each([
		'/user/view.php?id=5&course=7',
		'/user/profile.php?id=5',
		'/message/index.php?id=3',
		'/mail/inbox',
		'/grade/report/user/index.php?id=7',
		'/mod/assign/view.php?id=8&action=grading',
		'/mod/assign/view.php?id=8&action=grader&userid=4',
		'/mod/quiz/review.php?attempt=99&cmid=12',
		'/courses/7/users/41',
		'/login/index.php',
		'/course/modedit.php?update=12',
		'/course/view.php?id=7&edit=on',
		'/question/edit.php?courseid=7',
		'/wp-admin/post.php',
	])('is left out where it shows people or edits the course: %s', (path) => {
		expect(isOutsideAudit(at(path))).toBe(true);
	});

	it.each([
		['/mod/page/view.php?id=5&sesskey=s3cr3t&notes=jeanne', 'id=5'],
		['/mod/quiz/attempt.php?attempt=9&cmid=12&page=2', 'cmid=12&page=2'],
		['/index.php?p=41&utm_source=mail', 'p=41'],
		['/course/view.php?id=jeanne%20martin', ''],
		['/lesson-2/', ''],
	])('%s differs by "%s"', (path, query) => {
		expect(pageQuery(at(path))).toBe(query);
	});
});

describe('the path of a file', () => {
	it.each([
		['/theme/boost/pix/logo.svg?rev=3#top', '/theme/boost/pix/logo.svg'],
		['/pluginfile.php/12/mod_page/content/1/photo%20a.jpg', '/pluginfile.php/12/mod_page/content/1/photo%20a.jpg'],
		['/assets/main.3f2a9bd1c0ffee.js', '/assets/main.3f2a9bd1c0ffee.js'],
		['/tokenpluginfile.php/0123456789abcdef0123456789abcdef/5/a.png', '/tokenpluginfile.php/…/5/a.png'],
		['/files/camille.martin@example.org/a.png', '/files/…/a.png'],
		['/~martin/course.html', '/…/course.html'],
		['/api/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJqZWFubmUifQ.c2lnbmF0dXJlMDEyMzQ1Njc4OQ/x', '/api/…/x'],
	])('%s is kept as %s', (path, kept) => {
		expect(keptPath(at(path))).toBe(kept);
	});

	it('is cut at 300 characters', () => {
		expect(keptPath(at(`/${'a/'.repeat(400)}`))).toHaveLength(300);
	});
});

describe('a host', () => {
	it.each([
		['www.youtube.com', true],
		['cdn.moodle.example', false],
		['moodle.example', false],
		['127.0.0.1', true],
	])('%s is of another site than moodle.example: %s', (host, isOther) => {
		expect(isOtherSite(host, 'moodle.example')).toBe(isOther);
	});
});
