import { createItem } from '@/utils/browser/storage-item';
import { NO_WEEKLY, NO_WEEKS, type WeeklyPreference, type WeeklyState } from '@/utils/core/delivery/weekly';
import { SCOPES } from '@/utils/core/export/scope';
import { DATA_FORMS } from '@/utils/core/export/week-file';

const preference = createItem('weekly', parsePreference);
const state = createItem('weeklyState', parseState);

function parsePreference(stored: unknown): WeeklyPreference {
	const { isOn, form, scope, isSaved } = (stored ?? {}) as Partial<WeeklyPreference>;
	return {
		isOn: isOn === true,
		form: DATA_FORMS.find((known) => known === form) ?? NO_WEEKLY.form,
		scope: SCOPES.find((known) => known === scope) ?? NO_WEEKLY.scope,
		isSaved: isSaved === true,
	};
}

/** Only the background and the dashboard write it, so that its shape is ours. */
function parseState(stored: unknown): WeeklyState {
	return { ...NO_WEEKS, ...(stored as Partial<WeeklyState> | null) };
}

/** What becomes of each week that is over. */
export function readWeekly(): Promise<WeeklyPreference> {
	return preference.read();
}

/** Keeps what is wanted; null goes back to nothing by itself, and forgets the files that wait. */
export async function saveWeekly(next: WeeklyPreference | null): Promise<void> {
	if (next) await preference.write(next);
	else await Promise.all([preference.remove(), state.remove()]);
}

/** Which weeks have become files. */
export function readWeeklyState(): Promise<WeeklyState> {
	return state.read();
}

/** Keeps which weeks have become files. */
export function saveWeeklyState(next: WeeklyState): Promise<void> {
	return state.write(next);
}

/** Calls back when something else is wanted, or another week is ready or taken, until the returned function is called. */
export function watchWeekly(onChange: () => void): () => void {
	const stops = [preference.watch(onChange), state.watch(onChange)];
	return () => {
		for (const stop of stops) stop();
	};
}
