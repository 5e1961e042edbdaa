import { signal } from '@preact/signals-core';
import { maySend, requestSending, watchAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { EMPTY_QUEUE, isSameTarget, type WeekQueue } from '@/utils/core/delivery/queue';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { giveBackUnused } from '@/utils/settings/sending';

/** Where a kind of target is stored, and how its form is read. */
interface TargetServices<Target> {
	/** The user's own target, and the one in use: the organisation's, where the learner has agreed to it. */
	readOwn(): Promise<Target | null>;
	read(): Promise<Target | null>;
	/** Null deletes it. */
	save(target: Target | null): Promise<void>;
	readQueue(): Promise<WeekQueue>;
	watchQueue(onChange: (queue: WeekQueue) => void): void;
	addressOf(target: Target): string;
	/** What a form says, with the address as it is stored; null where it is no safe address. */
	accept(typed: Target): Target | null;
	readonly kind: 'lrs' | 'bucket';
}

/** A target of the user's weeks: set it up, send to it, remove it. */
export function createTargetModel<Target extends { readonly isWeekly: boolean }>(
	services: TargetServices<Target>,
	now: () => Date,
) {
	const own = signal<Target | null>(null);
	/** The target to send to: the user's own, or the organisation's. */
	const active = signal<Target | null>(null);
	/** What became of the last form. */
	const status = signal<'idle' | 'asking' | 'invalid' | 'refused' | 'saved'>('idle');
	const access = createAccess(() => active.value && services.addressOf(active.value));
	const { queue, readQueue } = createQueue(services, () => void access.check());
	watchAccess(() => void access.check());

	/** The background alone changes what waits: it may be sending just now. */
	const clearQueue = (part: 'answer' | 'missed' | 'all') => ask('queue/clear', { target: services.kind, part });

	async function load(): Promise<void> {
		own.value = await services.readOwn();
		active.value = await services.read();
		await readQueue();
		await access.check();
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function save(typed: Target): Promise<void> {
		const target = services.accept(typed);
		if (target === null) {
			status.value = 'invalid';
			return;
		}
		const isGranted = requestSending(addressPattern(services.addressOf(target)));
		status.value = 'asking';
		if (!(await isGranted)) {
			status.value = 'refused';
			return;
		}
		// Another window may have changed it.
		const earlier = await services.readOwn();
		// What waits where no target is in use, and weeks that were missed, were a target's that an organisation has removed.
		if (!(await services.read())) await clearQueue('all');
		else if (earlier && !earlier.isWeekly && target.isWeekly) await clearQueue('missed');
		await services.save(target);
		if (earlier) await giveBackUnused(services.addressOf(earlier));
		if (earlier && !isSameTarget(earlier, target)) await clearQueue('answer');
		await load();
		status.value = 'saved';
	}

	/** Removes the target, its queue, and the permission for its host and the consent to send where nothing else needs them. */
	async function remove(): Promise<void> {
		await services.save(null);
		await clearQueue('all');
		if (own.value) await giveBackUnused(services.addressOf(own.value));
		status.value = 'idle';
		await load();
	}

	/** Sends a week: the last one unless another is named. */
	async function send(week = shiftWeek(weekOf(dayOf(now())), -1)): Promise<void> {
		await ask(`${services.kind}/send`, { week });
	}

	/** Asks for what was taken back, and sends what waits. Must run inside the click. */
	async function allow(): Promise<void> {
		const [week] = queue.value.weeks;
		if ((await access.request()) && week !== undefined) await send(week);
	}

	return { own, active, queue, status, isAllowed: access.isAllowed, load, save, remove, send, allow };
}

/** What waits to be sent, as it is read and as it changes. */
function createQueue(services: Pick<TargetServices<never>, 'readQueue' | 'watchQueue'>, onChange: () => void) {
	const queue = signal<WeekQueue>(EMPTY_QUEUE);
	let changeCount = 0;
	services.watchQueue((changed) => {
		changeCount++;
		queue.value = changed;
		onChange();
	});
	return {
		queue,
		async readQueue(): Promise<void> {
			const countBefore = changeCount;
			const read = await services.readQueue();
			// A change that came meanwhile is newer than what was read.
			if (changeCount === countBefore) queue.value = read;
		},
	};
}

/** Whether the browser still lets what is sent reach the target in use, whose address is null while there is none. */
function createAccess(addressOf: () => string | null) {
	const isAllowed = signal(true);
	const patternOf = () => {
		const address = addressOf();
		return address === null ? null : addressPattern(address);
	};
	return {
		isAllowed,
		async check(): Promise<void> {
			const pattern = patternOf();
			isAllowed.value = pattern === null || (await maySend(pattern));
		},
		/** Must run inside the click: browsers refuse later permission requests. */
		async request(): Promise<boolean> {
			const pattern = patternOf();
			isAllowed.value = pattern !== null && (await requestSending(pattern));
			return isAllowed.value;
		},
	};
}
