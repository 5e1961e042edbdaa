import { OWN_SENT, OWN_UPLOAD, OWN_UPLOADED } from '@/utils/measure/connection';
import type { Tally } from './tally';
import { quietly } from './wrap';

/** Bodies up to this size are written at once: they have gone as soon as they are sent. Bytes. */
const WRITTEN_AT_ONCE_BYTES = 2 ** 16;
/** Statuses of servers that have read the whole body; others may refuse it at its beginning: RFC 9110, section 15.5.14. */
const FIRST_READ_STATUS = 200;
const FIRST_ERROR_STATUS = 400;
/** An entry begins at the call, by a clock that is coarser than the call's. Milliseconds. */
const CLOCK_TOLERANCE_MS = 5;

interface Upload {
	readonly url: string;
	readonly sinceMs: number;
	readonly bytes: number;
}

const isRead = (status: number) => status >= FIRST_READ_STATUS && status < FIRST_ERROR_STATUS;

const withoutFragment = (url: string) => url.split('#', 1)[0] as string;

/**
 * Adds up bodies that this frame sends, large ones only once an answer shows that they have gone: until then, and when they are given
 * up or refused, what went of them is unknown.
 */
export class Uploads {
	readonly #tally: Tally;
	readonly #pending = new Set<Upload>();
	#observer: PerformanceObserver | undefined;

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

	/** A body that `fetch` is about to send to an address. Its promise is the page's: the entry of the request tells how it ended. */
	addOfFetch(bytes: number, addressOf: () => string): void {
		if (!this.#isPending(bytes)) return;
		const sinceMs = performance.now() - CLOCK_TOLERANCE_MS;
		this.#pending.add({ url: withoutFragment(addressOf()), sinceMs, bytes });
		this.#observer ??= new PerformanceObserver((list) =>
			quietly(() => {
				for (const entry of list.getEntries()) this.#settle(entry);
			}),
		);
		this.#observer.observe({ type: 'resource' });
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

	#settle(entry: PerformanceEntry): void {
		const { name, startTime, initiatorType, responseStatus } = entry as PerformanceResourceTiming;
		if (initiatorType !== 'fetch') return;
		const url = withoutFragment(name);
		const upload = [...this.#pending].find((each) => each.url === url && startTime >= each.sinceMs);
		if (!upload) return;
		this.#pending.delete(upload);
		if (isRead(responseStatus)) this.#finish(upload.bytes);
		if (this.#pending.size === 0) this.#observer?.disconnect();
	}
}
