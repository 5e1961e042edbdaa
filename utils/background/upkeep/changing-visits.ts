import { createSerial } from '@/utils/browser/serial';
import { createItem } from '@/utils/browser/storage-item';
import { parseVisitIds } from '@/utils/core/schema/visit';

/** On disk: a browser that is killed leaves it there. Absent while nothing changes. */
const changingVisits = createItem('changingVisits', parseVisitIds);
/** A visit without changes for this long is written whole: `VisitWriter` writes 0.9 s after a change at the latest. */
const QUIET_MS = 1_000;

/** Ids of the visits that have just changed. Those of a browser that is killed have lost up to a second, which nothing else shows. */
export class ChangingVisits {
	readonly #serial = createSerial();
	readonly #changedAtMs = new Map<string, number>();
	#written: readonly string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** A visit has changed. */
	note(id: string): void {
		const isNew = !this.#changedAtMs.has(id);
		this.#changedAtMs.set(id, Date.now());
		if (isNew) this.#write();
		this.#plan();
	}

	/** Gives the ids that an earlier session of the browser has left; call it before the first change. */
	async takeLeft(): Promise<readonly string[]> {
		const ids = await changingVisits.read();
		if (ids.length > 0) await changingVisits.remove();
		return ids;
	}

	#forgetQuiet(): void {
		this.#timer = undefined;
		const sinceMs = Date.now() - QUIET_MS;
		for (const [id, changedMs] of this.#changedAtMs) if (changedMs <= sinceMs) this.#changedAtMs.delete(id);
		this.#write();
		this.#plan();
	}

	/** Comes back when the visit that has rested longest may be quiet. */
	#plan(): void {
		if (this.#changedAtMs.size === 0 || this.#timer !== undefined) return;
		const waitMs = Math.min(...this.#changedAtMs.values()) + QUIET_MS - Date.now();
		this.#timer = setTimeout(() => this.#forgetQuiet(), Math.max(0, waitMs));
	}

	#write(): void {
		const ids = [...this.#changedAtMs.keys()];
		if (ids.join() === this.#written.join()) return;
		this.#written = ids;
		// Where the disk is full the mark of before stays, and a kill then shows an unknown request too many.
		void this.#serial(() => (ids.length > 0 ? changingVisits.write(ids) : changingVisits.remove())).catch(() => {});
	}
}
