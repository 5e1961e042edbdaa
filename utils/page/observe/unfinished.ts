/** Types of script elements that browsers load: a page may keep a script back by another type until its reader consents. */
const SCRIPT_TYPE = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script|)$/i;

/** Links by which a page asks for a file that it may need later. */
const LINKED_AHEAD = ['prefetch', 'preload', 'modulepreload'].map((rel) => `link[rel~="${rel}"]`).join();

/** Whether the browser may be loading it. Only Chromium goes on with a prefetch whose page is left, and Firefox users often forbid it. */
function isLoadedAhead({ media, relList, as }: HTMLLinkElement): boolean {
	if (import.meta.env.FIREFOX && relList.contains('prefetch')) return false;
	// For no destination that the browser knows, it loads none.
	if (relList.contains('preload') && !as) return false;
	return !media || matchMedia(media).matches;
}

/** What the page has asked for and may not have yet. */
interface Asked {
	readonly address: string;
	/** As in Resource Timing. */
	readonly initiator: string;
}

/** Which images of the document have loaded or failed. At `pagehide` Firefox says `complete` of those that it has just given up, too. */
export class LoadedImages {
	/** The address of each that has ended. */
	readonly #addresses = new WeakMap<HTMLImageElement, string>();
	readonly #onLoad = ({ target }: Event) => {
		if (target instanceof HTMLImageElement) this.#addresses.set(target, target.currentSrc);
	};
	/** Nothing came of it, as of one that is blocked: Firefox knows the width of those that it gives up after their first lines. */
	readonly #onError = (event: Event) => {
		if (event.target instanceof HTMLImageElement && event.target.naturalWidth === 0) this.#onLoad(event);
	};

	constructor() {
		for (const image of document.querySelectorAll('img'))
			if (image.complete) this.#addresses.set(image, image.currentSrc);
		this.listen();
	}

	/** Call it again regularly: see `MediaSensor.listen`. */
	listen(): void {
		document.addEventListener('load', this.#onLoad, true);
		document.addEventListener('error', this.#onError, true);
	}

	/** Whether the address that an image shows now has loaded or failed. */
	has(image: HTMLImageElement): boolean {
		return this.#addresses.get(image) === image.currentSrc;
	}

	stop(): void {
		document.removeEventListener('load', this.#onLoad, true);
		document.removeEventListener('error', this.#onError, true);
	}
}

/**
 * What the elements of the document may still be loading as it is left, and images that the browser gave up. Only what has no entry yet is:
 * Firefox adds none for what breaks off, or adds it late. Of the page's own site network events show the rest. `isPageLoading`: before its
 * `load` event.
 */
export function unfinished(loaded: LoadedImages, isPageLoading: boolean): readonly Asked[] {
	const images = [...document.images].filter((image) =>
		image.complete ? isPageLoading || !loaded.has(image) : image.loading !== 'lazy',
	);
	const scripts = [...document.scripts].filter(({ type, noModule }) => SCRIPT_TYPE.test(type) && !noModule);
	const frames = [...document.querySelectorAll('iframe')].filter(
		({ loading, srcdoc }) => loading !== 'lazy' && !srcdoc,
	);
	const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')].filter(
		({ sheet, disabled }) => sheet === null && !disabled,
	);
	const ahead = [...document.querySelectorAll<HTMLLinkElement>(LINKED_AHEAD)].filter(isLoadedAhead);
	const elsewhere = [
		...scripts.map(({ src }) => ({ address: src, initiator: 'script' })),
		...frames.map(({ src }) => ({ address: src, initiator: 'iframe' })),
		...[...document.querySelectorAll('object')].map(({ data }) => ({ address: data, initiator: 'object' })),
		...[...document.querySelectorAll('embed')].map(({ src }) => ({ address: src, initiator: 'embed' })),
		...[...styles, ...ahead].map(({ href }) => ({ address: href, initiator: 'link' })),
	].filter(({ address }) => !address.startsWith(`${location.origin}/`));
	return [...images.map(({ currentSrc }) => ({ address: currentSrc, initiator: 'img' })), ...elsewhere];
}
