import type { Platform } from '@/utils/core/platforms/platform';

/** Platforms of one publisher each, which organisations also run under their own domain. */
export const LEARNING_SUITES: readonly Platform[] = [
	// A course key such as `7~42` is a course on another shard.
	{ name: 'Canvas', hosts: ['*.instructure.com'], mark: '#application.ic-app' },
	{
		name: 'Open edX',
		hosts: ['lms.fun-mooc.fr', '*.edx.org'],
		// Pages of the LMS and of the learning front-end (MFE), which has no meta element of its own.
		mark: 'meta[name="openedx-release-line"], body.view-in-course, #footer-openedx, .course-title-lockup .course-title',
		// The catalogue of edX has `/learn/<subject>/<course>`. Courses from before 2014 have `/courses/<organisation>/<course>/<run>/`.
		course:
			/(?:^\/learn\/[^/]+\/|\/(?=(?:course|ccx)-v1:)|[?&]course_id=|^\/courses\/(?=(?:[^/:]+\/){3}))((?<=^\/courses\/)[^/:]+\/[^/:]+\/[^/:]+|(?<==)[^&]+|[^/?&]+)/
				.source,
		label: '.course-title-lockup .course-title,.course-header .course-name',
		activity: { video: '.xmodule_VideoBlock', quiz: '.xmodule_ProblemBlock' },
	},
	{
		name: 'Sakai',
		// The Morpheus portal. Site ids that start with `~` are personal workspaces and contain a login name.
		mark: '.Mrphs-portalBody',
		course: /^(?:\/portal\/(?:site|site-reset|pda|worksite)|\/access\/content\/group)\/([^/~!?][^/?]*)/.source,
		label: '.Mrphs-hierarchy--siteName,.portal-header .site-title',
		activity: {
			quiz: '.Mrphs-hierarchy--toolName [class*="sakai-samigo"]',
			forum: '.Mrphs-hierarchy--toolName [class*="sakai-forums"]',
			assignment: '.Mrphs-hierarchy--toolName [class*="sakai-assignment"]',
			document: '.Mrphs-hierarchy--toolName [class*="sakai-resources"]',
		},
	},
	{
		name: 'Brightspace',
		hosts: ['*.brightspace.com', '*.desire2learn.com'],
		mark: '.d2l-body, d2l-navigation, d2l-labs-navigation',
		markPath: /^\/d2l\//.source,
		// `ou` (organisational unit) is the id of a course, except that of the whole organisation, which is 6606 everywhere.
		course:
			/(?:\/d2l\/(?:home|ext\/rp|(?:p\/)?le(?:\/[a-z]\w*)?)\/|\/content\/enforced\d?\/|[?&]ou=)(?!6606(?:\D|$))(\d+)/
				.source,
		label: 'a.d2l-navigation-s-link[href$="/d2l/home/{key}"]',
	},
	{
		name: 'Blackboard',
		hosts: ['*.blackboard.com'],
		mark: '#globalNavPageContentArea, #courseMenuPalette, bb-base-layout',
		markPath: /^\/(webapps|ultra)\b/.source,
		course: /(?:\/courses\/|[?&](?:course_?id|type=Course&id)=)(_\d+_\d+)/.source,
		label: '#courseMenu_link,bb-base-layout .course-title',
	},
];
