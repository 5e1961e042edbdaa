import { createItem } from '@/utils/browser/storage-item';
import { NO_WEEKS, type WeeklyState } from '@/utils/core/delivery/weekly';
import { parseWeekly, type WeeklyPreference } from '@/utils/core/schema/settings';

const preference = createItem('weekly', parseWeekly);
const state = createItem('weeklyState', parseState);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptWeekly = preference.accept;

/** Only the background and the dashboard write it, so its shape is trusted. */
function parseState(stored: unknown): WeeklyState {
	return { ...NO_WEEKS, ...(stored as Partial<WeeklyState> | null) };
}

/** Whether and how each finished week becomes a file. */
export const readWeekly = preference.read;

/** Saves the preference; null turns weekly files off and discards those that wait. */
export async function saveWeekly(next: WeeklyPreference | null): Promise<void> {
	if (next) await preference.write(next);
	else await Promise.all([preference.remove(), state.remove()]);
}

/** Which weeks have become files. */
export const readWeeklyState = state.read;

/** Saves which weeks have become files. */
export const saveWeeklyState = state.write;

/** Calls back when the preference changes, or a week becomes ready or is taken, until the returned function is called. */
export function watchWeekly(onChange: () => void): () => void {
	const stops = [preference.watch(onChange), state.watch(onChange)];
	return () => {
		for (const stop of stops) stop();
	};
}
