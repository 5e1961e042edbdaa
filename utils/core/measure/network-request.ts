import { addressKey } from './address-key';
import type { NetworkFact } from './network-fact';
import { kindOfRequest } from './resource-kind';
import {
	announcedBodyBytes,
	costOfAborted,
	costOfCompleted,
	type EndedResponse,
	headerTextBytes,
	headerValue,
	type ResponseCost,
	type ResponseHeader,
	wholeResourceBytes,
} from './response-size';

/** The fields of a `webRequest` event that the ledger reads; Chrome and Firefox each lack some. */
export interface RequestDetails {
	readonly requestId: string;
	readonly url: string;
	readonly method: string;
	readonly type: string;
	readonly tabId: number;
	readonly frameId: number;
	readonly timeStamp: number;
	readonly documentId?: string | undefined;
	/** Page that asked: Chrome gives its origin, Firefox its address. */
	readonly initiator?: string | undefined;
	readonly documentUrl?: string | undefined;
	readonly originUrl?: string | undefined;
	/** Firefox only: the documents above the frame, the top one last. */
	readonly frameAncestors?: readonly { readonly url: string }[] | undefined;
	readonly statusCode?: number | undefined;
	readonly statusLine?: string | undefined;
	readonly fromCache?: boolean | undefined;
	/** Address of the server that was reached; absent when a request failed before. */
	readonly ip?: string | undefined;
	readonly responseHeaders?: readonly ResponseHeader[] | undefined;
	/** Why a request failed; absent for one that came to its end. */
	readonly error?: string | undefined;
	/** Firefox only. */
	readonly responseSize?: number | undefined;
	readonly requestSize?: number | undefined;
}

function responseOf(details: RequestDetails): EndedResponse {
	return {
		statusLine: details.statusLine ?? '',
		statusCode: details.statusCode ?? 0,
		headers: details.responseHeaders ?? [],
		fromCache: details.fromCache === true,
		method: details.method,
		responseSize: details.responseSize,
	};
}

function kindOf(details: RequestDetails) {
	return kindOfRequest(details.type, headerValue(details.responseHeaders ?? [], 'content-type'), details.url);
}

/** Request types of which other ledgers tell too: a video's parts, the messages of a socket. */
const LINKED: readonly string[] = ['media', 'websocket'];

/** Requests whose answer is a page, which its own navigation entry names by the address it ended at. */
const NAVIGATIONS: readonly string[] = ['main_frame', 'sub_frame'];

/**
 * The row of a request: the address it first asked for, since that is the name Resource Timing gives it after redirects;
 * of a navigation the address it ended at, since that is the name of its navigation entry (seen in Chromium and Firefox).
 * Videos are told as opened when their response starts, because they may take as long as the lesson to end; documents and
 * pictures too, so that what breaks off as its page is left ends in the visit that it began in.
 */
export class RequestReader {
	readonly #firstKeys = new Map<string, string>();
	readonly #open = new Set<string>();

	/** A response has begun; null where it has no body to wait for. Never called for a hop of a redirect chain. */
	opened(details: RequestDetails): NetworkFact | null {
		const isVideo = details.type === 'media';
		const response = responseOf(details);
		if (!isVideo && announcedBodyBytes(response) === 0) return null;
		this.#open.add(details.requestId);
		return {
			what: 'opened',
			requestId: details.requestId,
			key: this.#keyOf(details),
			kind: kindOf(details),
			wholeBytes: wholeResourceBytes(response),
			atMs: details.timeStamp,
			isVideo,
			isCached: details.fromCache === true,
			isFromStart: !/^\s*bytes\s+[1-9]/i.test(headerValue(response.headers, 'content-range') ?? ''),
		};
	}

	/** A hop of a redirect chain: only its headers travelled. */
	redirected(details: RequestDetails): NetworkFact {
		const key = this.#keyOf(details);
		const isNavigation = NAVIGATIONS.includes(details.type);
		if (!isNavigation) this.#firstKeys.set(details.requestId, key);
		const headerBytes = details.fromCache
			? 0
			: headerTextBytes(details.statusLine ?? '', details.responseHeaders ?? []);
		return { what: 'redirected', key, kind: kindOf(details), headerBytes, isNavigation };
	}

	/** A response came to its end. */
	completed(details: RequestDetails): NetworkFact {
		const response = responseOf(details);
		return this.#ended(details, costOfCompleted(response), wholeResourceBytes(response));
	}

	/** A request was aborted or failed; null when it reached no server (blocked, offline) or was a navigation that was given up. */
	aborted(details: RequestDetails): NetworkFact | null {
		const hasReached = this.#open.has(details.requestId) || (details.ip !== undefined && details.type !== 'main_frame');
		if (!hasReached && !details.responseSize) {
			this.#firstKeys.delete(details.requestId);
			return null;
		}
		return this.#ended(details, costOfAborted(details.responseSize, details.fromCache), null);
	}

	#ended(details: RequestDetails, cost: ResponseCost, wholeBytes: number | null): NetworkFact {
		const key = this.#keyOf(details);
		this.#firstKeys.delete(details.requestId);
		this.#open.delete(details.requestId);
		const sentBytes = details.requestSize ?? null;
		const { requestId, type, timeStamp: atMs } = details;
		const isPlain = !LINKED.includes(type);
		return { what: 'ended', requestId, key, kind: kindOf(details), cost, wholeBytes, sentBytes, atMs, isPlain };
	}

	#keyOf(details: RequestDetails): string {
		return this.#firstKeys.get(details.requestId) ?? addressKey(details.url);
	}
}
