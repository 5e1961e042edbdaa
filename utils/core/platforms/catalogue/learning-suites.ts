import type { Platform } from '@/utils/core/platforms/platform';

/** Commercial platforms that organisations also run under their own domain. */
export const LEARNING_SUITES: readonly Platform[] = [
	{
		name: 'Brightspace',
		hosts: ['*.brightspace.com'],
		mark: '.d2l-body, d2l-navigation, d2l-labs-navigation',
		markPath: /^\/d2l\//.source,
		// `ou` (organisational unit) is the id of a course.
		course: /(?:\/d2l\/(?:home|le\/\w+)\/|[?&]ou=)(\d+)/.source,
		label: 'a.d2l-navigation-s-link[href$="/d2l/home/{key}"]',
	},
	{
		name: 'Blackboard',
		hosts: ['*.blackboard.com'],
		mark: '#globalNavPageContentArea, #courseMenuPalette, bb-base-layout',
		markPath: /^\/(webapps|ultra)\b/.source,
		label: '#courseMenu_link,bb-base-layout .course-title',
	},
];
