import type { NetworkFact } from '@/utils/core/measure/network-fact';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { BurstGauge, RAIN_WINDOW_MS } from '@/utils/core/measure/request-burst';
import { PreflightWatch } from './preflights';
import { FETCH_TYPE, relisten, requestEvents } from './request-events';

/**
 * Firefox alone counts bytes itself (`responseSize`), and reads 0 for every request as soon as anyone listens to
 * `onHeadersReceived` or `onResponseStarted`; so responses in flight are looked at in Chrome only.
 */
const countsBytes = import.meta.env.FIREFOX;

const HEADERS = ['responseHeaders'];

/** Types few and large enough that the beginning of each response is worth an event. */
const LONG_TYPES = ['media', 'image', 'object', 'main_frame', 'sub_frame'];

/** Where the facts go; true when a visit took it. */
type Booker = (details: RequestDetails, fact: NetworkFact) => boolean;

/** Listens to the browser's requests and books them to visits. `start` again after a new host permission: Chrome needs it. */
export class NetworkWatch {
	readonly #reader = new RequestReader();
	readonly #book: Booker;
	readonly #preflights = new PreflightWatch((details) => this.#book(details, this.#reader.completed(details)));
	readonly #gauge = new BurstGauge();
	#isSheltered = false;

	constructor(book: Booker) {
		this.#book = book;
	}

	start(): void {
		this.#listenToBeginnings();
		relisten(requestEvents.onBeforeRedirect, this.#onRedirect, HEADERS);
		relisten(requestEvents.onCompleted, this.#onCompleted, HEADERS);
		if (countsBytes) return;
		// Not `onHeadersReceived`: only from here on Chrome says whether the cache answers.
		relisten(requestEvents.onResponseStarted, this.#onStarted, HEADERS, LONG_TYPES);
		this.#preflights.start();
	}

	/** To what makes Firefox call its own scripts at the beginning of each request, whatever the request. */
	#listenToBeginnings(): void {
		relisten(requestEvents.onErrorOccurred, this.#onError);
		// In Firefox a navigation's later events lack the tab's id unless something listens here.
		if (countsBytes) relisten(requestEvents.onBeforeRequest, ignore, undefined, ['main_frame']);
	}

	/**
	 * As long as anyone listens to errors, Firefox tells its own scripts of each step of every connection, which costs more than
	 * all the rest of Sobrio. While fetches rain it is let alone: one that breaks off in such a second goes uncounted, and a
	 * navigation is known by its address.
	 */
	#shelter(): void {
		if (this.#isSheltered) return;
		this.#isSheltered = true;
		requestEvents.onErrorOccurred.removeListener(this.#onError);
		requestEvents.onBeforeRequest.removeListener(ignore);
		const look = () => {
			if (this.#gauge.isBursting(Date.now())) {
				setTimeout(look, RAIN_WINDOW_MS);
				return;
			}
			this.#isSheltered = false;
			this.#listenToBeginnings();
		};
		setTimeout(look, RAIN_WINDOW_MS);
	}

	readonly #onStarted = (details: RequestDetails) => {
		const fact = this.#reader.opened(details);
		if (fact) this.#book(details, fact);
	};
	readonly #onRedirect = (details: RequestDetails) => void this.#book(details, this.#reader.redirected(details));
	readonly #onCompleted = (details: RequestDetails) => {
		if (!countsBytes && this.#preflights.take(details)) return;
		const isVisit = this.#book(details, this.#reader.completed(details));
		if (!countsBytes) {
			if (isVisit) this.#preflights.note(details);
		} else if (details.type === FETCH_TYPE && this.#gauge.drop(details.timeStamp)) this.#shelter();
	};
	readonly #onError = (details: RequestDetails) => {
		const fact = this.#reader.aborted(details);
		if (fact) this.#book(details, fact);
	};
}

function ignore(): void {
	// Listening is all that Firefox needs.
}
