import { MOODLE_BODY } from '@/utils/core/platforms/own-files';
import type { Platform } from '@/utils/core/platforms/platform';

/**
 * Pages on which a course is made: in edit mode, settings, questions, backups. A learner writes on `page-mod-wiki-edit` and
 * `page-mod-glossary-edit`.
 */
const EDITING = [
	'body.editing,[id^="page-mod-"][id$="-mod"],[id^="page-course-edit"],#page-course-management',
	'[id^="page-backup-"],[id^="page-question-"],[id^="page-contentbank"]',
	...['quiz', 'lesson', 'book', 'folder', 'feedback'].map((name) => `[id^="page-mod-${name}-edit"]`),
].join();

/** What precedes Moodle's own folders: yearly Moodles (`/2025/course/`) and those of academies (`/ac-lyon/mod/`) share a host. */
const MOODLE_BASE = `^((?:/[^/]+)*?)/(?:${[
	'admin|ai|analytics|auth|availability|backup|badges|blocks|blog|calendar|cohort|comment|communication|competency',
	'completion|container|contentbank|course|customfield|enrol|favourites|files|filter|grade|group|h5p|lib|local|login',
	'media|message|mod|my|notes|payment|plagiarism|portfolio|question|rating|report|reportbuilder|repository|search|tag',
	'theme|user|webservice|(?:index|r|(?:token|draft)?(?:plugin)?file)[.]php',
].join('|')})(?:/|$)`;

/**
 * Moodle and its white-label forks: every page has the body id, the class of its page layout and the `M.cfg` script, whatever
 * its theme. (Its meta keywords, `moodle, `, do not serve: forks change them, and articles about Moodle have them.)
 */
export const MOODLE: Platform = {
	name: 'Moodle',
	hosts: ['*.moodlecloud.com', 'magistere.education.fr'],
	mark: MOODLE_BODY,
	markScript: 'M.cfg',
	// Course 1 is the site itself: dashboard, login, profile.
	course: /(?:^| )course-(?!1(?: |$))(\d+)(?: |$)/.source,
	courseFrom: ['body', 'class'],
	base: MOODLE_BASE,
	label: '[id^="page-course-view"] #page-header h1,.breadcrumb a[href$="/course/view.php?id={key}"]',
	// The breadcrumb shows the short name; its `title` has the full name, which is the heading of the course page.
	labelAttribute: 'title',
	// On other platforms, a path with this word is that of any page.
	activity: { editing: EDITING, lesson: '[id^="page-mod-lesson-"]', other: '#page-mod-lti-view,#page-mod-chat-view' },
	// `page-mod-quiz-view` contains the module's name, even if the site rewrites its addresses.
	activityFrom: ['body', 'id'],
};

/** Totara 13 and later, recognised by its own front-end; earlier versions count as Moodle. */
export const TOTARA: Platform = {
	...MOODLE,
	name: 'Totara',
	hosts: [],
	mark: `head:has(+${MOODLE_BODY}) :is(script[src*="/totara/tui/"],link[href*="/totara/tui/"])`,
};
