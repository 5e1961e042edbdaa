import { afterAttempt, delayMs, enqueue, type Lrs, type LrsQueue } from '@/utils/core/delivery/lrs';
import type { Statement } from '@/utils/core/export/xapi';
import type { sendStatements } from './send';

/** What sending needs of the outside. */
export interface LrsServices {
	readLrs(): Promise<Lrs | null>;
	readQueue(): Promise<LrsQueue>;
	saveQueue(queue: LrsQueue): Promise<void>;
	/** The statements of a week, those of its days that are over. */
	statementsOf(week: string, lrs: Lrs): Promise<readonly Statement[]>;
	readonly send: typeof sendStatements;
	/** Wakes the background at a moment, milliseconds since 1970, to look at the queue again. */
	wakeAt(ms: number): Promise<void>;
	nowMs(): number;
}

/** Empties the queue of weeks into the user's Learning Record Store, one after the other. */
export class LrsSender {
	readonly #services: LrsServices;
	#work: Promise<void> = Promise.resolve();

	constructor(services: LrsServices) {
		this.#services = services;
	}

	/** Adds a week and sends what waits; settles once the week is safely in the queue. Does nothing without a store. */
	async add(week: string): Promise<void> {
		await this.#serial(async () => {
			const { readLrs, readQueue, saveQueue, nowMs } = this.#services;
			if (await readLrs()) await saveQueue(enqueue(await readQueue(), week, nowMs()));
		});
		void this.look();
	}

	/** Adds the week that is over, once, where the user wants it by itself. */
	async addWeekly(week: string): Promise<void> {
		const { readLrs, readQueue, saveQueue } = this.#services;
		if (!(await readLrs())?.isWeekly || (await readQueue()).weeklyDone === week) return;
		await this.#serial(async () => saveQueue({ ...(await readQueue()), weeklyDone: week }));
		await this.add(week);
	}

	/** Sends what is due. Safe to call at any time: one sends, the others wait. */
	look(): Promise<void> {
		return this.#serial(() => this.#sendDue());
	}

	#serial(work: () => Promise<void>): Promise<void> {
		const run = this.#work.then(work, work);
		this.#work = run;
		return run;
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
			// Written as if this attempt had failed: should the background be stopped meanwhile, it is woken to try again.
			const nextAtMs = nowMs() + delayMs(queue.attemptCount + 1, null);
			const report = (doneCount: number) =>
				saveQueue({
					...queue,
					nextAtMs,
					last: { outcome: 'sending', status: null, week, atMs: nowMs(), doneCount, totalCount },
				});
			await report(0);
			await wakeAt(nextAtMs);
			const attempt = await send(lrs, statements, nowMs, report);
			// The user may have forgotten the store meanwhile, and the queue with it.
			if (!(await readLrs())) return;
			await saveQueue(afterAttempt(queue, attempt, totalCount, nowMs()));
		}
	}
}
