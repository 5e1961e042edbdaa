import { Restoration } from '@/utils/background/backup/restoration';
import type { Sites } from '@/utils/background/sites/sites';
import type { Sober } from '@/utils/background/sober/sober';
import type { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { parseFollowedSites } from '@/utils/core/schema/settings';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import type { Database } from '@/utils/store/database';
import { mergeHistory } from '@/utils/store/merge';
import type { PageHandlers } from './router';

type BackupMessage =
	| 'backup/head'
	| 'backup/days'
	| 'restore/begin'
	| 'restore/add'
	| 'restore/finish'
	| 'settings/restored';

/** What the dashboard asks to keep everything in one file, and to take it back. */
export function backupPages({
	database,
	tracker,
	sites,
	sober,
}: {
	readonly database: Promise<Database>;
	readonly tracker: VisitTracker;
	readonly sites: Sites;
	readonly sober: Sober;
}): Pick<PageHandlers, BackupMessage> {
	const restoration = new Restoration();
	return {
		'backup/head': async () => {
			await tracker.flush();
			return readBackupHead(await database);
		},
		'backup/days': async ({ after }) => readDayRecords(await database, after),
		'restore/begin': ({ id }) => {
			restoration.begin(id);
			return null;
		},
		'restore/add': ({ id, days }) => restoration.add(id, days),
		'restore/finish': async ({ id, courses, sites: followed }) => {
			const history = restoration.finish(id, courses);
			if (!history) return null;
			const changedCount = await mergeHistory(await database, history.days, history.courses);
			const known = sites.list().map(({ host }) => host);
			for (const site of parseFollowedSites(followed).filter(({ host }) => !known.includes(host)))
				await sites.follow(site);
			await sober.sync();
			return changedCount;
		},
		'settings/restored': async () => {
			await sober.changed();
			return null;
		},
	};
}
