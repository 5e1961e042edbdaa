import browser from 'webextension-polyfill';
import type { NetworkFact } from '@/utils/measure/network-fact';
import { type RequestDetails, RequestReader } from '@/utils/measure/network-request';
import { RAIN_WINDOW_MS, RainGauge } from '@/utils/measure/rain';

/** Only what travels over the network; which of these the browser shows depends on the granted hosts. */
const EVERY_HOST = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/**
 * Firefox alone counts bytes itself (`responseSize`), and reads 0 for every request as soon as anyone listens to response
 * headers; so responses in flight are looked at in Chrome only.
 */
const countsBytes = import.meta.env.FIREFOX;

const HEADERS = ['responseHeaders'];
/**
 * Chrome shows cookies (Set-Cookie) only to those who ask for `extraHeaders`, and then sends each such request's headers through
 * another process first: asked for where cookies are set, with documents.
 */
const DOCUMENT_TYPES = ['main_frame', 'sub_frame'];
const FILE_TYPES = requestTypes().filter((type) => !DOCUMENT_TYPES.includes(type));

/** Types few and large enough that the beginning of each response is worth an event. */
const LONG_TYPES = ['media', 'image', 'object', ...DOCUMENT_TYPES];

/** What scripts fetch. */
const FETCH_TYPE = 'xmlhttprequest';

/** Every request type that this browser knows. */
function requestTypes(): string[] {
	const { ResourceType = {} } = browser.webRequest as { ResourceType?: Record<string, string> };
	return Object.values(ResourceType);
}

/** Where the facts go. */
type Booker = (details: RequestDetails, fact: NetworkFact) => void;

type Listener = (details: RequestDetails) => void;

/** The part of a `webRequest` event used here: the polyfill's types know neither Chrome's nor Firefox's extra fields. */
interface RequestEvent {
	addListener(listener: Listener, filter: { urls: string[]; types?: string[] }, extra?: string[]): void;
	removeListener(listener: Listener): void;
}

const events = browser.webRequest as unknown as Record<
	'onBeforeRequest' | 'onHeadersReceived' | 'onBeforeRedirect' | 'onCompleted' | 'onErrorOccurred',
	RequestEvent
>;

/** Listens to the browser's requests and books them to visits. `start` again after a new host permission: Chrome needs it. */
export class NetworkWatch {
	readonly #reader = new RequestReader();
	readonly #book: Booker;
	readonly #gauge = new RainGauge();
	#isSheltered = false;

	constructor(book: Booker) {
		this.#book = book;
	}

	start(): void {
		this.#relisten(events.onErrorOccurred, this.#onError);
		this.#relisten(events.onBeforeRedirect, this.#onRedirect, HEADERS);
		if (countsBytes) {
			this.#relisten(events.onCompleted, this.#onCompleted, HEADERS);
			// In Firefox a navigation's later events lack the tab's id unless something listens here.
			this.#relisten(events.onBeforeRequest, ignore, undefined, ['main_frame']);
			return;
		}
		this.#relisten(events.onCompleted, this.#onCompleted, HEADERS, FILE_TYPES);
		this.#relisten(events.onCompleted, this.#onDocument, [...HEADERS, 'extraHeaders'], DOCUMENT_TYPES);
		this.#relisten(events.onHeadersReceived, this.#onHeaders, HEADERS, LONG_TYPES);
	}

	/**
	 * As long as anyone listens to errors, Firefox tells its own scripts of each step of every connection, which costs more than
	 * all the rest of Sobrio. While fetches rain it is let alone: one that breaks off in such a second goes uncounted.
	 */
	#shelter(): void {
		if (this.#isSheltered) return;
		this.#isSheltered = true;
		events.onErrorOccurred.removeListener(this.#onError);
		const look = () => {
			if (this.#gauge.isRaining(Date.now())) {
				setTimeout(look, RAIN_WINDOW_MS);
				return;
			}
			this.#isSheltered = false;
			this.#relisten(events.onErrorOccurred, this.#onError);
		};
		setTimeout(look, RAIN_WINDOW_MS);
	}

	#relisten(event: RequestEvent, listener: Listener, extra?: string[], types?: string[]): void {
		const filter = types ? { urls: EVERY_HOST, types } : { urls: EVERY_HOST };
		event.removeListener(listener);
		// Firefox refuses an argument too many, even when it is undefined.
		if (extra) event.addListener(listener, filter, extra);
		else event.addListener(listener, filter);
	}

	readonly #onHeaders = (details: RequestDetails) => {
		const fact = this.#reader.opened(details);
		if (fact) this.#book(details, fact);
	};
	readonly #onRedirect = (details: RequestDetails) => this.#book(details, this.#reader.redirected(details));
	readonly #onCompleted = (details: RequestDetails) => {
		this.#book(details, this.#reader.completed(details));
		if (countsBytes && details.type === FETCH_TYPE && this.#gauge.drop(details.timeStamp)) this.#shelter();
	};
	/** The same as for files; the browser takes one listener once. */
	readonly #onDocument = (details: RequestDetails) => this.#onCompleted(details);
	readonly #onError = (details: RequestDetails) => {
		const fact = this.#reader.aborted(details);
		if (fact) this.#book(details, fact);
	};
}

function ignore(): void {
	// Listening is all that Firefox needs.
}
