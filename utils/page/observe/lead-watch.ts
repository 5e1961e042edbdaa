import { isWebAddress } from './timing-entry';

/** A page that is still there so long after it led its tab to another host got a file from there. */
const STAYED_MS = 3_000;

/** The part of a `navigate` event that is read. TypeScript's types do not know it yet. */
interface NavigateEvent extends Event {
	readonly destination: { readonly url: string };
}

/**
 * Watches where links, forms and scripts lead this frame, by the Navigation API (Chrome; Firefox from 147 on). What comes from another
 * host has no entry: a file that the page hands over, and what a frame shows from now on.
 */
export class LeadWatch {
	readonly #navigation = (window as { navigation?: EventTarget }).navigation;
	readonly #onLead: (address: string) => void;
	readonly #onNavigate = (event: Event) => {
		const { url } = (event as NavigateEvent).destination;
		if (!isWebAddress(url) || new URL(url).hostname === location.hostname) return;
		// Only after the page's own handlers is it known whether they have stopped it.
		setTimeout(() => !event.defaultPrevented && this.#onLead(url), window === window.top ? STAYED_MS : 0);
	};

	/** `onLead` is called with addresses on other hosts. */
	constructor(onLead: (address: string) => void) {
		this.#onLead = onLead;
		this.#navigation?.addEventListener('navigate', this.#onNavigate);
	}

	stop(): void {
		this.#navigation?.removeEventListener('navigate', this.#onNavigate);
	}
}
