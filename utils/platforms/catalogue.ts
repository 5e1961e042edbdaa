import { CANVAS } from './catalogue/canvas';
import { CLAROLINE_FAMILY } from './catalogue/claroline-family';
import { COURSE_SITES } from './catalogue/course-sites';
import { ILIAS } from './catalogue/ilias';
import { LEARNING_SUITES } from './catalogue/learning-suites';
import { MEETINGS } from './catalogue/meetings';
import { MOODLE, TOTARA } from './catalogue/moodle';
import { OPEN_EDX } from './catalogue/open-edx';
import { PACKAGES } from './catalogue/packages';
import { SAKAI } from './catalogue/sakai';
import { VIDEO_SERVERS } from './catalogue/video-servers';
import { WORDPRESS_LMS } from './catalogue/wordpress';
import type { Platform } from './platform';

/**
 * Every platform Sobrio knows, in the order in which marks are tried: a fork before what it was forked from, whole
 * platforms before the players and packages that they embed.
 */
export const CATALOGUE: readonly Platform[] = [
	TOTARA,
	MOODLE,
	CANVAS,
	OPEN_EDX,
	...CLAROLINE_FAMILY,
	ILIAS,
	SAKAI,
	...LEARNING_SUITES,
	...WORDPRESS_LMS,
	...VIDEO_SERVERS,
	...MEETINGS,
	...PACKAGES,
	...COURSE_SITES,
];
