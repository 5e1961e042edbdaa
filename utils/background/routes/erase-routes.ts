import { discardIntention } from '@/utils/background/sites/intention';
import type { Sites } from '@/utils/background/sites/sites';
import type { Sober } from '@/utils/background/sober/sober';
import { discardCourseFiles } from '@/utils/background/visits/repeats';
import type { VisitTracker } from '@/utils/background/visits/visits';
import type { Database } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { eraseHost } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

interface Erasable {
	readonly database: Promise<Database>;
	readonly tracker: VisitTracker;
	readonly sites: Sites;
	readonly sober: Sober;
}

/** Erases figures, of one host or of all; with all of them go the followed sites and their permissions. */
export function erasePages({
	database,
	tracker,
	sites,
	sober,
}: Erasable): Pick<PageHandlers, 'erase/host' | 'erase/all'> {
	return {
		'erase/host': async ({ host }) => {
			await tracker.drop(host);
			await discardCourseFiles(host);
			await eraseHost(await database, host);
			return null;
		},
		'erase/all': async () => {
			await discardIntention();
			const hosts = sites.list().map(({ host }) => host);
			await sites.unfollowAll();
			await sober.forget();
			// Now that no page of these sites can begin a visit.
			await tracker.drop(null);
			await discardCourseFiles(null);
			await sites.discardAccess(hosts);
			await eraseHistory(await database);
			return null;
		},
	};
}
