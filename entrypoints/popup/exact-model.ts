import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ALL_HOSTS, hasAccess, requestAccess } from '@/utils/browser/permissions';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** The offer to measure exactly, which takes access to all hosts. */
export function createExactModel(visit: ReadonlySignal<LiveVisit | null>) {
	const hasAllHosts = signal(true);
	/** Whether the last request was refused. */
	const isRefused = signal(false);
	/** True when some of the page's bytes are estimated or unknown, and access to all hosts would change that. */
	const isOffered = computed(() => {
		if (!visit.value || hasAllHosts.value) return false;
		const { estimatedBytes, unknownCount } = sumTraffic(visit.value.traffic);
		return estimatedBytes > 0 || unknownCount > 0;
	});

	async function load(): Promise<void> {
		hasAllHosts.value = await hasAccess(ALL_HOSTS);
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function accept(): Promise<void> {
		hasAllHosts.value = await requestAccess(ALL_HOSTS);
		isRefused.value = !hasAllHosts.value;
	}

	return { isOffered, isRefused, load, accept };
}
