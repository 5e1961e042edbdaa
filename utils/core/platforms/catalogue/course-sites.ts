import type { Platform } from '@/utils/core/platforms/platform';
import { courseAfter } from './course-address';

/** Sites that publish courses for everybody, known by their hosts. */
export const COURSE_SITES: readonly Platform[] = [
	// `/courses/<category>/` is a list.
	{ name: 'Udemy', hosts: ['*.udemy.com'], course: courseAfter('course|learning-paths?') },
	{
		name: 'LinkedIn Learning',
		hosts: ['www.linkedin.com'],
		path: '/learning/*',
		course: courseAfter('learning(?:/(?:paths|courses|embed))?'),
	},
	{
		name: 'Coursera',
		hosts: ['*.coursera.org'],
		course: courseAfter('learn|lecture|specializations|professional-certificates|projects|degrees|mastertrack|teach'),
	},
	{
		name: 'OpenClassrooms',
		hosts: ['openclassrooms.com'],
		// Numbers of paths are short: `717-chef-de-projet`.
		course: /\/(?:courses|paths)\/(\d+(?=-)|[^/?]+)/.source,
	},
	{ name: 'FUN', hosts: ['www.fun-mooc.fr'], course: courseAfter('cours|courses') },
	{
		name: 'FutureLearn',
		hosts: ['*.futurelearn.com'],
		course: courseAfter('courses|microcredentials|experttracks|degrees'),
	},
	{
		name: 'DataCamp',
		hosts: ['*.datacamp.com'],
		course: courseAfter('courses|(?:skill-|career-)?tracks(?!/(?:skill|career)(?:[/?]|$))|projects|practice'),
	},
	{
		name: 'Udacity',
		hosts: ['*.udacity.com'],
		// The catalogue names a course `title--nd101`.
		course: /\/(?:course\/(?:[^/?]*--)?|(?:nanodegrees|(?:paid-)?courses)\/)(?!all(?:[/?]|$))([^/?]+)/.source,
	},
	{ name: 'Codecademy', hosts: ['*.codecademy.com'] },
	{
		name: 'Skillshare',
		hosts: ['*.skillshare.com'],
		// `/classes/<title>/<id>`: titles change.
		course: /\/classes\/(?:[^/?]+\/)?(\d+)/.source,
	},
	{
		name: 'Pluralsight',
		hosts: ['app.pluralsight.com', 'www.pluralsight.com'],
		course: courseAfter('(?:video-)?courses|paths/(?:skills?|certificates?|path)|labs/detail', 'course(?:id)?'),
	},
	{ name: 'Frontend Masters', hosts: ['frontendmasters.com'] },
	{ name: 'egghead', hosts: ['egghead.io'], course: courseAfter('courses|playlists') },
	{
		name: 'Microsoft Learn',
		hosts: ['learn.microsoft.com'],
		path: '/*/training/*',
		course: courseAfter('training/(?:modules|paths|courses)'),
	},
	{
		name: 'Pix',
		hosts: ['app.pix.fr', 'app.pix.org'],
		// Codes of campaigns (`/campagnes/<code>`) give access to them.
		course: courseAfter('modules'),
	},
	{
		name: 'Khan Academy',
		hosts: ['*.khanacademy.org'],
		// /<subject>/<course>/<unit>; people have /profile/<name>, and their own programs under /computer-programming/.
		course:
			/^\/(?!profile|teacher|parent|class|coach|student|settings|about|search|computer-programming)[a-z-]+\/([^/?]+)\/[^/?]/
				.source,
	},
	{
		name: 'Google Classroom',
		hosts: ['classroom.google.com'],
		course: /^\/(?:u\/\d+\/)?[cw]\/([^/?]+)/.source,
	},
	{ name: 'Studi', hosts: ['*.studi.fr'], course: /\/medialibrary\/(\d+)/.source },
	{ name: '7Speaking', hosts: ['user.7speaking.com'] },
	{ name: 'Projet Voltaire', hosts: ['*.projet-voltaire.fr'] },
];
