/** What the weekly reminder needs of the outside. */
export interface NudgeServices {
	isWanted(): Promise<boolean>;
	/** The last week told of, `2026-W47`; null while none was. */
	readDone(): Promise<string | null>;
	saveDone(week: string): Promise<void>;
	/** The last week that is over. */
	lastWeek(): string;
	/** What there is to tell of a week; null when nothing was recorded. */
	words(week: string): Promise<NudgeWords | null>;
	/** Marks the button, and notifies where that is allowed. */
	tell(week: string, words: NudgeWords): Promise<void>;
}

/** A notification, in words. */
export interface NudgeWords {
	readonly title: string;
	readonly message: string;
}

/** Tells of each week once it is over, where that is wanted: once, and of the last one only. */
export class Nudge {
	readonly #services: NudgeServices;
	#work: Promise<void> = Promise.resolve();

	constructor(services: NudgeServices) {
		this.#services = services;
	}

	/** Looks whether a week is over that nobody was told of. Safe to call at any time. */
	look(): Promise<void> {
		const look = () => this.#look();
		this.#work = this.#work.then(look, look);
		return this.#work;
	}

	async #look(): Promise<void> {
		const { isWanted, readDone, saveDone, lastWeek, words, tell } = this.#services;
		if (!(await isWanted())) return;
		const [done, week] = [await readDone(), lastWeek()];
		if (done !== null && done >= week) return;
		// Kept before it is told: should the background be stopped meanwhile, nobody hears it twice.
		await saveDone(week);
		// From a backup, without a week to begin after: the first one told of is that under way.
		const report = done === null ? null : await words(week);
		if (report) await tell(week, report);
	}
}
