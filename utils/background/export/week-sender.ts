import { createSerial } from '@/utils/browser/serial';
import {
	type Attempt,
	afterAttempt,
	delayMs,
	EMPTY_QUEUE,
	enqueue,
	enqueueWeekly,
	isDue,
	isSameQueue,
	isSameTarget,
	missedWeeks,
	type WeekQueue,
	withoutAnswer,
	withoutMissed,
} from '@/utils/core/delivery/queue';
import type { Agreement } from '@/utils/settings/organisation';

/** Those of some weeks in which anything was recorded. */
export type RecordedWeeks = (weeks: readonly string[]) => Promise<readonly string[]>;

/** Told how many items a target has; answers whether it is still the target. */
export type Report = (doneCount: number) => Promise<boolean>;

/** What sending to a target needs of the browser, the settings and the database. A week is sent as items: statements, or a file. */
export interface SenderServices<Target, Item> {
	/** Null while there is no target. */
	readTarget(): Promise<Target | null>;
	readAgreement(): Promise<Agreement>;
	readQueue(): Promise<WeekQueue>;
	/** Replaces the queue by one made from it; nothing is written in between. */
	changeQueue(next: (queue: WeekQueue) => WeekQueue): Promise<void>;
	discardQueue(): Promise<void>;
	/** What a week has to send; nothing for a week without a course. */
	itemsOf(week: string, target: Target): Promise<readonly Item[]>;
	/** Sends all items, reporting how many the target has: false says that no more may leave. Sending an item again changes nothing. Never throws. */
	send(target: Target, items: readonly Item[], nowMs: () => number, report: Report): Promise<Attempt>;
	/** Starts the background at a moment, milliseconds since 1970, to call `sendDue` again. */
	wakeAt(ms: number): Promise<void>;
	nowMs(): number;
}

/** Empties the queue of weeks into a target, one after the other. */
export class WeekSender<
	Target extends { readonly isWeekly: boolean } = { readonly isWeekly: boolean },
	Item = unknown,
> {
	readonly #services: SenderServices<Target, Item>;
	readonly #serial = createSerial();

	constructor(services: SenderServices<Target, Item>) {
		this.#services = services;
	}

	/** Adds a week and starts sending; settles once the week is stored in the queue. Does nothing without a target. */
	async add(week: string): Promise<void> {
		const { readTarget, changeQueue, nowMs } = this.#services;
		if (await readTarget()) await changeQueue((queue) => enqueue(queue, week, nowMs()));
		void this.sendDue();
	}

	/**
	 * Adds the last week that is over, and those of the weeks missed before it that have figures, each once, where the user turned on
	 * automatic sending. Then sends what is due.
	 */
	async addWeekly(today: string, recordedWeeks: RecordedWeeks): Promise<void> {
		try {
			await this.#addWeekly(today, recordedWeeks);
		} finally {
			// Firefox keeps no alarm over a restart, and one that another clock has set may be years away.
			void this.sendDue();
		}
	}

	async #addWeekly(today: string, recordedWeeks: RecordedWeeks): Promise<void> {
		const { readTarget, readAgreement, readQueue, changeQueue, nowMs } = this.#services;
		if ((await readTarget())?.isWeekly) {
			const missed = await recordedWeeks(missedWeeks(await readQueue(), today));
			// Noted and queued in one: a background that is stopped in between would never queue them.
			await changeQueue((queue) => enqueueWeekly(queue, missed, today, nowMs()));
		} else if ((await readAgreement()) !== 'unseen') await this.forgetMissed(today);
	}

	/** Sends first the last week that is over, once each week is sent automatically: those before it were not meant for this target. */
	forgetMissed(today: string): Promise<void> {
		return this.#services.changeQueue((queue) => withoutMissed(queue, today));
	}

	/** Forgets the last answer, once the target is another one. */
	forgetAnswer(): Promise<void> {
		return this.#services.changeQueue(withoutAnswer);
	}

	/** Discards what waits for a target that was removed. */
	discard(): Promise<void> {
		return this.#services.discardQueue();
	}

	/** Sends what is due. Safe to call at any time: calls run one after another. */
	sendDue(): Promise<void> {
		return this.#serial(() => this.#sendDue());
	}

	async #sendDue(): Promise<void> {
		const { readTarget, readQueue, changeQueue, itemsOf, send, wakeAt, nowMs } = this.#services;
		for (;;) {
			const target = await readTarget();
			if (!target) return this.#discardLeft();
			const queue = await readQueue();
			const [week] = queue.weeks;
			if (week === undefined || queue.nextAtMs === null) return;
			if (!isDue(queue.nextAtMs, nowMs())) return wakeAt(queue.nextAtMs);
			const items = await itemsOf(week, target);
			const totalCount = items.length;
			// Saved as if this attempt had failed: should the background be stopped meanwhile, an alarm starts it to try again.
			const nextAtMs = nowMs() + delayMs(queue.attemptCount + 1, null);
			// Nothing may be stored again after the user has removed the target, and the queue with it; not for another target either.
			const changeWaiting = async (next: (waiting: WeekQueue) => WeekQueue) => {
				if (await readTarget()) await changeQueue((current) => (current.weeks[0] === week ? next(current) : current));
			};
			const isStill = (current: Target | null) => current !== null && isSameTarget(current, target);
			const report = async (doneCount: number) => {
				await changeWaiting((waiting) => ({
					...waiting,
					nextAtMs,
					last: { outcome: 'sending', status: null, week, atMs: nowMs(), doneCount, totalCount },
				}));
				return isStill(await readTarget());
			};
			await report(0);
			await wakeAt(nextAtMs);
			const attempt = await send(target, items, nowMs, report);
			// The user may have changed the target: this answer was another one's.
			const isAnswered = isStill(await readTarget());
			await changeWaiting((waiting) =>
				isAnswered
					? afterAttempt(waiting, attempt, totalCount, nowMs())
					: { ...withoutAnswer(waiting), nextAtMs: nowMs() },
			);
		}
	}

	/**
	 * Discards what was left where there is no target: the page that removed it may have been closed before it asked for that. Not where a
	 * target of the organisation was agreed to, which the policy may show later.
	 */
	async #discardLeft(): Promise<void> {
		const { readTarget, readAgreement, readQueue, changeQueue } = this.#services;
		const left = await readQueue();
		if (isSameQueue(left, EMPTY_QUEUE) || (await readAgreement()) !== 'none') return;
		// Read after what is left: a target that is set up from now on changes the queue before it can have a week there.
		if (await readTarget()) return;
		await changeQueue((queue) => (isSameQueue(queue, left) ? EMPTY_QUEUE : queue));
	}
}
