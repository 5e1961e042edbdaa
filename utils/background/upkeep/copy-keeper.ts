import { canCloseStorage } from '@/utils/browser/close-storage';
import { createSerial } from '@/utils/browser/serial';
import { dayOf } from '@/utils/core/units/day';
import type { DatabaseKeeper } from '@/utils/store/database-keeper';
import { copyDays, discardCopies, hasCopy } from '@/utils/store/day-copy';

/** The copy follows after so long without a change: the browser stops a background that rests for 30 s. */
const QUIET_MS = 15_000;
/** While changes go on, it follows this long after the first. */
const LONGEST_MS = 120_000;

/**
 * Keeps a copy of the day totals beside the database. Chromium deletes a database whose files are damaged, as a full disk
 * leaves them: `DatabaseKeeper` then starts from the copy. Firefox has none: content scripts could read it there, and its database
 * came through a full disk (`npm run bench:disk`).
 */
export class CopyKeeper {
	readonly #database: DatabaseKeeper;
	readonly #underWay: () => ReadonlySet<string>;
	readonly #isAllowed = canCloseStorage();
	readonly #serial = createSerial();
	readonly #changed = new Set<string>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#firstChangeMs: number | null = null;

	/** `underWay` gives the ids of the visits that may be saved again. */
	constructor(database: DatabaseKeeper, underWay: () => ReadonlySet<string>) {
		this.#database = database;
		this.#underWay = underWay;
	}

	/** Copies everything where there is no copy yet, otherwise what the last background may not have come to copy. */
	async start(): Promise<void> {
		if (!this.#isAllowed) return;
		if (await hasCopy()) this.noteDays([dayOf(new Date())]);
		else await this.renew();
	}

	/** Figures of these days were stored: their copies follow. */
	noteDays(days: readonly string[]): void {
		if (!this.#isAllowed) return;
		for (const day of days) this.#changed.add(day);
		this.#firstChangeMs ??= Date.now();
		clearTimeout(this.#timer);
		const longestMs = this.#firstChangeMs + LONGEST_MS - Date.now();
		this.#timer = setTimeout(() => void this.#copyChanged(), Math.max(0, Math.min(QUIET_MS, longestMs)));
	}

	/** Makes the whole copy anew, as after figures were erased or restored. */
	async renew(): Promise<void> {
		if (!this.#isAllowed) return;
		await this.#serial(async () => copyDays(await this.#database.open(), 'all', this.#underWay()));
	}

	/** Deletes the copy. */
	discard(): Promise<void> {
		clearTimeout(this.#timer);
		this.#changed.clear();
		return this.#serial(discardCopies);
	}

	async #copyChanged(): Promise<void> {
		const days = [...this.#changed];
		this.#changed.clear();
		this.#firstChangeMs = null;
		try {
			await this.#serial(async () => copyDays(await this.#database.open(), days, this.#underWay()));
		} catch {
			// The disk may be full: they are copied with the next change.
			for (const day of days) this.#changed.add(day);
		}
	}
}
