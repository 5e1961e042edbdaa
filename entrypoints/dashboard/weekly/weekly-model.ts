import { signal } from '@preact/signals-core';
import type { Page } from '@/entrypoints/dashboard/context/context';
import { giveBackPermission, requestPermission } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { NO_WEEKS, type WeeklyState } from '@/utils/core/delivery/weekly';
import { NO_WEEKLY, type WeeklyPreference } from '@/utils/core/schema/settings';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { readWeekly, readWeeklyState, saveWeekly, saveWeeklyState, watchWeekly } from '@/utils/settings/weekly';

/** What became of the request for the download folder. */
export type FolderStatus = 'idle' | 'asking' | 'refused';

/** The automatic weekly file: the preference, and the files that wait to be downloaded. */
export function createWeeklyModel({ now, saveFile }: Pick<Page, 'now' | 'saveFile'>) {
	const preference = signal<WeeklyPreference>(NO_WEEKLY);
	const state = signal<WeeklyState>(NO_WEEKS);
	const folder = signal<FolderStatus>('idle');
	const hasFailed = signal(false);
	watchWeekly(() => void load());

	async function load(): Promise<void> {
		preference.value = await readWeekly();
		state.value = await readWeeklyState();
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function change(next: WeeklyPreference): Promise<void> {
		const before = preference.value;
		const request = next.isSaved && !before.isSaved ? requestPermission('downloads') : null;
		folder.value = request ? 'asking' : 'idle';
		// The first file is that of the current week.
		if (next.isOn && !before.isOn) {
			await saveWeeklyState({ ...NO_WEEKS, doneWeek: shiftWeek(weekOf(dayOf(now())), -1) });
		}
		const isSaved = request ? await request : next.isSaved && next.isOn;
		folder.value = request && !isSaved ? 'refused' : 'idle';
		preference.value = { ...next, isSaved };
		await saveWeekly(next.isOn ? preference.value : null);
		if (before.isSaved && !isSaved) await giveBackPermission('downloads');
	}

	/** Downloads the file of a week, which no longer waits then. */
	async function take(week: string): Promise<void> {
		const reply = await ask('weekly/take', { week });
		hasFailed.value = !reply.ok;
		if (reply.ok && reply.value) saveFile(new Blob([reply.value.text], { type: reply.value.type }), reply.value.name);
	}

	return { preference, state, folder, hasFailed, load, change, take };
}

export type WeeklyModel = ReturnType<typeof createWeeklyModel>;
