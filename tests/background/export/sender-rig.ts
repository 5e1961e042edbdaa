import { WeekSender } from '@/utils/background/export/week-sender';
import { EMPTY_QUEUE, type WeekQueue } from '@/utils/core/delivery/queue';
import { daysOfWeek, shiftWeek } from '@/utils/core/units/day';
import type { Agreement } from '@/utils/settings/organisation';

export const WEEK = '2026-W48';
export const MINUTE_MS = 60_000;

/** A day on which a week is the last one that is over: the Tuesday after it. */
export function dayAfter(week: string): string {
	return daysOfWeek(shiftWeek(week, 1))[1] as string;
}

type Weekly = { readonly isWeekly: boolean };

/** How the weeks of a rig are sent: the items of a week, and one attempt to send them. */
type Sending<Target extends Weekly, Item> = Pick<
	ConstructorParameters<typeof WeekSender<Target, Item>>[0],
	'itemsOf' | 'send'
>;

/** What a background has around its sender, over its restarts: the target, the stored queue, and a clock. */
export class SenderRig<Target extends Weekly, Item> {
	target: Target | null = null;
	agreement: Agreement = 'none';
	/** Why the target cannot be read. */
	failure: Error | null = null;
	queue: WeekQueue = EMPTY_QUEUE;
	nowMs = Date.parse('2026-12-01T08:00:00Z');
	/** When the background asked to be woken; null for not yet. */
	wakeAtMs: number | null = null;
	/** Items done, each time that the queue was saved during an attempt. */
	readonly progress: number[] = [];
	readonly #sending: Sending<Target, Item>;

	constructor(sending: Sending<Target, Item>) {
		this.#sending = sending;
	}

	/** The sender of a background that has just started. */
	createSender(): WeekSender<Target, Item> {
		return new WeekSender({
			...this.#sending,
			readTarget: async () => {
				if (this.failure) throw this.failure;
				return this.target;
			},
			readAgreement: async () => this.agreement,
			readQueue: async () => this.queue,
			changeQueue: async (next) => {
				const before = this.queue;
				this.queue = next(before);
				const { last } = this.queue;
				if (this.queue !== before && last?.outcome === 'sending') this.progress.push(last.doneCount);
			},
			discardQueue: async () => {
				this.queue = EMPTY_QUEUE;
			},
			wakeAt: async (ms) => {
				this.wakeAtMs = ms;
			},
			nowMs: () => this.nowMs,
		});
	}

	/** Adds the week and waits until the attempt has ended. */
	async send(): Promise<void> {
		const sender = this.createSender();
		await sender.add(WEEK);
		await sender.sendDue();
	}

	/** Restarts the background at the time that it requested. */
	async wake(): Promise<void> {
		this.nowMs = this.wakeAtMs ?? this.nowMs;
		await this.createSender().sendDue();
	}

	/** Stops the background once `isUnderWay`, restarts it, and leaves the queue as the first one had stored it by then. */
	async stopWhile(isUnderWay: () => boolean): Promise<void> {
		const sender = this.createSender();
		await sender.add(WEEK);
		while (!isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 1));
		const saved = this.queue;
		await sender.sendDue();
		this.queue = saved;
	}
}
