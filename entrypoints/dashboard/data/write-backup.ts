import { ask } from '@/utils/browser/rpc';
import { backupDays, backupEnd, backupStart } from '@/utils/core/export/backup';
import type { BackupHead } from '@/utils/core/schema/backup-file';
import { readSettings } from '@/utils/settings/backup';

const DAY_MS = 86_400_000;

/** The controls of a long task: `report` receives the share done, 0 to 1; the task stops once it is cancelled. */
export interface Task {
	report(share: number): void;
	isCancelled(): boolean;
}

/** Writes everything into one file, piece by piece; null if it was cancelled or the background did not reply. */
export async function writeBackup(task: Task): Promise<Blob | null> {
	const head = await ask('backup/head', {});
	if (!head.ok) return null;
	const { courses, firstDay, lastDay } = head.value;
	const settings: BackupHead['settings'] = await readSettings();
	// A blob for each piece: browsers may store blobs on disk.
	const pieces = [new Blob([backupStart({ settings, courses })])];
	for (let after = ''; ; ) {
		if (task.isCancelled()) return null;
		const days = await ask('backup/days', { after });
		if (!days.ok) return null;
		const last = days.value.at(-1);
		if (!last) break;
		pieces.push(new Blob([backupDays(days.value, after === '')]));
		after = last.day;
		task.report(shareOf(after, firstDay, lastDay));
	}
	return new Blob([...pieces, backupEnd()], { type: 'application/json' });
}

/** How far a day is between two others, 0 to 1. */
function shareOf(day: string, firstDay: string | null, lastDay: string | null): number {
	const [at, first, last] = [day, firstDay ?? day, lastDay ?? day].map((each) => Date.parse(each));
	return (Number(at) - Number(first) + DAY_MS) / (Number(last) - Number(first) + DAY_MS);
}
