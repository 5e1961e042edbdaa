import { TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';

const MEDIA_INITIATORS: readonly string[] = ['video', 'audio'];
const SCRIPT_INITIATORS: readonly string[] = ['fetch', 'xmlhttprequest'];

/** Whether an address is http or https. */
export function isWebAddress(address: string): boolean {
	return address.startsWith('http');
}

export function navigationEntry(): PerformanceNavigationTiming | undefined {
	return performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
}

/** A media file that was still loading when Chrome made its entry: 300 bytes of headers and no body, and never updated. */
export function isStillLoading({ initiatorType, transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
	return MEDIA_INITIATORS.includes(initiatorType) && transferSize === TIMING_HEADER_BYTES && encodedBodySize === 0;
}

/** A script's request without a complete response. Chrome gives status 0 and 300 bytes, or 0 bytes for another origin. */
export function isBroken({
	initiatorType,
	responseStatus,
	transferSize,
	encodedBodySize,
}: PerformanceResourceTiming): boolean {
	const isByScript = SCRIPT_INITIATORS.includes(initiatorType);
	return isByScript && responseStatus === 0 && transferSize <= TIMING_HEADER_BYTES && !encodedBodySize;
}

const BODYLESS_STATUSES: readonly number[] = [204, 205, 304];
/** An entry of a request that is given up is made at once. */
const GIVEN_UP_MS = 1_000;

/**
 * A script's request that may have been given up because the page is left: Chrome's entry then has the status of the response and no body,
 * though all of it may have come.
 */
export function mayBeGivenUp(entry: PerformanceResourceTiming): boolean {
	const { initiatorType, responseStatus, transferSize, encodedBodySize, responseEnd } = entry;
	const isBodyless =
		transferSize === TIMING_HEADER_BYTES && !encodedBodySize && !BODYLESS_STATUSES.includes(responseStatus);
	return SCRIPT_INITIATORS.includes(initiatorType) && isBodyless && performance.now() - responseEnd < GIVEN_UP_MS;
}

/**
 * A response of another origin that was requested without CORS. With Timing-Allow-Origin, Firefox gives it the 300 bytes of headers and
 * hides its body and status: https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-encodedbodysize
 */
export function isBodyHidden({ responseStatus, transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
	return responseStatus === 0 && transferSize === TIMING_HEADER_BYTES && encodedBodySize === 0;
}

/** What scripts request and no element does: Chrome keeps the bodies of errors. */
const WITHOUT_ELEMENT: readonly string[] = [...SCRIPT_INITIATORS, 'beacon'];

/**
 * An error that came for an element, such as a script, a style sheet or what is loaded ahead: Chrome discards its body, and the entry shows
 * none, though it came.
 */
export function isDiscarded({ initiatorType, responseStatus, encodedBodySize }: PerformanceResourceTiming): boolean {
	if (import.meta.env.FIREFOX) return false;
	return !WITHOUT_ELEMENT.includes(initiatorType) && responseStatus >= 400 && encodedBodySize === 0;
}

/**
 * The cache or a service worker answered. A fetch from another origin in Firefox also has a body and no transfer size, but
 * no `requestStart`: that is not the cache.
 */
export function isCached(entry: PerformanceResourceTiming): boolean {
	return !entry.transferSize && ((entry.requestStart && entry.encodedBodySize) || entry.workerStart) > 0;
}
