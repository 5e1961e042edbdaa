import type { Platform } from '@/utils/core/platforms/platform';

/** Sakai (Morpheus portal). Site ids that start with `~` are personal workspaces and contain a login name. */
export const SAKAI: Platform = {
	name: 'Sakai',
	mark: '.Mrphs-portalBody',
	course: /^\/portal\/site\/([^/~!?][^/?]*)/.source,
	label: '.Mrphs-hierarchy--siteName,.portal-header .site-title',
	activity: {
		quiz: '.Mrphs-hierarchy--toolName [class*="sakai-samigo"]',
		forum: '.Mrphs-hierarchy--toolName [class*="sakai-forums"]',
		assignment: '.Mrphs-hierarchy--toolName [class*="sakai-assignment"]',
		document: '.Mrphs-hierarchy--toolName [class*="sakai-resources"]',
	},
};
