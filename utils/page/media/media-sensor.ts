import { FEED_EVENT, MEET_EVENT } from '@/utils/page/world/events';
import type { MediaWatch } from './media';
import type { MediaRoot } from './media-root';

/** Name on the isolated world's global under which the media script finds where to dock. */
export const MEDIA_DOCK = 'sobrio:media';

/** Takes what the media script brings into the frame, once. */
export type MediaDock = (make: (sensor: MediaSensor, onChange: () => void) => MediaWatch) => void;

/** The first signs of an element that loads or plays. */
const SIGNS = ['loadstart', 'play', 'playing'];
/** A media script that has not come by then is asked for again. */
const PATIENCE_MS = 2_000;

interface DomReader {
	readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null };
}

/** What extensions see of a host: Firefox gives it as a property, Chrome by a function. */
function shadowRootOf(host: HTMLElement): ShadowRoot | null | undefined {
	const { openOrClosedShadowRoot } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
	const { chrome } = globalThis as { chrome?: DomReader };
	return openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot(host);
}

/**
 * Notices that a frame holds media, and asks then for the script that watches it: pages without any do without. Elements
 * in the document are heard by their events; of the others the hooks in the page's own world tell.
 */
export class MediaSensor {
	/** Since when media play for the present visit, on the clock of `performance`. */
	sinceMs = performance.now();
	/** Elements that play because someone touched the page just before. */
	readonly startedByHand = new WeakSet<EventTarget>();
	/** Null until the media script is here. */
	media: MediaWatch | null = null;
	/** Places found before it was. */
	readonly #places = new Set<MediaRoot>();
	readonly #ending = new AbortController();
	/** Null while nobody may ask yet. */
	#ask: (() => void) | null = null;
	#isNeeded = false;
	/** MIME type of the last video that a player fed. */
	#feed = '';
	#askedAtMs = Number.NEGATIVE_INFINITY;
	/** Of the document in which it listens; undefined before it does. */
	#root: Element | null | undefined;

	/** `onChange` is called when the media script has something to tell. */
	constructor(onChange: () => void) {
		const dock: MediaDock = (make) => {
			if (this.media || this.#ending.signal.aborted) return;
			this.media = make(this, onChange);
			for (const place of this.#places) this.media.watch(place);
			this.#places.clear();
			this.media.hearFeed(this.#feed);
			onChange();
		};
		Object.assign(globalThis, { [MEDIA_DOCK]: dock });
		this.listen();
	}

	/** From now on `ask` is called for the media script; what loaded before calls for it at once. */
	start(ask: () => void): void {
		this.#ask = ask;
		if (this.#isNeeded) this.#call();
	}

	/**
	 * To be called now and then: a page that writes its frame anew (`document.open`, as H5P does) takes all listeners off, and
	 * all elements with them.
	 */
	listen(): void {
		if (document.documentElement !== this.#root) {
			this.#root = document.documentElement;
			this.#add(document);
			document.addEventListener(FEED_EVENT, this.#hearFeed, { signal: this.#ending.signal });
		}
		if (!this.media && document.querySelector('video, audio')) this.#call();
	}

	/** Starts from nothing for another visit of the same document. */
	reset(): void {
		this.sinceMs = performance.now();
		this.media?.reset();
	}

	stop(): void {
		this.#ending.abort();
		this.media?.stop();
	}

	#add(place: MediaRoot): void {
		const options = { capture: true, signal: this.#ending.signal };
		for (const sign of SIGNS) place.addEventListener(sign, this.#sense, options);
		place.addEventListener(MEET_EVENT, this.#meet, options);
		if (this.media) this.media.watch(place);
		else this.#places.add(place);
	}

	readonly #sense = ({ type, target }: Event) => {
		if (type === 'play' && target && navigator.userActivation?.isActive) this.startedByHand.add(target);
		this.#call();
	};

	readonly #hearFeed = (event: Event) => {
		const report = String((event as CustomEvent).detail);
		if (!report.startsWith('video/')) return;
		this.#feed = report;
		this.media?.hearFeed(report);
	};

	readonly #meet = (event: Event) => {
		const { relatedTarget: node } = event as FocusEvent;
		if (node instanceof HTMLMediaElement) {
			this.#add(node);
			this.#call();
		} else if (node instanceof HTMLElement) {
			const root = shadowRootOf(node);
			if (root) this.#add(root);
		}
	};

	#call(): void {
		this.#isNeeded = true;
		const now = performance.now();
		if (!this.#ask || this.media || now - this.#askedAtMs < PATIENCE_MS) return;
		this.#askedAtMs = now;
		this.#ask();
	}
}
