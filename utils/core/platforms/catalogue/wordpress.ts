import type { Platform } from '@/utils/core/platforms/platform';

/** Each site of a WordPress network announces its own interface: `https://host/site/wp-json/`, or `…/site/index.php?rest_route=/`. */
const SITE = {
	base: /^https?:\/\/[^/]+((?:\/[^/]+)*?)\/(?:wp-json\/|index\.php[/?])/.source,
	baseFrom: ['link[rel="https://api.w.org/"]', 'href'],
} as const;

/** LMS plugins of WordPress. Pages of the same site outside courses belong to no platform. */
export const WORDPRESS_LMS: readonly Platform[] = [
	{
		...SITE,
		name: 'LearnDash',
		mark: 'body:is(.learndash-cpt,[class*="single-sfwd-"])',
		course: /learndash-cpt-sfwd-courses-(\d+)/.source,
		courseFrom: ['body', 'class'],
		label: '.ld-course-navigation-heading,.ld-breadcrumbs-segments a,.single-sfwd-courses h1',
		activity: { quiz: '.single-sfwd-quiz', video: '.ld-video' },
	},
	{
		...SITE,
		name: 'LifterLMS',
		mark: 'body:is(.single-course,.single-lesson,.single-llms_quiz):has([class*="llms-"])',
		// A lesson's address has no course key, but its link back to the course does.
		course: /\/course\/([^/?]+)/.source,
		courseFrom: ['.llms-parent-course-link a', 'href'],
		label: '.llms-parent-course-link a,.single-course h1',
		activity: { video: '.llms-video-wrapper' },
	},
	{
		...SITE,
		name: 'LearnPress',
		mark: 'body[class*="single-lp_"]',
		label: '#popup-header .course-title,.single-lp_course h1',
	},
	{
		...SITE,
		name: 'Tutor LMS',
		mark: 'body:is(.single-courses,.single-lesson,.single-tutor_quiz):has([class*="tutor-course-"])',
		label: '.tutor-course-topic-single-header-title,.tutor-course-details-title',
		activity: { video: '.tutor-video-player' },
	},
];
