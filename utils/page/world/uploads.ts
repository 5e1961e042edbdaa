import { OWN_SENT, OWN_UPLOAD, OWN_UPLOADED } from '@/utils/core/measure/connection';
import type { Counters } from './counters';
import { quietly } from './wrap';

/** Bodies up to this size are written at once: they have gone by the time of any answer. Bytes. */
const WRITTEN_AT_ONCE_BYTES = 2 ** 16;
/** Statuses of servers that have read the whole body; others may refuse it at its beginning: RFC 9110, section 15.5.14. */
const FIRST_READ_STATUS = 200;
const FIRST_ERROR_STATUS = 400;

interface Answer {
	/** 0 where another origin hides it. */
	readonly status: number;
	/** Whether a redirect came before, which may have had the body sent again. */
	readonly redirected?: boolean;
	readonly type?: string;
	readonly url?: string;
}

interface AnsweredRequest extends EventTarget {
	readonly status: number;
	readonly responseURL: string;
}

/**
 * Adds up bodies that this frame's scripts send once an answer shows that they have gone. What went of large ones that are under way,
 * given up, refused or, by `fetch`, sent on is unknown.
 */
export class Uploads {
	readonly #counters: Counters;
	/** The page may put another in its place later. */
	readonly #Promise = Promise;
	readonly #then = Promise.prototype.then;

	constructor(counters: Counters) {
		this.#counters = counters;
	}

	/** A body of which nothing more will be told. */
	add(bytes: number): void {
		if (bytes === 0) return;
		this.#counters.line(OWN_SENT)[2] += bytes;
		this.#counters.grow();
	}

	/** A body that a request is about to send which tells by an event that it was answered, until `signal` says that it sends another. */
	addOfRequest(bytes: number, request: AnsweredRequest, signal?: AbortSignal): void {
		if (bytes === 0) return;
		this.#begin(bytes);
		const settle = () =>
			quietly(() => {
				if (request.status > 0) this.#settle(bytes, { status: request.status, url: request.responseURL });
			});
		request.addEventListener('loadend', settle, { once: true, ...(signal && { signal }) });
	}

	/** A body that `fetch` sends. The page gets a promise of its own for it, so that one that it leaves unhandled stays so. */
	addOfFetch(bytes: number, answer: Promise<Response>): Promise<Response> {
		if (bytes === 0) return answer;
		quietly(() => this.#begin(bytes));
		return new this.#Promise((resolve, reject) => {
			const settle = (response: Response) => {
				quietly(() => this.#settle(bytes, response));
				resolve(response);
			};
			Reflect.apply(this.#then, answer, [settle, reject]);
		});
	}

	#begin(bytes: number): void {
		if (bytes <= WRITTEN_AT_ONCE_BYTES) return;
		this.#counters.line(OWN_UPLOAD)[0]++;
		this.#counters.grow();
	}

	#settle(bytes: number, { status, redirected, type, url = '' }: Answer): void {
		const isOfNetwork = type === 'opaque' || /^http/.test(url);
		if (!isOfNetwork) return;
		const isLarge = bytes > WRITTEN_AT_ONCE_BYTES;
		const isRead = status >= FIRST_READ_STATUS && status < FIRST_ERROR_STATUS;
		if (isLarge && !isRead) return;
		if (isLarge && !redirected) this.#counters.line(OWN_UPLOADED)[0]++;
		this.add(bytes);
	}
}
