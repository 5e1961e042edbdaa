import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ALL_HOSTS, hasAccess, requestAccess } from '@/utils/browser/permissions';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** The offer to measure exactly, which takes access to all hosts. */
export function createExactModel(visit: ReadonlySignal<LiveVisit | null>) {
	const hasAllHosts = signal(true);
	/** Whether the last request was refused. */
	const isRefused = signal(false);
	/** True while access to all hosts could be requested: the offer then has its place, whether or not it is made. */
	const isPossible = computed(() => !hasAllHosts.value);
	const isOffered = computed(() => isPossible.value && visit.value !== null && wouldMeasureMore(visit.value));

	async function load(): Promise<void> {
		hasAllHosts.value = await hasAccess(ALL_HOSTS);
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function accept(): Promise<void> {
		hasAllHosts.value = await requestAccess(ALL_HOSTS);
		isRefused.value = !hasAllHosts.value;
	}

	return { isPossible, isOffered, isRefused, load, accept };
}

/**
 * Whether some of the page's bytes are estimated or unknown that access to all hosts would let Sobrio measure. A video in one file stays
 * an estimate in any case: browsers report no more of it. A window on another host is no reason to ask.
 */
function wouldMeasureMore({ traffic, media, windowCount = 0 }: LiveVisit): boolean {
	const { video: _, ...others } = traffic.received;
	const isOneFile = media.singleQualityMs > 0 && media.adaptiveMs === 0;
	const { estimatedBytes, unknownCount } = sumTraffic(isOneFile ? { ...traffic, received: others } : traffic);
	return estimatedBytes > 0 || unknownCount > windowCount;
}
