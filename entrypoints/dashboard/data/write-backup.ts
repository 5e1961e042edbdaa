import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { type BackupHead, backupDays, backupEnd, backupStart } from '@/utils/core/export/backup';

const DAY_MS = 86_400_000;

/** How a long task goes on: `report` takes the part done, 0 to 1; nothing more is done once it is cancelled. */
export interface Task {
	report(share: number): void;
	isCancelled(): boolean;
}

/** Writes everything into one file, piece by piece; null when it was cancelled or the background did not answer. */
export async function writeBackup({ ask, readSettings }: DashboardServices, task: Task): Promise<Blob | null> {
	const head = await ask('backup/head', {});
	if (!head.ok) return null;
	const { courses, firstDay, lastDay } = head.value;
	const settings: BackupHead['settings'] = await readSettings();
	// A blob of each piece: the browser may keep those on disk.
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

/** How far a day stands between two others. */
function shareOf(day: string, firstDay: string | null, lastDay: string | null): number {
	const [at, first, last] = [day, firstDay ?? day, lastDay ?? day].map((each) => Date.parse(each));
	return (Number(at) - Number(first) + DAY_MS) / (Number(last) - Number(first) + DAY_MS);
}
