import type { Lesson } from '@/tests/course/study.ts';
import { forumPosts } from './forum.ts';
import { accountingText, dangersText, documentText, principlesText, videoText } from './lesson-texts.ts';
import { escapeHtml, findCourse, type PageFrame, type Site } from './page-frame.ts';
import { playerHead, playerHtml } from './player-pages.ts';

const VIDEO_CREDIT =
	'Images : Big Buck Bunny, © 2008 <a href="https://peach.blender.org/about/">Blender Foundation</a>, licence <a href="https://creativecommons.org/licenses/by/3.0/">CC-BY 3.0</a>.';

function packageMain(site: Site): string {
	return `<div id="scormpage"><div id="toc"><p>Le module s’ouvre ci-dessous. Votre avancement est noté à chaque écran.</p></div>
<iframe id="scorm_object" title="Module : évacuer un bâtiment" src="${site.mediaUrl}/scorm/evacuation/index_lms.html" width="800" height="560" allowfullscreen></iframe>
<p id="scormstatus" role="status">Avancement : 0 %</p></div><script src="/mod/scorm/player.js"></script>`;
}

const QUIZ_MAIN = `<div id="quizpage" data-attempt="31"><form id="responseform"><div class="que multichoice" aria-live="polite"></div>
<div class="submitbtns"><button type="button" class="btn btn-secondary" id="mod_quiz-prev-nav">Page précédente</button>
<button type="button" class="btn btn-primary" id="mod_quiz-next-nav">Page suivante</button></div></form></div><script src="/mod/quiz/attempt.js"></script>`;

function mainOf(site: Site, lesson: Lesson): string {
	if (lesson.video) return videoText(lesson.courseKey, playerHtml(site, lesson.video));
	switch (lesson.module) {
		case 'scorm':
			return packageMain(site);
		case 'quiz':
			return QUIZ_MAIN;
		case 'forum':
			return forumPosts(site.sesskey);
		case 'resource':
			return documentText();
		case 'page':
			if (lesson.courseKey === '27') return accountingText();
			return lesson.id === '102' ? dangersText(site) : principlesText(site);
	}
}

/** The page of a lesson, with the body id of its Moodle script: `page-mod-quiz-attempt`, `page-mod-page-view`. */
export function lessonPage(site: Site, lesson: Lesson): PageFrame {
	const script = /\/(\w+)\.php/.exec(lesson.path)?.[1] ?? 'view';
	const hasImages = lesson.video !== null || lesson.module !== 'page' || lesson.id === '102';
	return {
		title: lesson.title,
		bodyId: `page-mod-${lesson.module}-${script}`,
		bodyClasses: `path-mod path-mod-${lesson.module}`,
		course: findCourse(lesson.courseKey),
		lesson,
		main: `<div class="activity-content" data-cmid="${escapeHtml(lesson.id)}">${mainOf(site, lesson)}</div>`,
		...(lesson.video ? { head: playerHead(lesson.video) } : {}),
		...(hasImages ? { footer: VIDEO_CREDIT } : {}),
	};
}
