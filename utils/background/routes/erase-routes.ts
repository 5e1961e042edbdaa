import { discardBucket } from '@/utils/background/export/bucket';
import { discardLrs } from '@/utils/background/export/lrs';
import type { Parts } from '@/utils/background/parts';
import { intention } from '@/utils/background/sites/follower';
import { showPause } from '@/utils/background/upkeep/pause-mark';
import { unmarkFollowed } from '@/utils/background/upkeep/toolbar';
import { discardReading } from '@/utils/background/upkeep/upkeep';
import { clearNudges } from '@/utils/background/upkeep/week-notification';
import { discardCourseFiles } from '@/utils/background/visits/course-files';
import { discardSession } from '@/utils/background/visits/sessions';
import { giveBackAllAccess, giveBackSending } from '@/utils/browser/permissions';
import type { ErasedPart } from '@/utils/core/schema/names';
import { saveNotices } from '@/utils/settings/notices';
import { eraseHistory } from '@/utils/store/history';
import { eraseHost } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

type EraseParts = Pick<Parts, 'copy' | 'database' | 'tracker' | 'sites' | 'sober' | 'badge' | 'audits'>;

/** Deletes figures, of one host or of all; with all of them goes what the user has granted and Sobrio has registered since the install. */
export function eraseRoutes({ copy, database, tracker, sites, sober, badge, audits }: EraseParts) {
	return {
		'erase/host': async ({ host }) => {
			await tracker.discard(host);
			await discardCourseFiles(host);
			await eraseHost(await database.open(), host);
			await copy.renew();
			await audits.erased();
		},
		'erase/all': () =>
			doEach([
				['sites', () => intention.remove()],
				['sites', () => sites.unfollowAll()],
				['sites', () => unmarkFollowed()],
				['settings', () => sober.reset()],
				// Only now: no page of these sites can begin a visit any more.
				['figures', () => tracker.discard(null)],
				['figures', () => discardCourseFiles(null)],
				['settings', () => discardLrs()],
				['settings', () => discardBucket()],
				['settings', () => clearNudges()],
				['figures', () => discardReading()],
				['settings', () => saveNotices(null)],
				['settings', () => badge.redraw()],
				['settings', () => showPause(sites)],
				['access', () => giveBackAllAccess()],
				['access', () => giveBackSending()],
				// The script for all sites is registered while their access is granted.
				['access', () => sites.syncScripts()],
				['figures', async () => eraseHistory(await database.open())],
				['figures', () => copy.discard()],
				['figures', () => audits.erased()],
				['figures', () => database.eraseAside()],
				['figures', () => discardSession()],
			]),
	} satisfies Partial<PageHandlers>;
}

/** Does each step, whether those before it failed or not. Resolves to the parts of which one failed. */
async function doEach(
	steps: readonly (readonly [part: ErasedPart, act: () => Promise<unknown>])[],
): Promise<readonly ErasedPart[]> {
	const failed = new Set<ErasedPart>();
	for (const [part, act] of steps) {
		try {
			await act();
		} catch {
			// The page shows that it failed, and the user can try again.
			failed.add(part);
		}
	}
	return [...failed];
}
