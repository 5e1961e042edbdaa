import { TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';

const MEDIA_INITIATORS: readonly string[] = ['video', 'audio'];
const SCRIPT_INITIATORS: readonly string[] = ['fetch', 'xmlhttprequest'];

export function isOfWeb(address: string): boolean {
	return address.startsWith('http');
}

export function navigation(): PerformanceNavigationTiming | undefined {
	return performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
}

/** A video that is still loading when Chrome makes its entry: 300 bytes of headers and no body, whatever comes after. */
export function isStillLoading({ initiatorType, transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
	return MEDIA_INITIATORS.includes(initiatorType) && transferSize === TIMING_HEADER_BYTES && encodedBodySize === 0;
}

/** A script's request that got no whole answer: Chrome makes an entry of no status and 300 bytes, or 0 from another origin. */
export function isBroken({
	initiatorType,
	responseStatus,
	transferSize,
	encodedBodySize,
}: PerformanceResourceTiming): boolean {
	const isAsked = SCRIPT_INITIATORS.includes(initiatorType);
	return isAsked && responseStatus === 0 && transferSize <= TIMING_HEADER_BYTES && !encodedBodySize;
}

/** The cache or a service worker answered. Firefox shows the body of another origin's fetch, and no time of its request: that is no answer of the cache. */
export function isCached(entry: PerformanceResourceTiming): boolean {
	return !entry.transferSize && ((entry.requestStart && entry.encodedBodySize) || entry.workerStart) > 0;
}
