import type { Kind } from '@/utils/core/schema/names';
import { addressKey } from './address-key';
import { kindOfRequest } from './resource-kind';
import {
	announcedBodyBytes,
	costOfAborted,
	costOfCompleted,
	costOfRedirect,
	headerValue,
	isCodedEventStream,
	type PartDetails,
	partOf,
	type ResponseCost,
	type ResponseDetails,
	wholeResourceBytes,
} from './response-size';

/** The fields of a `webRequest` event that are read; Chrome and Firefox each lack some. */
export interface RequestDetails extends ResponseDetails {
	readonly requestId: string;
	readonly url: string;
	readonly type: string;
	readonly tabId: number;
	readonly frameId: number;
	readonly timeStamp: number;
	readonly documentId?: string | undefined;
	/** Chrome only: `prerender` for a page that is prepared and may never be shown. */
	readonly documentLifecycle?: string | undefined;
	/** Chrome only: `outermost_frame` for a request of a page itself, also of one that is prepared or left, whose `frameId` is not 0. */
	readonly frameType?: string | undefined;
	/** The page that made the request: its origin in Chrome, its address in Firefox. */
	readonly initiator?: string | undefined;
	readonly documentUrl?: string | undefined;
	readonly originUrl?: string | undefined;
	/** Where a redirect leads. */
	readonly redirectUrl?: string | undefined;
	/** Firefox only: the documents that contain the frame, the top one last. */
	readonly frameAncestors?: readonly { readonly url: string }[] | undefined;
	/** Address of the server; absent if the request failed before its response was accepted. */
	readonly ip?: string | undefined;
	/** Why a request failed; absent for a completed one. */
	readonly error?: string | undefined;
	/** Firefox only: bytes sent. */
	readonly requestSize?: number | undefined;
}

/** A response has begun. */
export interface OpenedFact {
	readonly what: 'opened';
	readonly requestId: string;
	/** Size of the whole resource by its headers; null if they do not tell. */
	readonly wholeBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly isVideo: boolean;
	/** Whether an event stream has a content coding, such as gzip; null for any other response. */
	readonly isCodedStream: boolean | null;
	/** The browser's cache answers the beginning; the network may continue under the same flag. */
	readonly isCached: boolean;
	/** The response starts at the resource's first byte. */
	readonly isFromStart: boolean;
}

/** A response has ended, successfully or not. */
export interface EndedFact {
	readonly what: 'ended';
	readonly requestId: string;
	readonly cost: ResponseCost;
	readonly wholeBytes: number | null;
	readonly sentBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** The part of a file that it is; null for a whole one, and for videos, whose buffered share shows what was loaded. */
	readonly part: PartDetails | null;
	/** Nothing else adds to it: it is no part of a file or video, and no socket. */
	readonly isStandalone: boolean;
	/** Key of the address at which the document of an `object` ended after redirects, which reports itself there; null for all others. */
	readonly documentKey: string | null;
	/** A script sent a body, probably, of which the browser shows no size. */
	readonly isUpload: boolean;
}

/** One redirect of a chain. */
export interface RedirectedFact {
	readonly what: 'redirected';
	readonly requestId: string;
	/** Of its headers, and of a short body. */
	readonly bytes: number;
	/** The most that came of a longer body; 0 where there is none. */
	readonly hiddenBytes: number;
	readonly isNavigation: boolean;
}

/** What the browser's network events showed of one request, by the key of its ledger row. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (OpenedFact | EndedFact | RedirectedFact);

function kindOf(details: RequestDetails) {
	return kindOfRequest(details.type, headerValue(details.responseHeaders, 'content-type'), details.url);
}

/** Request types to which the page's reports add: parts of videos, messages of sockets. */
const REPORTED: readonly string[] = ['media', 'websocket'];

/** Methods of requests with a body, and the types of those that scripts make. */
const UPLOAD_METHODS: readonly string[] = ['POST', 'PUT', 'PATCH'];
const BY_SCRIPT: readonly string[] = ['xmlhttprequest', 'ping'];

/** Requests for a page. Its navigation entry in Resource Timing has the address at which it ended. */
const NAVIGATIONS: readonly string[] = ['main_frame', 'sub_frame'];

