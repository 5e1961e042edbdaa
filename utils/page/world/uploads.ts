import { OWN_SENT, OWN_UPLOAD, OWN_UPLOADED } from '@/utils/core/measure/connection';
import type { Counters } from './counters';
import { matches, noteResolved } from './natives';

/** Bodies up to this size are written at once, so they are sent when any response arrives. Bytes. */
const SMALL_BODY_BYTES = 2 ** 16;
/** A server with a 2xx or 3xx status has read the whole body; others may have refused it early: RFC 9110, section 15.5.14. */
const FIRST_SUCCESS_STATUS = 200;
const FIRST_ERROR_STATUS = 400;

/** What is read of a response to a request with a body. */
export interface UploadResponse {
	/** 0 for an opaque response of another origin. */
	readonly status: number;
	/** Whether a redirect came first, which may have sent the body twice. */
	readonly redirected?: boolean;
	readonly type?: string;
	readonly url?: string;
}

/**
 * Adds up the bodies that the frame's scripts send, once a response shows that they were sent. Unknown: how much was sent of
 * large bodies that are in progress, aborted, refused, or redirected by `fetch`.
 */
export class Uploads {
	readonly #counters: Counters;

	constructor(counters: Counters) {
		this.#counters = counters;
	}

	/** Adds a body whose response is not observed. `isByScript`: it is of a request of a script, not of a form. */
	add(bytes: number, isByScript = true): void {
		if (bytes === 0) return;
		const counter = this.#counters.counter(OWN_SENT);
		counter.sentBytes += bytes;
		if (isByScript) counter.count++;
		this.#counters.notify();
	}

	/** A body that was added is not sent after all. */
	takeBack(bytes: number): void {
		if (bytes === 0) return;
		const counter = this.#counters.counter(OWN_SENT);
		counter.sentBytes -= bytes;
		counter.count--;
		this.#counters.notify();
	}

	/** A body is about to be sent whose response will be observed. */
	begin(bytes: number): void {
		if (bytes <= SMALL_BODY_BYTES) return;
		this.#counters.counter(OWN_UPLOAD).count++;
		this.#counters.notify();
	}

	/** The response to a body has come. */
	settle(bytes: number, { status, redirected, type, url = '' }: UploadResponse): void {
		const isOfNetwork = type === 'opaque' || matches(/^http/, url);
		if (!isOfNetwork || bytes === 0) return;
		const isLarge = bytes > SMALL_BODY_BYTES;
		const isRead = status >= FIRST_SUCCESS_STATUS && status < FIRST_ERROR_STATUS;
		if (isLarge && !isRead) return;
		if (isLarge && !redirected) this.#counters.counter(OWN_UPLOADED).count++;
		this.add(bytes);
	}

	/** Adds a body that `fetch` sends, and returns the promise for the page: see `noteResolved`. */
	addOfFetch<Answer>(
		bytes: number,
		response: Promise<Answer>,
		read: (response: Answer) => UploadResponse,
	): Promise<Answer> {
		if (bytes === 0) return response;
		this.begin(bytes);
		return noteResolved(response, (value) => this.settle(bytes, read(value)));
	}
}
