import { signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { EMPTY_QUEUE, endpointOf, endpointPattern, type Lrs, type LrsQueue } from '@/utils/core/delivery/lrs';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import type { LrsFields, LrsFormStatus } from './LrsCard';

/** The user's Learning Record Store: set up, sent to, forgotten. */
export function createLrsView(services: DashboardServices) {
	const lrs = signal<Lrs | null>(null);
	const queue = signal<LrsQueue>(EMPTY_QUEUE);
	const status = signal<LrsFormStatus>('idle');
	services.watchLrsQueue((changed) => {
		queue.value = changed;
	});

	async function load(): Promise<void> {
		lrs.value = await services.readLrs();
		queue.value = await services.readLrsQueue();
	}

	/** Must run inside the click: the browsers refuse a permission request that comes later. */
	async function save({ endpoint: typed, ...fields }: LrsFields): Promise<void> {
		const endpoint = endpointOf(typed);
		if (endpoint === null) {
			status.value = 'invalid';
			return;
		}
		const access = services.requestAccess(endpointPattern(endpoint));
		status.value = 'asking';
		if (!(await access)) {
			status.value = 'refused';
			return;
		}
		await services.saveLrs({ ...fields, endpoint });
		await load();
		status.value = 'saved';
	}

	/** Forgets the store, what waits for it, and the permission for its host. */
	async function forget(): Promise<void> {
		await services.saveLrs(null);
		if (lrs.value) await services.giveBackAccess(endpointPattern(lrs.value.endpoint));
		status.value = 'idle';
		await load();
	}

	/** Sends the week that is over. */
	async function send(): Promise<void> {
		await services.ask('lrs/send', { week: shiftWeek(weekOf(dayOf(services.now())), -1) });
	}

	return { lrs, queue, status, load, save, forget, send };
}
