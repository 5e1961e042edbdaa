import type { Parts } from '@/utils/background/parts';
import { unmarkFollowed } from '@/utils/background/upkeep/toolbar';
import { inspectTab } from '@/utils/background/visits/inspect/course-contexts';
import { readLastDays } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

/** Handles what the popup and the dashboard request of followed sites. */
export function siteRoutes({ database, tracker, sites, sober, follower, audits }: Parts) {
	return {
		'tab/inspect': ({ tabId }) => inspectTab(tabId),
		'site/intend': (request) => follower.intend(request, Date.now()),
		'site/follow': (request) => follower.follow(request),
		'site/unfollow': async ({ host }) => {
			await sites.unfollow(host);
			await audits.endIfOver(Date.now());
			await unmarkFollowed();
			await sober.sync();
			await tracker.discard(host);
			await sites.giveBackAccess([host]);
		},
		'site/remove': ({ name }) => sites.unfollow(name),
		'site/list': async () => {
			// A restarted background does not know which hosts the browser refuses.
			await sites.syncScripts();
			const listed = sites.list();
			const lastDays = await readLastDays(
				await database.open(),
				listed.map(({ host }) => host),
			);
			return listed.map((site) => ({ ...site, lastDay: lastDays.get(site.host) ?? null }));
		},
	} satisfies Partial<PageHandlers>;
}
