import type { Platform } from '@/utils/core/platforms/platform';

/** Video libraries. Their videos belong to no course, and the share ids in their addresses are not stored. */
export const VIDEO_SERVERS: readonly Platform[] = [
	{
		name: 'PeerTube',
		mark: 'meta[property="og:platform"][content="PeerTube"]',
		course: null,
		activity: { video: '[property="og:video:url"],video' },
	},
	{
		name: 'Esup-Pod',
		// Other sites have a pod.css too: Pod serves it from Django's static folder and has one of these elements.
		mark: 'head:has(link[href*="/static/"][href*="css/pod."])+body :is(#mainbreadcrumb,.pod-mainContent,#podvideoplayer)',
		course: null,
	},
	{
		name: 'Panopto',
		hosts: ['*.panopto.com', '*.panopto.eu'],
		mark: 'script[src*="/Panopto/"], link[href*="/Panopto/"]',
		markPath: /^\/Panopto\/Pages\//.source,
		course: null,
	},
	{
		name: 'Nudgis',
		hosts: ['*.ubicast.tv'],
		// Universities run it under their own hosts.
		mark: '[href*="/static/mediaserver/"], [src*="/static/mediaserver/"]',
		markPath: /^\/(?:videos|permalink|channels|lives?)\//.source,
		course: null,
		activity: 'video',
	},
	{ name: 'Kaltura', mark: '.kaltura-player-container', course: null, activity: 'video' },
];
