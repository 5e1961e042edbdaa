import { createSerial } from '@/utils/browser/serial';

/** What the weekly reminder needs of the browser and the settings. */
export interface NudgeServices {
	isEnabled(): Promise<boolean>;
	/** The last week that was notified, `2026-W47`; null while none was. */
	readDone(): Promise<string | null>;
	saveDone(week: string): Promise<void>;
	/** The last week that is over. */
	lastWeek(): string;
	/** The text for a week; null when nothing was recorded. */
	textOf(week: string): Promise<NudgeText | null>;
	/** Marks the button, and shows a notification where that is allowed. */
	notify(week: string, text: NudgeText): Promise<void>;
}

/** The text of a notification. */
export interface NudgeText {
	readonly title: string;
	readonly message: string;
}

/** Notifies of a week once it is over, where the learner turned that on: once, and for the last week only. */
export class Nudge {
	readonly #services: NudgeServices;
	readonly #serial = createSerial();

	constructor(services: NudgeServices) {
		this.#services = services;
	}

	/** Notifies of the last week if that is due. Safe to call at any time. */
	notifyIfDue(): Promise<void> {
		return this.#serial(() => this.#notifyIfDue());
	}

	async #notifyIfDue(): Promise<void> {
		const { isEnabled, readDone, saveDone, lastWeek, textOf, notify } = this.#services;
		if (!(await isEnabled())) return;
		const [done, week] = [await readDone(), lastWeek()];
		if (done !== null && done >= week) return;
		// Saved first: should the background be stopped meanwhile, no notification is shown twice.
		await saveDone(week);
		// Settings from a backup have no last week: the first notification is for the week under way.
		const text = done === null ? null : await textOf(week);
		if (text) await notify(week, text);
	}
}
