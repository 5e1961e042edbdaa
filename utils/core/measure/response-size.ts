/** One response header as `webRequest` gives it; binary values come as bytes. */
export interface ResponseHeader {
	readonly name: string;
	readonly value?: string | undefined;
	readonly binaryValue?: readonly number[] | undefined;
}

/** The facts of an ended request that tell its size, from `webRequest.onCompleted` or `onErrorOccurred`. */
export interface EndedResponse {
	readonly statusLine: string;
	readonly statusCode: number;
	readonly headers: readonly ResponseHeader[];
	readonly fromCache: boolean;
	readonly method: string;
	/** Firefox only: bytes that the browser received for it, headers included; 0 when another extension hides it. */
	readonly responseSize?: number | undefined;
}

/** What a response cost: bytes (`headerBytes` of them headers), or only its headers when the body's size is not told (chunked, or broken off); or what the cache spared. */
export type ResponseCost =
	| { readonly outcome: 'sized'; readonly bytes: number; readonly headerBytes: number }
	| {
			readonly outcome: 'unsized';
			readonly headerBytes: number;
			readonly isBroken: boolean;
			readonly isCached?: boolean;
	  }
	| { readonly outcome: 'cached'; readonly bytes: number; readonly sparedBytes: number };

const LINE_END_BYTES = 2;
const SEPARATOR_BYTES = 2;
const NOT_MODIFIED = 304;
/** Statuses that never have a body: RFC 9110, sections 15.2, 15.3.5 and 15.4.5. */
const BODILESS_STATUSES: readonly number[] = [101, 204, 205, NOT_MODIFIED];

/** The value of a header, its name compared without case; null when it is absent. */
export function headerValue(headers: readonly ResponseHeader[], name: string): string | null {
	return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Bytes of the status line and header lines as HTTP/1.1 writes them. HTTP/2 compresses them: +0.4 % on our pages. */
export function headerTextBytes(statusLine: string, headers: readonly ResponseHeader[]): number {
	let bytes = statusLine.length + LINE_END_BYTES + LINE_END_BYTES;
	for (const { name, value, binaryValue } of headers) {
		bytes += name.length + SEPARATOR_BYTES + (value?.length ?? binaryValue?.length ?? 0) + LINE_END_BYTES;
	}
	return bytes;
}

/** Body bytes that the headers announce; null for a chunked body, 0 where the protocol allows none. */
export function announcedBodyBytes(response: EndedResponse): number | null {
	if (response.method === 'HEAD' || BODILESS_STATUSES.includes(response.statusCode)) return 0;
	const length = headerValue(response.headers, 'content-length');
	if (length === null || !/^\d+$/.test(length.trim())) return null;
	return Number(length);
}

/** Size of the whole resource behind a response: the total of Content-Range, else the body's own length; null when neither tells. */
export function wholeResourceBytes(response: EndedResponse): number | null {
	const range = /\/(\d+)\s*$/.exec(headerValue(response.headers, 'content-range') ?? '');
	return range ? Number(range[1]) : announcedBodyBytes(response);
}

/** What a completed response cost. A revalidation (304) costs its headers and spares nothing that its own headers tell. */
export function costOfCompleted(response: EndedResponse): ResponseCost {
	const headerBytes = headerTextBytes(response.statusLine, response.headers);
	const bodyBytes = announcedBodyBytes(response);
	if (response.responseSize) {
		return {
			outcome: 'sized',
			bytes: response.responseSize,
			headerBytes: Math.min(headerBytes, response.responseSize),
		};
	}
	if (response.fromCache && response.statusCode !== NOT_MODIFIED) {
		return { outcome: 'cached', bytes: 0, sparedBytes: bodyBytes ?? 0 };
	}
	if (bodyBytes === null) return { outcome: 'unsized', headerBytes, isBroken: false };
	return { outcome: 'sized', bytes: headerBytes + bodyBytes, headerBytes };
}

/** What an aborted or failed request cost: exact where the browser counts it, else unsized. The cache may have answered its beginning. */
export function costOfAborted(responseSize: number | undefined, isCached = false): ResponseCost {
	return responseSize
		? { outcome: 'sized', bytes: responseSize, headerBytes: 0 }
		: { outcome: 'unsized', headerBytes: 0, isBroken: true, isCached };
}
