import { type ByteRange, readContentRange } from '@/utils/core/units/byte-ranges';

/** A response header of `webRequest`; binary values are bytes. */
export interface ResponseHeader {
	readonly name: string;
	readonly value?: string | undefined;
	readonly binaryValue?: readonly number[] | undefined;
}

/** The fields of a `webRequest` event that determine the size of a response. */
export interface ResponseDetails {
	readonly method: string;
	readonly statusLine?: string | undefined;
	readonly statusCode?: number | undefined;
	readonly responseHeaders?: readonly ResponseHeader[] | undefined;
	readonly fromCache?: boolean | undefined;
	/** Firefox only: bytes that the browser received, headers included; 0 if another extension hides it. */
	readonly responseSize?: number | undefined;
}

/** Received bytes of a response: headers and body, only headers where the size of the body is unknown (chunked, or aborted), or bytes that the cache saved. */
export type ResponseCost =
	| {
			readonly outcome: 'sized';
			readonly bytes: number;
			readonly headerBytes: number;
			/** Bytes that the cache saved. */
			readonly savedBytes?: number;
	  }
	| {
			readonly outcome: 'unsized';
			readonly headerBytes: number;
			readonly isBroken: boolean;
			readonly isCached?: boolean;
	  }
	| { readonly outcome: 'cached'; readonly bytes: number; readonly savedBytes: number };

/**
 * A response that is a part of a file. Chrome says `fromCache` of every part of a file of which its cache holds any other part, though
 * the bytes came over the network (measured on Chromium 156). The parts seen so far show which.
 */
export interface PartDetails {
	readonly range: ByteRange;
	readonly isFromCache: boolean;
	readonly headerBytes: number;
	/**
	 * It went past a cache that keeps parts of such files. Chromium's cache may have asked for the same part before, and given up on
	 * the response because another part was still coming (seen on Chromium 156: up to two times, without any event).
	 */
	readonly mayBeRepeated: boolean;
}

const LINE_END_BYTES = 2;
const SEPARATOR_BYTES = 2;
const PARTIAL_CONTENT = 206;
const NOT_MODIFIED = 304;
/** Statuses that never have a body: RFC 9110, sections 15.2, 15.3.5 and 15.4.5. */
const BODILESS_STATUSES: readonly number[] = [101, 204, 205, NOT_MODIFIED];

/** The value of a header, whatever the case of its name; null if absent. `name` is in lower case. */
export function headerValue(headers: ResponseDetails['responseHeaders'], name: string): string | null {
	return headers?.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Bytes of the status line and headers in HTTP/1.1. HTTP/2 compresses them: this overestimates our test pages by 0.4 %. */
export function headerTextBytes(head: Pick<ResponseDetails, 'statusLine' | 'responseHeaders'>): number {
	let bytes = (head.statusLine ?? '').length + LINE_END_BYTES + LINE_END_BYTES;
	for (const { name, value, binaryValue } of head.responseHeaders ?? []) {
		bytes += name.length + SEPARATOR_BYTES + (value?.length ?? binaryValue?.length ?? 0) + LINE_END_BYTES;
	}
	return bytes;
}

/** Body bytes by the headers; null for a chunked body, 0 where the protocol allows no body. */
export function announcedBodyBytes(response: ResponseDetails): number | null {
	if (response.method === 'HEAD' || BODILESS_STATUSES.includes(response.statusCode ?? 0)) return 0;
	const length = headerValue(response.responseHeaders, 'content-length');
	if (length === null || !/^\d+$/.test(length.trim())) return null;
	return Number(length);
}

/** A response of at most so many bytes comes whole with its headers: one segment of TCP over Ethernet, RFC 9293, 3.7.1. */
const SEGMENT_BYTES = 1_460;

/**
 * Received bytes of a redirect: its headers, and a body that came with them. Of a longer body no event shows how much the browser read
 * before it went on (Firefox 153 all of 40 kB, Chromium 156 nothing or all): at most what the headers announce.
 */
export function costOfRedirect(response: ResponseDetails): { readonly bytes: number; readonly hiddenBytes: number } {
	if (response.fromCache) return { bytes: 0, hiddenBytes: 0 };
	const headerBytes = headerTextBytes(response);
	const bodyBytes = announcedBodyBytes(response) ?? 0;
	const isWhole = headerBytes + bodyBytes <= SEGMENT_BYTES;
	return { bytes: headerBytes + (isWhole ? bodyBytes : 0), hiddenBytes: isWhole ? 0 : bodyBytes };
}

/** The part of a file that a completed response is; null for a whole file, and where the browser counts bytes. */
export function partOf(response: ResponseDetails): PartDetails | null {
	if (response.statusCode !== PARTIAL_CONTENT || response.responseSize) return null;
	const range = readContentRange(headerValue(response.responseHeaders, 'content-range'));
	if (!range) return null;
	const isFromCache = response.fromCache === true;
	const mayBeRepeated = !isFromCache && isKeptInParts(response);
	return { range, isFromCache, headerBytes: headerTextBytes(response), mayBeRepeated };
}

/** Whether Chromium's cache keeps parts of a file: it may be stored, and a validator shows that its parts are of one version. */
function isKeptInParts({ responseHeaders }: ResponseDetails): boolean {
	if (/\bno-store\b/i.test(headerValue(responseHeaders, 'cache-control') ?? '')) return false;
	const hasStrongTag = /^\s*"/.test(headerValue(responseHeaders, 'etag') ?? '');
	return hasStrongTag || headerValue(responseHeaders, 'last-modified') !== null;
}

/** Whether an event stream has a content coding; null for any other response. */
export function isCodedEventStream({ responseHeaders }: ResponseDetails): boolean | null {
	if (!/^\s*text\/event-stream\b/i.test(headerValue(responseHeaders, 'content-type') ?? '')) return null;
	return /^\s*(?!identity\b)\S/i.test(headerValue(responseHeaders, 'content-encoding') ?? '');
}

/** Size of the whole resource: the total of Content-Range, else the length of the body; null if both are absent. */
export function wholeResourceBytes(response: ResponseDetails): number | null {
	const range = /\/(\d+)\s*$/.exec(headerValue(response.responseHeaders, 'content-range') ?? '');
	return range ? Number(range[1]) : announcedBodyBytes(response);
}

/** Received bytes of a completed response. A revalidation (304) is its headers; they do not show what it saved. */
export function costOfCompleted(response: ResponseDetails): ResponseCost {
	const headerBytes = headerTextBytes(response);
	const bodyBytes = announcedBodyBytes(response);
	if (response.responseSize) {
		const bytes = response.responseSize;
		return { outcome: 'sized', bytes, headerBytes: Math.min(headerBytes, bytes) };
	}
	if (response.fromCache && response.statusCode !== NOT_MODIFIED) {
		return { outcome: 'cached', bytes: 0, savedBytes: bodyBytes ?? 0 };
	}
	if (bodyBytes === null) return { outcome: 'unsized', headerBytes, isBroken: false };
	return { outcome: 'sized', bytes: headerBytes + bodyBytes, headerBytes };
}

/** Received bytes of an aborted or failed request: exact where the browser counts them. With `isCached`, what the page read of it may be cached. */
export function costOfAborted(responseSize: number | undefined, isCached = false): ResponseCost {
	return responseSize
		? { outcome: 'sized', bytes: responseSize, headerBytes: 0 }
		: { outcome: 'unsized', headerBytes: 0, isBroken: true, isCached };
}
