import { OWN_SENT, OWN_UPLOAD, OWN_UPLOADED } from '@/utils/measure/connection';
import type { Tally } from './tally';
import { quietly } from './wrap';

/** Bodies up to this size are written at once: they have gone as soon as they are sent. Bytes. */
const WRITTEN_AT_ONCE_BYTES = 2 ** 16;
/** Statuses of servers that have read the whole body; others may refuse it at its beginning: RFC 9110, section 15.5.14. */
const FIRST_READ_STATUS = 200;
const FIRST_ERROR_STATUS = 400;

const isRead = (status: number) => status >= FIRST_READ_STATUS && status < FIRST_ERROR_STATUS;

/**
 * Adds up bodies that this frame sends, large ones only once an answer shows that they have gone: until then, and when they are given
 * up or refused, what went of them is unknown.
 */
export class Uploads {
	readonly #tally: Tally;
	readonly #then = Promise.prototype.then;

	constructor(tally: Tally) {
		this.#tally = tally;
	}

	/** A body of which nothing more will be told. */
	add(bytes: number): void {
		if (bytes === 0) return;
		this.#tally.line(OWN_SENT)[2] += bytes;
		this.#tally.grow();
	}

	/** A body that a request is about to send which tells by an event that it was answered. */
	addOfRequest(bytes: number, request: EventTarget & { readonly status: number }): void {
		if (!this.#isPending(bytes)) return;
		const settle = () => quietly(() => isRead(request.status) && this.#finish(bytes));
		request.addEventListener('load', settle, { once: true });
	}

	/** A body that `fetch` sends. The page gets a promise of its own for a large one, so that one that it leaves unhandled stays so. */
	addOfFetch(bytes: number, answer: Promise<Response>): Promise<Response> {
		if (!this.#isPending(bytes)) return answer;
		return new Promise((resolve, reject) => {
			const settle = (response: Response) => {
				quietly(() => isRead(response.status) && this.#finish(bytes));
				resolve(response);
			};
			Reflect.apply(this.#then, answer, [settle, reject]);
		});
	}

	/** Whether an answer has to show that the body has gone; one that needs none is added. */
	#isPending(bytes: number): boolean {
		const isPending = bytes > WRITTEN_AT_ONCE_BYTES;
		if (!isPending) this.add(bytes);
		else {
			this.#tally.line(OWN_UPLOAD)[0]++;
			this.#tally.grow();
		}
		return isPending;
	}

	#finish(bytes: number): void {
		this.#tally.line(OWN_UPLOADED)[0]++;
		this.add(bytes);
	}
}
