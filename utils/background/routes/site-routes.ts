import type { Parts } from '@/utils/background/parts';
import { inspectTab } from '@/utils/background/visits/course-contexts';
import { readLastDays } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

type SiteMessage = 'tab/inspect' | 'site/intend' | 'site/follow' | 'site/unfollow' | 'site/list';

/** Handles what the popup and the dashboard request of followed sites. */
export function siteRoutes({ database, tracker, sites, sober, follower }: Parts): Pick<PageHandlers, SiteMessage> {
	return {
		'tab/inspect': ({ tabId }) => inspectTab(tabId),
		'site/intend': async (request) => {
			await follower.intend(request, Date.now());
			return null;
		},
		'site/follow': async (request) => {
			await follower.follow(request);
			return null;
		},
		'site/unfollow': async ({ host }) => {
			await sites.unfollow(host);
			await sober.sync();
			await tracker.discard(host);
			await sites.giveBackAccess([host]);
			return null;
		},
		'site/list': async () => {
			const listed = sites.list();
			const lastDays = await readLastDays(
				await database,
				listed.map(({ host }) => host),
			);
			return listed.map((site) => ({ ...site, lastDay: lastDays.get(site.host) ?? null }));
		},
	};
}
