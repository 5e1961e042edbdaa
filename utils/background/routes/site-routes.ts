import type { Follower } from '@/utils/background/sites/follower';
import type { Sites } from '@/utils/background/sites/sites';
import type { Sober } from '@/utils/background/sober/sober';
import { inspectTab } from '@/utils/background/visits/course-contexts';
import type { VisitTracker } from '@/utils/background/visits/visits';
import type { Database } from '@/utils/store/database';
import { readLastDays } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

type SiteMessage = 'tab/inspect' | 'site/intend' | 'site/follow' | 'site/unfollow' | 'site/list';

/** What the popup and the dashboard ask about followed sites. */
export function sitePages({
	database,
	tracker,
	sites,
	sober,
	follower,
}: {
	readonly database: Promise<Database>;
	readonly tracker: VisitTracker;
	readonly sites: Sites;
	readonly sober: Sober;
	readonly follower: Follower;
}): Pick<PageHandlers, SiteMessage> {
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
			await tracker.drop(host);
			await sites.discardAccess([host]);
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
