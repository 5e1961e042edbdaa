import type { Platform } from '@/utils/core/platforms/platform';
import { courseAfter } from './course-address';

/** Platforms that their publisher runs for organisations and schools, mostly with a host for each. */
export const COMPANY_SUITES: readonly Platform[] = [
	{ name: '360Learning', hosts: ['*.360learning.com'] },
	{
		name: 'Docebo',
		hosts: ['*.docebosaas.com'],
		course: /(?:\/learn\/(?:(?:courses?|learning-plans?|lp)\/(?:[a-z-]+\/)*)|[?&](?:course_?id|id_path)=)(\d+)/.source,
	},
	{
		name: 'TalentLMS',
		hosts: ['*.talentlms.com'],
		course: /\/(?:course(?:s|info)?|catalog\/info|trainings?)\/(?:id:)?(\d+)/.source,
	},
	{
		name: 'Cornerstone',
		hosts: ['*.csod.com'],
		course:
			/(?:\/lms-learning-details\/app\/[\w-]+\/|[?&](?:(?:curriculum)?lo(?:id)?|playlistid|course_?id)=)([^/?&#]+)/
				.source,
	},
	{
		name: 'SuccessFactors',
		hosts: [
			'*.successfactors.com',
			'*.successfactors.eu',
			'*.sapsf.com',
			'*.sapsf.eu',
			'*.plateau.com',
			'*.hr.cloud.sap',
		],
		// Links into the learning part, which other links carry encoded: `?destUrl=…%3flinkId%3dITEM_DETAILS%26componentID%3dAB`.
		course:
			/(?:[?&]|%(?:25)*(?:3f|26))(?:componentID|programID|qualificationID|curriculumID|scheduleID)(?:=|%(?:25)*3d)((?:(?!%)[^&#])+)/
				.source,
	},
	{ name: 'CrossKnowledge', hosts: ['*.crossknowledge.com'] },
	{ name: 'Rise Up', hosts: ['*.riseup.ai', '*.riseup.fr', '*.riseup.ovh'] },
	{
		name: 'Didask',
		hosts: ['*.didask.com'],
		// `/courses/<title>/<id>`: titles change.
		course: courseAfter(/courses?(?:\/(?![\da-f-]{8,36}\/)[^/?]+(?=\/[\da-f-]{8,36}(?:[/?]|$)))?/.source),
	},
	{
		name: 'Litmos',
		hosts: ['*.litmos.com', '*.litmoseu.com'],
		course: courseAfter('course|learningpath', 'c|course_?id'),
	},
	{
		name: 'itslearning',
		hosts: ['*.itslearning.com'],
		// A location of another type than 1 is a project or a school; the parameters come in either order.
		course: /^(?!.*locationtype=(?!1\b)).*[?&](?:course|location)id=(\d+)/.source,
	},
	{ name: 'Rise', hosts: ['rise.articulate.com'] },
	{ name: 'Genially', hosts: ['view.genially.com', 'view.genial.ly'] },
	{ name: 'Digiforma', hosts: ['*.digiforma.com'] },
	{ name: 'Teachable', hosts: ['*.teachable.com'] },
	{ name: 'Thinkific', hosts: ['*.thinkific.com'] },
	{ name: 'LearnWorlds', hosts: ['*.learnworlds.com'] },
	{ name: 'LearnyBox', hosts: ['*.learnybox.com'], course: courseAfter('formations?', 'idformation') },
	{
		name: 'Percipio',
		hosts: ['*.percipio.com'],
		course: courseAfter('courses?|channels?|tracks?|journeys?|books|audiobooks|labs'),
	},
	{ name: 'Teach on Mars', hosts: ['*.teachonmars.com'] },
	{ name: 'goFLUENT', hosts: ['*.gofluent.com'], course: courseAfter('training-path') },
	// Rooms have codes in their addresses, which give access: none is stored.
	{ name: 'Wooclap', hosts: ['app.wooclap.com'], isFollowedOnRequest: true, course: null, activity: 'quiz' },
	{ name: 'Klaxoon', hosts: ['app.klaxoon.com'], isFollowedOnRequest: true, course: null },
	{ name: 'Canva', hosts: ['www.canva.com'], path: '/design/*/view', isFollowedOnRequest: true, course: null },
];
