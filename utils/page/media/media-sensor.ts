import { FILE_ADDRESS_EVENT, MEDIA_FOUND_EVENT, SOURCE_TYPE_EVENT } from '@/utils/page/channel/events';
import type { TakenChannel } from '@/utils/page/channel/take';
import { FrameTime } from './frame-time';
import type { MediaRoot, MediaWatch } from './media-watch';

/** Key on the isolated world's global of the function through which the media script attaches to the sensor. */
export const ATTACH_MEDIA = 'sobrio:attach-media';

/** Attaches the media script's watch to the frame's sensor, once. */
export type AttachMedia = (make: (sensor: MediaSensor, onChange: () => void) => MediaWatch) => void;

/** The first events of an element that loads or plays. */
const FIRST_EVENTS = ['loadstart', 'play', 'playing'];
/** The newest files of a page that play. */
const MAX_FILES = 100;
/** The media script is requested again if it was not injected within this time. */
const REQUEST_INTERVAL_MS = 2_000;

/** Pages can forge the event that brings a MIME type. */
const MAX_TYPE_LENGTH = 500;

/**
 * The shadow root of an element, even a closed one: a property in Firefox, a function in Chrome.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/dom/openOrClosedShadowRoot
 */
function shadowRootOf(host: HTMLElement): ShadowRoot | null | undefined {
	const { openOrClosedShadowRoot } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
	const { chrome } = globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } } };
	return openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot(host);
}

/**
 * Detects media in a frame and then requests the script that watches them, so that other pages never load it. Elements in
 * the document are detected by their events, others by the hooks in the page's own world (`hookMedia`).
 */
export class MediaSensor {
	/** Start of the current visit, on the clock of `performance`. */
	sinceMs = performance.now();
	readonly time = new FrameTime();
	/** Elements that play because of an input just before. */
	readonly startedByUser = new WeakSet<EventTarget>();
	/** Addresses (`blob:`) of whole files that the page has fetched; not those of Media Source Extensions. */
	readonly fileAddresses = new Set<string>();
	/** Null until the media script is injected. */
	media: MediaWatch | null = null;
	/** Roots found before that. */
	readonly #pendingRoots = new Set<MediaRoot>();
	readonly #listening = new AbortController();
	/** Null until the visit is known. */
	#request: (() => void) | null = null;
	#isNeeded = false;
	/** To the hooks in the page's own world. */
	readonly channel: TakenChannel;
	/** The last video MIME type that a player used with Media Source Extensions. */
	#sourceType = '';
	#requestedAtMs = Number.NEGATIVE_INFINITY;
	/** Root element of the document in which it listens; undefined before it does. */
	#documentElement: Element | null | undefined;

	/** `onChange` is called when the media script has changes to report. */
	constructor(channel: TakenChannel, onChange: () => void) {
		const attach: AttachMedia = (make) => {
			if (this.media || this.#listening.signal.aborted) return;
			this.media = make(this, onChange);
			for (const root of this.#pendingRoots) this.media.watch(root);
			this.#pendingRoots.clear();
			this.media.noteSourceType(this.#sourceType);
			onChange();
		};
		Object.assign(globalThis, { [ATTACH_MEDIA]: attach });
		this.channel = channel;
		channel.whenTaken((node) => {
			const { signal } = this.#listening;
			node.addEventListener(SOURCE_TYPE_EVENT, this.#onSourceType, { signal });
			node.addEventListener(FILE_ADDRESS_EVENT, this.#onFileAddress, { signal });
			node.addEventListener(MEDIA_FOUND_EVENT, this.#onMediaFound, { signal });
		});
		this.listen();
	}

	/** Calls `request` when the media script is needed: at once if media were found before. */
	start(request: () => void): void {
		this.#request = request;
		if (this.#isNeeded) this.#requestScript();
	}

	/**
	 * Adds the listeners. Call it again regularly: `document.open`, which H5P uses to rewrite its frame, removes all listeners
	 * and elements.
	 */
	listen(): void {
		if (document.documentElement !== this.#documentElement) {
			this.#documentElement = document.documentElement;
			this.#add(document);
		}
		if (!this.media && document.querySelector('video, audio')) this.#requestScript();
	}

	/** Starts at 0 for another visit of the same document. */
	reset(): void {
		this.sinceMs = performance.now();
		this.media?.reset();
		this.time.reset();
	}

	stop(): void {
		this.#listening.abort();
		this.media?.stop();
	}

	#add(root: MediaRoot): void {
		const options = { capture: true, signal: this.#listening.signal };
		for (const event of FIRST_EVENTS) root.addEventListener(event, this.#onMediaEvent, options);
		// Roots are found by the channel only.
		if (root !== document && this.channel.node)
			root.addEventListener(this.channel.node.id, this.#onMediaFound, options);
		if (this.media) this.media.watch(root);
		else this.#pendingRoots.add(root);
	}

	readonly #onMediaEvent = ({ type, target }: Event) => {
		if (type === 'play' && target && navigator.userActivation?.isActive) this.startedByUser.add(target);
		this.#requestScript();
	};

	readonly #onSourceType = (event: Event) => {
		const { detail: type } = event as CustomEvent<unknown>;
		if (typeof type !== 'string' || type.length > MAX_TYPE_LENGTH || !type.startsWith('video/')) return;
		this.#sourceType = type;
		this.media?.noteSourceType(type);
	};

	readonly #onFileAddress = (event: Event) => {
		this.fileAddresses.add(String((event as CustomEvent).detail));
		for (const oldest of this.fileAddresses) if (this.fileAddresses.size > MAX_FILES) this.fileAddresses.delete(oldest);
	};

	readonly #onMediaFound = (event: Event) => {
		const { relatedTarget: node } = event as FocusEvent;
		if (node instanceof HTMLMediaElement) {
			this.#add(node);
			this.#requestScript();
		} else if (node instanceof HTMLElement) {
			const root = shadowRootOf(node);
			if (root) this.#add(root);
		}
	};

	#requestScript(): void {
		this.#isNeeded = true;
		const now = performance.now();
		if (!this.#request || this.media || now - this.#requestedAtMs < REQUEST_INTERVAL_MS) return;
		this.#requestedAtMs = now;
		this.#request();
	}
}
