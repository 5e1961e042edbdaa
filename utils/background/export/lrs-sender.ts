import { createSerial } from '@/utils/browser/serial';
import { afterAttempt, delayMs, enqueue, type LrsQueue } from '@/utils/core/delivery/lrs';
import type { Statement } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import type { sendStatements } from './send';

/** What sending needs of the browser, the settings and the database. */
export interface LrsServices {
	readLrs(): Promise<Lrs | null>;
	readQueue(): Promise<LrsQueue>;
	saveQueue(queue: LrsQueue): Promise<void>;
	/** The statements of a week's days that are over. */
	statementsOf(week: string, lrs: Lrs): Promise<readonly Statement[]>;
	readonly send: typeof sendStatements;
	/** Starts the background at a moment, milliseconds since 1970, to call `sendDue` again. */
	wakeAt(ms: number): Promise<void>;
	nowMs(): number;
}

/** Empties the queue of weeks into the user's Learning Record Store, one after the other. */
export class LrsSender {
	readonly #services: LrsServices;
	readonly #serial = createSerial();

	constructor(services: LrsServices) {
		this.#services = services;
	}

	/** Adds a week and starts sending; settles once the week is stored in the queue. Does nothing without a store. */
	async add(week: string): Promise<void> {
		await this.#serial(async () => {
			const { readLrs, readQueue, saveQueue, nowMs } = this.#services;
			if (await readLrs()) await saveQueue(enqueue(await readQueue(), week, nowMs()));
		});
		void this.sendDue();
	}

	/** Adds the week that is over, once, where the user turned on automatic sending. */
	async addWeekly(week: string): Promise<void> {
		const { readLrs, readQueue, saveQueue } = this.#services;
		if (!(await readLrs())?.isWeekly || (await readQueue()).weeklyDone === week) return;
		await this.#serial(async () => saveQueue({ ...(await readQueue()), weeklyDone: week }));
		await this.add(week);
	}

	/** Sends what is due. Safe to call at any time: calls run one after another. */
	sendDue(): Promise<void> {
		return this.#serial(() => this.#sendDue());
	}

	async #sendDue(): Promise<void> {
		const { readLrs, readQueue, saveQueue, statementsOf, send, wakeAt, nowMs } = this.#services;
		for (;;) {
			const lrs = await readLrs();
			const queue = await readQueue();
			const [week] = queue.weeks;
			if (!lrs || week === undefined || queue.nextAtMs === null) return;
			if (queue.nextAtMs > nowMs()) return wakeAt(queue.nextAtMs);
			const statements = await statementsOf(week, lrs);
			const totalCount = statements.length;
			// Saved as if this attempt had failed: should the background be stopped meanwhile, an alarm starts it to try again.
			const nextAtMs = nowMs() + delayMs(queue.attemptCount + 1, null);
			const report = async (doneCount: number) => {
				// Nothing may be stored again after the user has removed the store.
				if (!(await readLrs())) return;
				await saveQueue({
					...queue,
					nextAtMs,
					last: { outcome: 'sending', status: null, week, atMs: nowMs(), doneCount, totalCount },
				});
			};
			await report(0);
			await wakeAt(nextAtMs);
			const attempt = await send(lrs, statements, nowMs, report);
			// The user may have removed the store meanwhile, and the queue with it.
			if (!(await readLrs())) return;
			await saveQueue(afterAttempt(queue, attempt, totalCount, nowMs()));
		}
	}
}