/**
 * Errors by which Chrome refuses a response that it has begun to receive: CORS, Opaque Response Blocking (ORB), Cross-Origin-Resource-Policy,
 * or an invalid one. Their events have no `ip`. Names: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
const REFUSED =
	/^net::ERR_(?:FAILED|BLOCKED_BY_(?:ORB|RESPONSE)|CONTENT_DECODING_\w+|RESPONSE_HEADERS_\w+|INVALID_(?:HTTP_)?RESPONSE)$/;

/**
 * Reads the browser's network events. A redirected request counts at its first address, as in Resource Timing; a redirected
 * navigation at its last address, as in its navigation entry (seen in Chromium and Firefox). The beginning of a response is a fact
 * of its own, since a video may take a whole lesson to end, and a request aborted by leaving a page belongs to the visit of that page.
 */
export class RequestReader {
	readonly #firstKeys = new Map<string, string>();
	readonly #open = new Set<string>();

	/** A response has begun; null if it has no body, and for a fetch that is no event stream. Never called for a redirect. */
	opened(details: RequestDetails): NetworkFact | null {
		const isVideo = details.type === 'media';
		const isCodedStream = isCodedEventStream(details);
		if (!isVideo && announcedBodyBytes(details) === 0) return null;
		if (details.type === 'xmlhttprequest' && isCodedStream === null) return null;
		this.#open.add(details.requestId);
		return {
			what: 'opened',
			requestId: details.requestId,
			key: this.#keyOf(details),
			kind: kindOf(details),
			wholeBytes: wholeResourceBytes(details),
			atMs: details.timeStamp,
			isVideo,
			isCodedStream,
			isCached: details.fromCache === true,
			isFromStart: !/^\s*bytes\s+[1-9]/i.test(headerValue(details.responseHeaders, 'content-range') ?? ''),
		};
	}

	/** A redirect. */
	redirected(details: RequestDetails): NetworkFact {
		const key = this.#keyOf(details);
		const isNavigation = NAVIGATIONS.includes(details.type);
		if (!isNavigation) this.#firstKeys.set(details.requestId, key);
		const { requestId } = details;
		return { what: 'redirected', requestId, key, kind: kindOf(details), isNavigation, ...costOfRedirect(details) };
	}

	completed(details: RequestDetails): NetworkFact {
		const part = details.type === 'media' ? null : partOf(details);
		return this.#ended(details, costOfCompleted(details), wholeResourceBytes(details), part);
	}

	/** A request was aborted or failed; null if it reached no server (blocked, offline), or was an abandoned navigation. */
	aborted(details: RequestDetails): NetworkFact | null {
		// Chromium names no address before a response begins. One that a server has redirected may be on its way.
		const isRedirected = details.error === 'net::ERR_ABORTED' && this.#firstKeys.has(details.requestId);
		const hasAnswered = details.ip !== undefined || isRedirected || REFUSED.test(details.error ?? '');
		const hasReached = this.#open.has(details.requestId) || (hasAnswered && details.type !== 'main_frame');
		if (!hasReached && !details.responseSize) {
			this.#firstKeys.delete(details.requestId);
			return null;
		}
		// In Firefox no byte came over the network, or another extension hides how many.
		const isDoubtful = details.fromCache || details.responseSize === 0;
		return this.#ended(details, costOfAborted(details.responseSize, isDoubtful), null);
	}

	#ended(
		details: RequestDetails,
		cost: ResponseCost,
		wholeBytes: number | null,
		part: PartDetails | null = null,
	): NetworkFact {
		const key = this.#keyOf(details);
		this.#firstKeys.delete(details.requestId);
		this.#open.delete(details.requestId);
		const sentBytes = details.requestSize ?? null;
		const { requestId, type, method, timeStamp: atMs } = details;
		const isStandalone = part === null && !REPORTED.includes(type);
		const isUpload = sentBytes === null && BY_SCRIPT.includes(type) && UPLOAD_METHODS.includes(method);
		const ended = { requestId, key, kind: kindOf(details), cost, wholeBytes, sentBytes, atMs, part };
		const isDocument = type === 'object' && /html/i.test(headerValue(details.responseHeaders, 'content-type') ?? '');
		const lastKey = addressKey(details.url);
		const documentKey = isDocument && lastKey !== key ? lastKey : null;
		return { what: 'ended', ...ended, documentKey, isStandalone, isUpload };
	}

	#keyOf(details: RequestDetails): string {
		return this.#firstKeys.get(details.requestId) ?? addressKey(details.url);
	}
}
