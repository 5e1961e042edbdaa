import { DEMO_COURSES, type DemoCourse, LESSONS, type Lesson } from '@/tests/course/study.ts';

/** What pages need to know of the servers that show them. */
export interface Site {
	/** `http://cours.localhost:<port>`, without a slash at the end; likewise the media server. */
	readonly courseUrl: string;
	readonly mediaUrl: string;
	/** Moodle's session token, in `M.cfg` and in some addresses; new at each start. */
	readonly sesskey: string;
	/** Whether the author of the flawed course has mended its pages: `flawed.ts`. */
	readonly isMended: boolean;
}

/** Where a page stands: Moodle's body id and classes follow from it. */
export interface PageFrame {
	readonly title: string;
	readonly bodyId: string;
	/** Body classes of the page's own kind, `path-mod path-mod-page` for instance. */
	readonly bodyClasses: string;
	readonly course: DemoCourse | null;
	readonly lesson: Lesson | null;
	readonly main: string;
	/** More for the head: styles and scripts of a player. */
	readonly head?: string;
	readonly footer?: string;
}

/** Moodle's theme revision: part of the addresses of all that may be cached for long. */
export const THEME_REVISION = '1763884800';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** French typography: non-breaking spaces before double punctuation and inside guillemets; sources have plain ones. */
export function typeset(text: string): string {
	return text.replaceAll(/ ([:;!?»])/g, '\u00A0$1').replaceAll('« ', '«\u00A0');
}

function configScript(site: Site, frame: PageFrame): string {
	const config = {
		wwwroot: site.courseUrl,
		sesskey: site.sesskey,
		sessiontimeout: '7200',
		themerev: THEME_REVISION,
		theme: 'boost',
		language: 'fr',
		courseId: frame.course ? Number(frame.course.key) : 1,
		contextInstanceId: Number(frame.lesson?.id ?? frame.course?.key ?? 1),
		userId: 4,
		developerdebug: false,
	};
	return `<script>\n//<![CDATA[\nvar M = {}; M.yui = {};\nM.cfg = ${JSON.stringify(config)};\n//]]>\n</script>`;
}

function courseIndex(course: DemoCourse, current: Lesson | null): string {
	const lessons = LESSONS.filter((lesson) => lesson.courseKey === course.key);
	const sections = [...new Set(lessons.map((lesson) => lesson.section))].map((section) => {
		const items = lessons
			.filter((lesson) => lesson.section === section)
			.map((lesson) => {
				const mark = lesson.id === current?.id ? ' pageitem" aria-current="page' : '';
				return `<li class="courseindex-item${mark}"><a class="courseindex-link" href="${escapeHtml(lesson.path)}">${typeset(lesson.title)}</a></li>`;
			});
		return `<div class="courseindex-section"><div class="courseindex-section-title">${section}</div><ul>${items.join('')}</ul></div>`;
	});
	return `<div id="theme_boost-drawers-courseindex" class="drawer drawer-left show"><nav id="courseindex" class="courseindex" aria-label="Index du cours">${sections.join('')}</nav></div>`;
}

function breadcrumb({ course, lesson }: PageFrame): string {
	const steps = ['<li class="breadcrumb-item"><a href="/my/">Mes cours</a></li>'];
	if (course) {
		const link = `<a href="/course/view.php?id=${course.key}" title="${course.name}">${course.name}</a>`;
		steps.push(`<li class="breadcrumb-item">${link}</li>`);
	}
	if (lesson) steps.push(`<li class="breadcrumb-item">${lesson.section}</li>`);
	if (lesson) steps.push(`<li class="breadcrumb-item" aria-current="page"><span>${typeset(lesson.title)}</span></li>`);
	return `<div id="page-navbar"><nav aria-label="Fil d’Ariane"><ol class="breadcrumb">${steps.join('')}</ol></nav></div>`;
}

function secondaryNavigation({ course, lesson }: PageFrame): string {
	if (!course) return '';
	const first = lesson ? [lesson.module === 'page' ? 'Page' : 'Activité'] : ['Cours'];
	const tabs = [...first, ...(lesson ? [] : ['Participants', 'Notes', 'Compétences'])];
	const items = tabs.map((tab, index) => {
		const state = index === 0 ? 'nav-link active" aria-current="page' : 'nav-link';
		return `<li class="nav-item"><a class="${state}" href="#maincontent">${tab}</a></li>`;
	});
	return `<div class="secondary-navigation"><nav class="moremenu navigation" aria-label="Navigation secondaire"><ul class="nav more-nav nav-tabs">${items.join('')}</ul></nav></div>`;
}

/** A whole page with the markers of a Moodle 5 under the Boost theme, as its own pages have them. */
export function renderPage(site: Site, frame: PageFrame): string {
	const { course, lesson } = frame;
	const place = lesson
		? `pagelayout-incourse course-${course?.key} context-${Number(lesson.id) + 132} cmid-${lesson.id} cm-type-${lesson.module}`
		: '';
	const layout = lesson ? place : course ? `pagelayout-course course-${course.key}` : 'pagelayout-mydashboard course-1';
	const title = typeset(frame.title);
	return `<!DOCTYPE html>
<html dir="ltr" lang="fr" xml:lang="fr">
<head>
<title>${title} | Campus démo</title>
<link rel="icon" href="/theme/image.php/boost/theme/${THEME_REVISION}/favicon" type="image/svg+xml">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="keywords" content="moodle, ${title} | Campus démo">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" type="text/css" href="/theme/styles.php/boost/${THEME_REVISION}_1/all">
${configScript(site, frame)}
${frame.head ?? ''}
</head>
<body id="${frame.bodyId}" class="format-topics limitedwidth ${frame.bodyClasses} dir-ltr lang-fr yui-skin-sam yui3-skin-sam ${layout} uses-drawers theme">
<div id="page-wrapper">
<nav class="navbar fixed-top" aria-label="Navigation du site"><a class="navbar-brand" href="/my/">Campus démo</a><a class="nav-link" href="/my/">Mes cours</a><span class="usermenu"><span class="usertext">Camille Martin</span><span class="userinitials" aria-hidden="true">CM</span></span></nav>
${course ? courseIndex(course, lesson) : ''}
<div id="page" class="drawers${course ? ' show-drawer-left' : ''}">
<header id="page-header">${breadcrumb(frame)}<div class="page-header-headings"><h1 class="h2">${title}</h1></div></header>
${secondaryNavigation(frame)}
<div id="page-content"><section id="region-main"><div role="main"><span id="maincontent"></span>${typeset(frame.main)}</div></section></div>
<footer id="page-footer">${frame.footer ? `<p>${frame.footer}</p>` : ''}<p>Campus démo, un site de formation inventé pour les essais de Sobrio.</p></footer>
</div>
</div>
</body>
</html>
`;
}

export function findCourse(key: string | null): DemoCourse | null {
	return DEMO_COURSES.find((course) => course.key === key) ?? null;
}
