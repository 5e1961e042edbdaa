import type { Platform } from '@/utils/core/platforms/platform';

const LIVE = { course: null, activity: 'class' } as const;
/** General meeting services, used for much besides training. */
const ON_REQUEST = { ...LIVE, isFollowedOnRequest: true };

/** Video classes. Meeting ids and room names give access or identify people, so none is stored. */
export const MEETINGS: readonly Platform[] = [
	{
		...LIVE,
		name: 'BigBlueButton',
		mark: 'script[src*="html5client/"], link[href*="html5client/"]',
		markPath: /^\/(html5client|bigbluebutton)\//.source,
	},
	{ ...LIVE, name: 'Jitsi Meet', mark: 'script[src*="lib-jitsi-meet"]' },
	{ ...LIVE, name: 'Livestorm', hosts: ['app.livestorm.co'] },
	{ ...LIVE, name: 'Classilio', hosts: ['*.classilio.com'] },
	{ ...ON_REQUEST, name: 'Microsoft Teams', hosts: ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'] },
	{ ...ON_REQUEST, name: 'Google Meet', hosts: ['meet.google.com'] },
	{ ...ON_REQUEST, name: 'Webex', hosts: ['*.webex.com'] },
	{ ...ON_REQUEST, name: 'Zoom', hosts: ['*.zoom.us'], path: '/wc/*' },
];
