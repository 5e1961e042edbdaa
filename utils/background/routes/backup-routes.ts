import { Restoration } from '@/utils/background/backup/restoration';
import type { Parts } from '@/utils/background/parts';
import { historyUpTo } from '@/utils/core/export/backup';
import { parseFollowedSites } from '@/utils/core/schema/settings';
import { dayOf } from '@/utils/core/units/day';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { mergeHistory } from '@/utils/store/merge';
import type { PageHandlers } from './router';

/** Handles what the dashboard requests to save everything in one file, and to restore it. */
export function backupRoutes({ database, tracker, sites, sober }: Parts) {
	const restoration = new Restoration();
	return {
		'backup/head': async () => {
			await tracker.flush();
			return readBackupHead(await database);
		},
		'backup/days': async ({ after }) => readDayRecords(await database, after),
		'restore/begin': ({ id }) => restoration.begin(id),
		'restore/add': ({ id, days }) => restoration.add(id, days),
		'restore/finish': async ({ id, courses, sites: followed }) => {
			const read = restoration.finish(id, courses);
			if (!read) return null;
			const history = historyUpTo(dayOf(new Date()), read);
			const changedCount = await mergeHistory(await database, history.days, history.courses);
			const known = sites.list().map(({ host }) => host);
			for (const site of parseFollowedSites(followed).filter(({ host }) => !known.includes(host)))
				await sites.follow(site);
			await sober.sync();
			return changedCount;
		},
		'settings/restored': () => sober.reload(),
	} satisfies Partial<PageHandlers>;
}
