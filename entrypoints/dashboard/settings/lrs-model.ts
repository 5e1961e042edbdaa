import { computed } from '@preact/signals-core';
import { endpointOf, proposedVersionOf } from '@/utils/core/delivery/lrs';
import type { Lrs, XapiVersion } from '@/utils/core/schema/settings';
import { readLrs, readOwnLrs, readQueue, saveLrs, watchQueue } from '@/utils/settings/lrs';
import { createTargetModel } from './target-model';

/** The user's Learning Record Store: set it up, send to it, remove it. */
export function createLrsModel(now: () => Date) {
	const target = createTargetModel<Lrs>(
		{
			readOwn: readOwnLrs,
			read: readLrs,
			save: saveLrs,
			readQueue,
			watchQueue,
			addressOf: ({ endpoint }) => endpoint,
			accept: (typed) => {
				const endpoint = endpointOf(typed.endpoint);
				return endpoint === null ? null : { ...typed, endpoint };
			},
			kind: 'lrs',
		},
		now,
	);
	const { own, active, queue } = target;

	/** The version to try with the user's own store, null where there is none. That of the organisation's store is its own affair. */
	const proposedVersion = computed<XapiVersion | null>(() => {
		const isOwn = own.value && active.value?.endpoint === own.value.endpoint;
		return own.value && isOwn ? proposedVersionOf(queue.value.last, own.value.version) : null;
	});

	/** Saves the proposed version, and sends what waits under it. */
	async function acceptVersion(): Promise<void> {
		const [version, week] = [proposedVersion.value, queue.value.weeks[0]];
		if (!own.value || version === null) return;
		await saveLrs({ ...own.value, version });
		await target.load();
		await target.send(week);
	}

	return { ...target, proposedVersion, acceptVersion };
}

export type LrsModel = ReturnType<typeof createLrsModel>;
