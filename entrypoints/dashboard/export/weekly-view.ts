import { signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { NO_WEEKLY, NO_WEEKS, type WeeklyPreference, type WeeklyState } from '@/utils/core/delivery/weekly';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import type { FolderStatus } from './WeeklyCard';

/** The file that each week becomes by itself: what is wanted, and what waits. */
export function createWeeklyView(services: DashboardServices) {
	const preference = signal<WeeklyPreference>(NO_WEEKLY);
	const state = signal<WeeklyState>(NO_WEEKS);
	const folder = signal<FolderStatus>('idle');
	const hasFailed = signal(false);
	services.watchWeekly(() => void load());

	async function load(): Promise<void> {
		preference.value = await services.readWeekly();
		state.value = await services.readWeeklyState();
	}

	/** Must run inside the click: the browsers refuse a permission request that comes later. */
	async function change(next: WeeklyPreference): Promise<void> {
		const before = preference.value;
		const asked = next.isSaved && !before.isSaved ? services.requestDownloads() : null;
		folder.value = asked ? 'asking' : 'idle';
		// Switched on, the first file is that of the week under way.
		if (next.isOn && !before.isOn) {
			const lastWeek = shiftWeek(weekOf(dayOf(services.now())), -1);
			await services.saveWeeklyState({ ...NO_WEEKS, doneWeek: lastWeek });
		}
		const isSaved = asked ? await asked : next.isSaved && next.isOn;
		folder.value = asked && !isSaved ? 'refused' : 'idle';
		preference.value = { ...next, isSaved };
		await services.saveWeekly(next.isOn ? preference.value : null);
		if (before.isSaved && !isSaved) await services.giveBackDownloads();
	}

	/** Saves the file of a week that waits, which then waits no more. */
	async function take(week: string): Promise<void> {
		const reply = await services.ask('weekly/take', { week });
		hasFailed.value = !reply.ok;
		if (reply.ok && reply.value)
			services.saveFile(new Blob([reply.value.text], { type: reply.value.type }), reply.value.name);
	}

	return { preference, state, folder, hasFailed, load, change, take };
}
