import { type WeeklyPreference, type WeeklyState, weeksAfter } from '@/utils/core/delivery/weekly';
import type { ExportFile } from '@/utils/core/export/week-file';

/** What files of weeks need of the outside. */
export interface WeeklyServices {
	readPreference(): Promise<WeeklyPreference>;
	readState(): Promise<WeeklyState>;
	saveState(state: WeeklyState): Promise<void>;
	/** Those of some weeks in which anything was recorded. */
	recordedWeeks(weeks: readonly string[]): Promise<readonly string[]>;
	fileOf(week: string, preference: WeeklyPreference): Promise<ExportFile>;
	/** Puts a file into the download folder; false when that is not allowed, or failed. */
	save(file: ExportFile): Promise<boolean>;
	/** The last week that is over, `2026-W47`. */
	lastWeek(): string;
}

/** Makes each week a file once it is over, where that is wanted: each once, and those missed while the browser was closed. */
export class WeeklyFiles {
	readonly #services: WeeklyServices;
	#work: Promise<unknown> = Promise.resolve();

	constructor(services: WeeklyServices) {
		this.#services = services;
	}

	/** Looks which weeks are over since the last look. Safe to call at any time. */
	look(): Promise<void> {
		return this.#serial(() => this.#look());
	}

	/** The file of a week that waits, which then waits no more; null when it does not. */
	take(week: string): Promise<ExportFile | null> {
		return this.#serial(async () => {
			const { readPreference, readState, fileOf } = this.#services;
			if (!(await readState()).ready.includes(week)) return null;
			const file = await fileOf(week, await readPreference());
			await this.#drop(week);
			return file;
		});
	}

	#serial<Value>(work: () => Promise<Value>): Promise<Value> {
		const run = this.#work.then(work, work);
		this.#work = run;
		return run;
	}

	async #look(): Promise<void> {
		const { readPreference, readState, saveState, recordedWeeks, fileOf, save, lastWeek } = this.#services;
		const preference = await readPreference();
		if (!preference.isOn) return;
		const { doneWeek, ready } = await readState();
		const last = lastWeek();
		if (doneWeek !== null && doneWeek >= last) return;
		// From a backup, without a week to begin after: the first file is that of the week under way.
		const weeks = doneWeek === null ? [] : await recordedWeeks(weeksAfter(doneWeek, last));
		// Kept before anything is saved: should the background be stopped meanwhile, a file waits, and none is saved twice.
		await saveState({ doneWeek: last, ready: [...ready, ...weeks] });
		if (!preference.isSaved) return;
		for (const week of weeks) if (await save(await fileOf(week, preference))) await this.#drop(week);
	}

	async #drop(week: string): Promise<void> {
		const { readState, saveState } = this.#services;
		const state = await readState();
		await saveState({ ...state, ready: state.ready.filter((each) => each !== week) });
	}
}
