import type { IncomingHttpHeaders } from 'node:http';
import { join, resolve } from 'node:path';
import { flawedFile, flawedPage } from './flawed.ts';
import { coursePage, dashboardPage } from './pages/course-pages.ts';
import { writeGuide } from './pages/evacuation-guide.ts';
import { streamGzip } from './pages/forum.ts';
import { lessonPage } from './pages/lesson-pages.ts';
import { findCourse, type PageFrame, renderPage, type Site, THEME_REVISION } from './pages/page-frame.ts';
import { PLAYER_FILES } from './pages/player-pages.ts';
import { markAnswer, questionJson } from './pages/quiz.ts';
import type { Answer } from './send.ts';
import { fileAnswer, NOT_FOUND, textAnswer } from './static-answer.ts';
import { findLesson } from './study.ts';

/** A request with its body read. */
export interface Asked {
	readonly method: string;
	readonly url: URL;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

const MODULES_DIR = resolve(import.meta.dirname, '../../node_modules');
const ASSETS_DIR = join(import.meta.dirname, 'assets');
/** Moodle keeps versioned theme files and scripts for 60 days, files of a course for a day. */
const THEME_SECONDS = 60 * 24 * 3600;
const COURSE_FILE_SECONDS = 24 * 3600;
/** Moodle's own header on pages of a signed-in user. */
const PAGE_CACHE = {
	'Cache-Control': 'private, pre-check=0, post-check=0, max-age=0, no-transform',
	'Content-Language': 'fr',
};

const ASSETS: Readonly<Record<string, string>> = {
	[`/theme/styles.php/boost/${THEME_REVISION}_1/all`]: 'boost.css',
	[`/theme/image.php/boost/theme/${THEME_REVISION}/favicon`]: 'favicon.svg',
	'/mod/quiz/attempt.js': 'quiz-attempt.js',
	'/mod/scorm/player.js': 'scorm-player.js',
};

async function file(asked: Asked, videoDir: string): Promise<Answer | null> {
	const { pathname } = asked.url;
	const asset = ASSETS[pathname];
	if (asset) return fileAnswer(join(ASSETS_DIR, asset), asked.headers, THEME_SECONDS);
	const player = PLAYER_FILES[pathname];
	if (player) return fileAnswer(join(MODULES_DIR, player), asked.headers, THEME_SECONDS);
	const image = /^\/pluginfile\.php\/\d+\/(?:mod_page|question)\/.*\/([\w-]+\.(?:jpg|png))$/.exec(pathname)?.[1];
	if (image) return fileAnswer(join(videoDir, 'images', image), asked.headers, COURSE_FILE_SECONDS);
	if (!pathname.startsWith('/pluginfile.php/') || !pathname.endsWith('/guide-evacuation.pdf')) return null;
	const disposition = asked.url.searchParams.has('forcedownload') ? 'attachment' : 'inline';
	const headers = {
		'Content-Type': 'application/pdf',
		'Content-Disposition': `${disposition}; filename="guide-evacuation.pdf"`,
	};
	return { status: 200, headers, body: await writeGuide(videoDir) };
}

function json(value: object | null, asked: Asked): Answer {
	return value ? textAnswer(JSON.stringify(value), '.json', asked.headers, { 'Cache-Control': 'no-store' }) : NOT_FOUND;
}

function service(asked: Asked, site: Site): Answer | null {
	const { pathname, searchParams } = asked.url;
	if (!['/mod/quiz/question.php', '/lib/ajax/service.php', '/mod/scorm/datamodel.php'].includes(pathname)) return null;
	if (searchParams.get('sesskey') !== site.sesskey) return { ...NOT_FOUND, status: 403 };
	if (pathname === '/mod/quiz/question.php') return json(questionJson(Number(searchParams.get('page') ?? 0)), asked);
	if (asked.method !== 'POST') return { ...NOT_FOUND, status: 405 };
	if (pathname === '/lib/ajax/service.php') return json(markAnswer(asked.body), asked);
	return textAnswer('true\n0', '.txt', asked.headers);
}

function findPage(url: URL, site: Site): PageFrame | null {
	if (url.pathname === '/my/') return dashboardPage();
	const course = url.pathname === '/course/view.php' ? findCourse(url.searchParams.get('id')) : null;
	if (course) return coursePage(course);
	const lesson = findLesson(url);
	return lesson ? lessonPage(site, lesson) : flawedPage(site, url, site.isMended);
}

/** Everything under the course's own host name. */
export async function courseRoute(asked: Asked, site: Site, videoDir: string): Promise<Answer> {
	if (asked.url.pathname === '/') return { status: 303, headers: { Location: '/my/' }, body: null };
	const served =
		service(asked, site) ?? (await flawedFile(asked, videoDir, site.isMended)) ?? (await file(asked, videoDir));
	if (served) return served;
	const frame = findPage(asked.url, site);
	if (!frame) return NOT_FOUND;
	const html = renderPage(site, frame);
	const isStreamed = frame.lesson?.module === 'forum' && /\bgzip\b/.test(asked.headers['accept-encoding'] ?? '');
	if (!isStreamed) return textAnswer(html, '.html', asked.headers, PAGE_CACHE);
	const headers = {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Encoding': 'gzip',
		Vary: 'Accept-Encoding',
		...PAGE_CACHE,
	};
	return { status: 200, headers, body: streamGzip(html) };
}
