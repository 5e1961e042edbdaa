import { signal } from '@preact/signals-core';
import { giveBackAccess, giveBackSending, requestSending } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { EMPTY_QUEUE, endpointOf, type LrsQueue } from '@/utils/core/delivery/lrs';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { Lrs } from '@/utils/core/schema/settings';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { readLrs, readOwnLrs, readQueue, saveLrs, watchQueue } from '@/utils/settings/lrs';

/** The user's Learning Record Store: set it up, send to it, remove it. */
export function createLrsModel(now: () => Date) {
	const lrs = signal<Lrs | null>(null);
	/** Whether there is a store to send to: the user's own, or the organisation's. */
	const isActive = signal(false);
	const queue = signal<LrsQueue>(EMPTY_QUEUE);
	/** What became of the last form. */
	const status = signal<'idle' | 'asking' | 'invalid' | 'refused' | 'saved'>('idle');
	watchQueue((changed) => {
		queue.value = changed;
	});

	async function load(): Promise<void> {
		lrs.value = await readOwnLrs();
		isActive.value = (await readLrs()) !== null;
		queue.value = await readQueue();
	}

	/** `endpoint` is the text entered. Must run inside the click: browsers refuse later permission requests. */
	async function save({ endpoint: typed, ...fields }: Lrs): Promise<void> {
		const endpoint = endpointOf(typed);
		if (endpoint === null) {
			status.value = 'invalid';
			return;
		}
		const access = requestSending(addressPattern(endpoint));
		status.value = 'asking';
		if (!(await access)) {
			status.value = 'refused';
			return;
		}
		await saveLrs({ ...fields, endpoint });
		await load();
		status.value = 'saved';
	}

	/** Removes the store, its queue, the permission for its host, and the consent to send. */
	async function remove(): Promise<void> {
		await saveLrs(null);
		if (lrs.value) await giveBackAccess(addressPattern(lrs.value.endpoint));
		await giveBackSending();
		status.value = 'idle';
		await load();
	}

	/** Sends last week. */
	async function send(): Promise<void> {
		await ask('lrs/send', { week: shiftWeek(weekOf(dayOf(now())), -1) });
	}

	return { lrs, isActive, queue, status, load, save, remove, send };
}

export type LrsModel = ReturnType<typeof createLrsModel>;
