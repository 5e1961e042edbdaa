import type { Platform } from '@/utils/core/platforms/platform';
import { ASSISTANTS } from './assistants';
import { CLAROLINE_FAMILY } from './claroline-family';
import { COMPANY_SUITES } from './company-suites';
import { COURSE_SITES } from './course-sites';
import { ILIAS } from './ilias';
import { LEARNING_SUITES } from './learning-suites';
import { MEETINGS } from './meetings';
import { MOODLE, TOTARA } from './moodle';
import { PACKAGES } from './packages';
import { VIDEO_SERVERS } from './video-servers';
import { WORDPRESS_LMS } from './wordpress';

/**
 * All known platforms, in the order in which their marks are tried: a fork before its original, platforms before the players
 * and packages that they embed.
 */
export const CATALOGUE: readonly Platform[] = [
	TOTARA,
	MOODLE,
	...LEARNING_SUITES,
	...CLAROLINE_FAMILY,
	ILIAS,
	...WORDPRESS_LMS,
	...VIDEO_SERVERS,
	...MEETINGS,
	...ASSISTANTS,
	...PACKAGES,
	...COURSE_SITES,
	...COMPANY_SUITES,
];
