import { discardLrs } from '@/utils/background/export/lrs';
import type { Parts } from '@/utils/background/parts';
import { intention } from '@/utils/background/sites/follower';
import { unmarkFollowed } from '@/utils/background/upkeep/toolbar';
import { discardReading } from '@/utils/background/upkeep/upkeep';
import { clearNudges } from '@/utils/background/upkeep/week-notification';
import { discardCourseFiles } from '@/utils/background/visits/course-files';
import { discardSession } from '@/utils/background/visits/sessions';
import { giveBackAllAccess, giveBackSending } from '@/utils/browser/permissions';
import { saveNotices } from '@/utils/settings/notices';
import { eraseHistory } from '@/utils/store/history';
import { eraseHost } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

type EraseParts = Pick<Parts, 'database' | 'tracker' | 'sites' | 'sober' | 'badge'>;

/** Deletes figures, of one host or of all; with all of them goes what the user has granted and Sobrio has registered since the install. */
export function eraseRoutes({ database, tracker, sites, sober, badge }: EraseParts) {
	return {
		'erase/host': async ({ host }) => {
			await tracker.discard(host);
			await discardCourseFiles(host);
			await eraseHost(await database.open(), host);
		},
		'erase/all': async () => {
			await intention.remove();
			await sites.unfollowAll();
			await unmarkFollowed();
			await sober.reset();
			// Only now: no page of these sites can begin a visit any more.
			await tracker.discard(null);
			await discardCourseFiles(null);
			await discardLrs();
			await clearNudges();
			await discardReading();
			await saveNotices(null);
			await badge.redraw();
			await giveBackAllAccess();
			await giveBackSending();
			// The script for all sites is registered while their access is granted.
			await sites.syncScripts();
			await eraseHistory(await database.open());
			await database.eraseAside();
			await discardSession();
		},
	} satisfies Partial<PageHandlers>;
}
