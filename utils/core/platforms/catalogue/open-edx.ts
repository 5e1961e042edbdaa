import type { Platform } from '@/utils/core/platforms/platform';

/** Open edX: pages of the LMS and of the learning front-end (MFE), which has no meta element of its own. */
export const OPEN_EDX: Platform = {
	name: 'Open edX',
	hosts: ['lms.fun-mooc.fr', '*.edx.org'],
	mark: 'meta[name="openedx-release-line"], body.view-in-course, #footer-openedx, .course-title-lockup .course-title',
	course: /\/(course-v1:[^/?]+)/.source,
	label: '.course-title-lockup .course-title,.course-header .course-name',
	activity: { video: '.xmodule_VideoBlock', quiz: '.xmodule_ProblemBlock' },
};
