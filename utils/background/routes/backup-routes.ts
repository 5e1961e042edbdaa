import { Restoration } from '@/utils/background/backup/restoration';
import type { Parts } from '@/utils/background/parts';
import { hasAccess } from '@/utils/browser/permissions';
import { historyUpTo } from '@/utils/core/export/backup';
import { previewHistory } from '@/utils/core/export/history-preview';
import { sitePattern } from '@/utils/core/platforms/hosted';
import type { Change } from '@/utils/core/schema/restoration';
import { parseFollowedSites } from '@/utils/core/schema/settings';
import { dayOf, isFuture } from '@/utils/core/units/day';
import { isHost } from '@/utils/core/units/host';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { mergeHistory } from '@/utils/store/merge';
import { undoChanges } from '@/utils/store/undo';
import type { PageHandlers } from './router';

/** Handles what the dashboard requests to save everything in one file, to restore it, and to undo that. */
export function backupRoutes({
	database,
	tracker,
	sites,
	sober,
	network,
	copy,
}: Pick<Parts, 'copy' | 'database' | 'tracker' | 'sites' | 'sober' | 'network'>) {
	const restoration = new Restoration();

	/** Merges what was collected; null when a course is invalid. */
	async function merge(id: string, courses: readonly unknown[], isPreview: boolean) {
		const read = restoration.finish(id, courses);
		if (!read) return null;
		// The visits under way count as they are now.
		await tracker.flush();
		const history = historyUpTo(dayOf(new Date()), read);
		const merged = await mergeHistory(await database.open(), history.days, history.courses, isPreview);
		return { ...merged, futureCount: read.days.length - history.days.length };
	}

	return {
		'backup/head': async () => {
			await tracker.flush();
			return readBackupHead(await database.open());
		},
		'backup/days': async ({ after }) => readDayRecords(await database.open(), after),
		'restore/begin': ({ id }) => restoration.begin(id),
		'restore/add': ({ id, days }) => restoration.add(id, days),
		'restore/preview': async ({ id, courses }) => {
			const merged = await merge(id, courses, true);
			return merged && previewHistory(merged.changes, merged);
		},
		'restore/finish': async ({ id, courses }) => {
			const merged = await merge(id, courses, false);
			if (!merged) return null;
			restoration.hold(merged.changes);
			copy.noteDays(daysOf(merged.changes));
			return merged.changes.length;
		},
		'restore/changes': ({ id, from }) => restoration.changesFrom(id, from),
		'restore/follow': async ({ sites: chosen }) => {
			const followed = await followGranted(sites, chosen);
			network.start();
			await sober.reload();
			return followed;
		},
		'undo/add': ({ id, changes }) => restoration.addChanges(id, changes),
		'undo/finish': async ({ id }) => {
			await tracker.flush();
			const changes = restoration.takeChanges(id);
			await undoChanges(await database.open(), changes);
			copy.noteDays(daysOf(changes));
		},
		'settings/restored': async () => {
			await sites.reload();
			await sober.reload();
		},
	} satisfies Partial<PageHandlers>;
}

/** Follows the sites of a backup to which the user has just agreed. Returns their hosts. */
async function followGranted(sites: Parts['sites'], chosen: unknown): Promise<string[]> {
	const followed: string[] = [];
	const today = dayOf(new Date());
	for (const { host, platform, sinceDay } of parseFollowedSites(chosen)) {
		if (!isHost(host) || !(await hasAccess(sitePattern(host)))) continue;
		await sites.follow({ host, platform, sinceDay: isFuture(sinceDay, today) ? today : sinceDay });
		followed.push(host);
	}
	return followed;
}

/** The days whose totals changed. */
function daysOf(changes: readonly Change[]): readonly string[] {
	return changes.flatMap(({ store, before, after }) => (store === 'days' ? [(before ?? after)?.day ?? ''] : []));
}
