import { computed, signal } from '@preact/signals-core';
import { giveBackAccess, giveBackSending, requestSending } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { EMPTY_QUEUE, endpointOf, type LrsQueue, proposedVersionOf } from '@/utils/core/delivery/lrs';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { Lrs, XapiVersion } from '@/utils/core/schema/settings';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { readLrs, readOwnLrs, readQueue, saveLrs, watchQueue } from '@/utils/settings/lrs';

/** The user's Learning Record Store: set it up, send to it, remove it. */
export function createLrsModel(now: () => Date) {
	const lrs = signal<Lrs | null>(null);
	/** The store to send to: the user's own, or the organisation's. */
	const active = signal<Lrs | null>(null);
	const queue = signal<LrsQueue>(EMPTY_QUEUE);
	/** What became of the last form. */
	const status = signal<'idle' | 'asking' | 'invalid' | 'refused' | 'saved'>('idle');
	watchQueue((changed) => {
		queue.value = changed;
	});

	async function load(): Promise<void> {
		lrs.value = await readOwnLrs();
		active.value = await readLrs();
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

	/** The version to try with the user's own store, null where there is none. That of the organisation's store is its own affair. */
	const proposedVersion = computed<XapiVersion | null>(() => {
		const isOwn = lrs.value && active.value?.endpoint === lrs.value.endpoint;
		return lrs.value && isOwn ? proposedVersionOf(queue.value.last, lrs.value.version) : null;
	});

	/** Saves the proposed version, and sends what waits under it. */
	async function acceptVersion(): Promise<void> {
		const [version, week] = [proposedVersion.value, queue.value.weeks[0]];
		if (!lrs.value || version === null) return;
		await saveLrs({ ...lrs.value, version });
		await load();
		if (week !== undefined) await ask('lrs/send', { week });
	}

	return { lrs, active, queue, status, proposedVersion, load, save, remove, send, acceptVersion };
}

export type LrsModel = ReturnType<typeof createLrsModel>;
