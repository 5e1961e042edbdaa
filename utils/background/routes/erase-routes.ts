import type { Parts } from '@/utils/background/parts';
import { intention } from '@/utils/background/sites/follower';
import { discardCourseFiles } from '@/utils/background/visits/course-files';
import { eraseHistory } from '@/utils/store/history';
import { eraseHost } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

/** Deletes figures, of one host or of all; with all of them go the followed sites and their permissions. */
export function eraseRoutes({ database, tracker, sites, sober }: Parts) {
	return {
		'erase/host': async ({ host }) => {
			await tracker.discard(host);
			await discardCourseFiles(host);
			await eraseHost(await database, host);
		},
		'erase/all': async () => {
			await intention.remove();
			const hosts = sites.list().map(({ host }) => host);
			await sites.unfollowAll();
			await sober.reset();
			// Only now: no page of these sites can begin a visit any more.
			await tracker.discard(null);
			await discardCourseFiles(null);
			await sites.giveBackAccess(hosts);
			await eraseHistory(await database);
		},
	} satisfies Partial<PageHandlers>;
}
