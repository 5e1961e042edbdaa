import { OWN_SENT, OWN_UPLOAD, OWN_UPLOADED } from '@/utils/core/measure/connection';
import type { Counters } from './counters';
import { quietly } from './wrap';

/** Bodies up to this size are written at once, so they are sent when any response arrives. Bytes. */
const SMALL_BODY_BYTES = 2 ** 16;
/** A server with a 2xx or 3xx status has read the whole body; others may have refused it early: RFC 9110, section 15.5.14. */
const FIRST_SUCCESS_STATUS = 200;
const FIRST_ERROR_STATUS = 400;

interface UploadResponse {
	/** 0 for an opaque response of another origin. */
	readonly status: number;
	/** Whether a redirect came first, which may have sent the body twice. */
	readonly redirected?: boolean;
	readonly type?: string;
	readonly url?: string;
}

interface XhrResponse extends EventTarget {
	readonly status: number;
	readonly responseURL: string;
}

/**
 * Adds up the bodies that the frame's scripts send, once a response shows that they were sent. Unknown: how much was sent of
 * large bodies that are in progress, aborted, refused, or redirected by `fetch`.
 */
export class Uploads {
	readonly #counters: Counters;
	/** Captured first: the page may replace them later. */
	readonly #Promise = Promise;
	readonly #then = Promise.prototype.then;

	constructor(counters: Counters) {
		this.#counters = counters;
	}

	/** Adds a body whose response is not observed. */
	add(bytes: number): void {
		if (bytes === 0) return;
		this.#counters.counter(OWN_SENT).sentBytes += bytes;
		this.#counters.notify();
	}

	/** Adds a body that an XHR is about to send; `signal` aborts when the same object sends another. */
	addOfRequest(bytes: number, request: XhrResponse, signal?: AbortSignal): void {
		if (bytes === 0) return;
		this.#begin(bytes);
		const settle = () =>
			quietly(() => {
				if (request.status > 0) this.#settle(bytes, { status: request.status, url: request.responseURL });
			});
		request.addEventListener('loadend', settle, { once: true, ...(signal && { signal }) });
	}

	/** Adds a body that `fetch` sends. The page gets our promise instead, so that an unhandled rejection still counts as one. */
	addOfFetch(bytes: number, response: Promise<Response>): Promise<Response> {
		if (bytes === 0) return response;
		quietly(() => this.#begin(bytes));
		return new this.#Promise((resolve, reject) => {
			const settle = (value: Response) => {
				quietly(() => this.#settle(bytes, value));
				resolve(value);
			};
			Reflect.apply(this.#then, response, [settle, reject]);
		});
	}

	#begin(bytes: number): void {
		if (bytes <= SMALL_BODY_BYTES) return;
		this.#counters.counter(OWN_UPLOAD).count++;
		this.#counters.notify();
	}

	#settle(bytes: number, { status, redirected, type, url = '' }: UploadResponse): void {
		const isOfNetwork = type === 'opaque' || /^http/.test(url);
		if (!isOfNetwork) return;
		const isLarge = bytes > SMALL_BODY_BYTES;
		const isRead = status >= FIRST_SUCCESS_STATUS && status < FIRST_ERROR_STATUS;
		if (isLarge && !isRead) return;
		if (isLarge && !redirected) this.#counters.counter(OWN_UPLOADED).count++;
		this.add(bytes);
	}
}
