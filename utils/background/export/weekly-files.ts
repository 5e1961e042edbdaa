import { createSerial } from '@/utils/browser/serial';
import { lastWeekOn, noteLastWeek, trustedWeek, type WeeklyState, weeksAfter } from '@/utils/core/delivery/weekly';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import type { WeeklyPreference } from '@/utils/core/schema/settings';
import type { RecordedWeeks } from './week-sender';

/** What files of weeks need of the browser, the settings and the database. */
export interface WeeklyServices {
	readPreference(): Promise<WeeklyPreference>;
	readState(): Promise<WeeklyState>;
	saveState(state: WeeklyState): Promise<void>;
	readonly recordedWeeks: RecordedWeeks;
	fileOf(week: string, preference: WeeklyPreference): Promise<ExportFile>;
	/** Saves a file in the download folder; false when that is not allowed, or failed. */
	save(file: ExportFile): Promise<boolean>;
	/** The local day. */
	today(): string;
}

/** Makes a file of each week that is over, where the user turned that on: each once, including weeks in which the browser was closed. */
export class WeeklyFiles {
	readonly #services: WeeklyServices;
	readonly #serial = createSerial();

	constructor(services: WeeklyServices) {
		this.#services = services;
	}

	/** Makes the files of the weeks that ended since the last call. Safe to call at any time. */
	makeDue(): Promise<void> {
		return this.#serial(() => this.#makeDue());
	}

	/** Takes the file of a week that is ready, once; null when it is not. */
	take(week: string): Promise<ExportFile | null> {
		return this.#serial(async () => {
			const { readPreference, readState, fileOf } = this.#services;
			if (!(await readState()).ready.includes(week)) return null;
			const file = await fileOf(week, await readPreference());
			await this.#markTaken(week);
			return file;
		});
	}

	async #makeDue(): Promise<void> {
		const { readPreference, readState, saveState, recordedWeeks, fileOf, save, today } = this.#services;
		const preference = await readPreference();
		if (!preference.isOn) return;
		const { ready, ...noted } = await readState();
		const day = today();
		const last = lastWeekOn(day);
		const doneWeek = trustedWeek(noted, day);
		if (doneWeek !== null && doneWeek >= last) return;
		// Settings from a backup have no last week, and one of another clock says nothing: the first file is that of the week under way.
		const weeks = doneWeek === null ? [] : await recordedWeeks(weeksAfter(doneWeek, last));
		// Stored before any file is saved: should the background be stopped meanwhile, a file is ready in the dashboard and none is saved twice.
		await saveState({ ...noteLastWeek(noted, day), ready: [...new Set([...ready, ...weeks])] });
		if (!preference.isSaved) return;
		for (const week of weeks) if (await save(await fileOf(week, preference))) await this.#markTaken(week);
	}

	async #markTaken(week: string): Promise<void> {
		const { readState, saveState } = this.#services;
		const state = await readState();
		await saveState({ ...state, ready: state.ready.filter((each) => each !== week) });
	}
}
