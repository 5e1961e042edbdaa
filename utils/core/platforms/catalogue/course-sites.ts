import type { Platform } from '@/utils/core/platforms/platform';

/** Sites known by their hosts, whose addresses are the common ones: name, hosts, and the path on a shared host. */
const TABLE = `
Udemy|*.udemy.com
LinkedIn Learning|www.linkedin.com|/learning/*
Coursera|*.coursera.org
OpenClassrooms|openclassrooms.com
FutureLearn|*.futurelearn.com
DataCamp|campus.datacamp.com
Udacity|learn.udacity.com
Codecademy|*.codecademy.com
Skillshare|*.skillshare.com
Pluralsight|app.pluralsight.com
Frontend Masters|frontendmasters.com
egghead|egghead.io
Microsoft Learn|learn.microsoft.com|/*/training/*
Pix|app.pix.fr
360Learning|app.360learning.com app.us.360learning.com
Docebo|*.docebosaas.com
TalentLMS|*.talentlms.com
Cornerstone|*.csod.com
SuccessFactors|*.successfactors.com *.successfactors.eu
CrossKnowledge|*.crossknowledge.com
Rise Up|*.riseup.ai
Didask|*.didask.com
Litmos|*.litmos.com
itslearning|*.itslearning.com
Rise|rise.articulate.com
Genially|view.genially.com
Digiforma|*.digiforma.com
Teachable|*.teachable.com
Thinkific|*.thinkific.com
LearnWorlds|*.learnworlds.com`;

function readRow(row: string): Platform {
	const [name = '', hosts = '', path] = row.split('|');
	return { name, hosts: hosts.split(' '), ...(path ? { path } : {}) };
}

/** Course sites and rented platforms that live on hosts of their own. */
export const COURSE_SITES: readonly Platform[] = [
	...TABLE.trim().split('\n').map(readRow),
	{
		name: 'Khan Academy',
		hosts: ['*.khanacademy.org'],
		// Domain, course, then at least a unit; people are under /profile/<name>.
		course: /^\/(?!profile|teacher|parent|class)[a-z-]+\/([^/?]+)\/[^/?]/.source,
	},
	{
		name: 'Google Classroom',
		hosts: ['classroom.google.com'],
		course: /^\/(?:u\/\d+\/)?[cw]\/([^/?]+)/.source,
	},
];
