import { type NetworkFact, type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { BURST_WINDOW_MS, BurstGauge } from '@/utils/core/measure/request-burst';
import { PreflightWatch } from './preflights';
import { FETCH_TYPE, listenAgain, type RequestListener, requestEvents } from './request-events';

/**
 * Only Firefox counts bytes itself (`responseSize`), and it reads 0 for every request as soon as any extension listens to
 * `onHeadersReceived` or `onResponseStarted`. So responses in flight are observed in Chrome only.
 */
const countsBytes = import.meta.env.FIREFOX;

const HEADERS = ['responseHeaders'];

/** Types of few and large responses, whose start is worth an event. Of fetches, only event streams are recorded. */
const LONG_TYPES = ['media', 'image', 'object', 'main_frame', 'sub_frame'];

/** Records a fact; returns true when it belongs to a visit. */
type Recorder = (details: RequestDetails, fact: NetworkFact) => boolean;

/** Listens to the browser's requests and records them. Call `start` again after a new host permission: Chrome requires it. */
export class NetworkWatch {
	readonly #reader = new RequestReader();
	readonly #record: Recorder;
	readonly #preflights = new PreflightWatch((details) => this.#record(details, this.#reader.completed(details)));
	readonly #gauge = new BurstGauge();
	readonly #onNavigation: RequestListener;
	#isPaused = false;

	/** `onNavigation` is called when a navigation begins, in Firefox. */
	constructor(record: Recorder, onNavigation: RequestListener) {
		this.#record = record;
		this.#onNavigation = onNavigation;
	}

	start(): void {
		this.#listenToCostlyEvents();
		listenAgain(requestEvents.onBeforeRedirect, this.#onRedirect, HEADERS);
		listenAgain(requestEvents.onCompleted, this.#onCompleted, HEADERS);
		if (countsBytes) return;
		listenAgain(requestEvents.onErrorOccurred, this.#onError);
		// Not `onHeadersReceived`: Chrome sets `fromCache` only from this event on.
		listenAgain(requestEvents.onResponseStarted, this.#onStarted, HEADERS, LONG_TYPES);
		this.#preflights.start();
	}

	/**
	 * The events for which Firefox calls scripts of its own at each step of every connection. In Chrome the beginnings of fetches: event
	 * streams stay open, and only there they show whether they are compressed.
	 */
	#listenToCostlyEvents(): void {
		if (!countsBytes) {
			listenAgain(requestEvents.onResponseStarted, this.#onFetchStarted, HEADERS, [FETCH_TYPE]);
			return;
		}
		listenAgain(requestEvents.onErrorOccurred, this.#onError);
		// In Firefox a navigation's later events lack the tab's id unless something listens here.
		listenAgain(requestEvents.onBeforeRequest, this.#onNavigation, undefined, ['main_frame']);
	}

	/**
	 * Stops listening to the costly events until a request burst is over: in Firefox they would cost more than all the rest of
	 * Sobrio. A request that fails meanwhile is not counted there, a navigation is matched by its address, and the size of an event stream
	 * that begins in Chrome is unknown.
	 */
	#pauseDuringBurst(): void {
		if (this.#isPaused) return;
		this.#isPaused = true;
		if (countsBytes) requestEvents.onErrorOccurred.removeListener(this.#onError);
		requestEvents.onResponseStarted.removeListener(this.#onFetchStarted);
		requestEvents.onBeforeRequest.removeListener(this.#onNavigation);
		const resume = () => {
			if (this.#gauge.isBursting(Date.now())) {
				setTimeout(resume, BURST_WINDOW_MS);
				return;
			}
			this.#isPaused = false;
			this.#listenToCostlyEvents();
		};
		setTimeout(resume, BURST_WINDOW_MS);
	}

	/** A listener of its own, which is removed during bursts. */
	readonly #onFetchStarted = (details: RequestDetails) => this.#onStarted(details);
	readonly #onStarted = (details: RequestDetails) => {
		const fact = this.#reader.opened(details);
		if (fact) this.#record(details, fact);
	};
	readonly #onRedirect = (details: RequestDetails) => void this.#record(details, this.#reader.redirected(details));
	readonly #onCompleted = (details: RequestDetails) => {
		if (!countsBytes && this.#preflights.handle(details)) return;
		const isVisit = this.#record(details, this.#reader.completed(details));
		if (!countsBytes && isVisit) this.#preflights.noteFetch(details);
		if (details.type === FETCH_TYPE && this.#gauge.count(details.timeStamp)) this.#pauseDuringBurst();
	};
	readonly #onError = (details: RequestDetails) => {
		const fact = this.#reader.aborted(details);
		if (fact) this.#record(details, fact);
	};
}
