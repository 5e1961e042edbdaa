import type { ChannelName } from './events';
import { isBeforeScripts, isOfTopPage, onFirstChange } from './frame';

/** A channel as the isolated world sees it: takes the first that the named script of the page's own world offers. */
export class TakenChannel {
	/** See `events.ts`; null until it is taken. Its id is a random name. */
	node: Element | null = null;
	readonly #name: ChannelName;
	readonly #onTaken: ((node: Element) => void)[] = [];

	/** At the start of a page it waits until just before the page's scripts, so that these cannot offer another. */
	constructor(name: ChannelName) {
		this.#name = name;
		if (!isOfTopPage() || !isBeforeScripts()) return;
		document.addEventListener(name, this.#take);
		// A script in the page's own world that came first offers at the same moment.
		onFirstChange(() => queueMicrotask(() => this.#close()));
	}

	/**
	 * Unless it is taken, takes the next offer; `request` asks for the script to be injected into the page, which is open already. At the
	 * start of a page the script may just be on its way: Firefox may run it after the background has answered.
	 */
	open(request: () => void): void {
		if (this.node) return;
		if (isOfTopPage() && isBeforeScripts()) {
			onFirstChange(() => queueMicrotask(() => this.#open(request)));
			return;
		}
		this.#open(request);
	}

	#open(request: () => void): void {
		if (this.node) return;
		document.addEventListener(this.#name, this.#take);
		request();
	}

	/** Calls a listener with the channel's element, now or once it is taken. */
	whenTaken(listener: (node: Element) => void): void {
		if (this.node) listener(this.node);
		else this.#onTaken.push(listener);
	}

	send(type: string, detail?: string): void {
		this.node?.dispatchEvent(new CustomEvent(type, { detail }));
	}

	#close(): void {
		document.removeEventListener(this.#name, this.#take);
	}

	readonly #take = (event: Event) => {
		const { relatedTarget } = event as FocusEvent;
		if (this.node || !(relatedTarget instanceof Element)) return;
		event.preventDefault();
		this.#close();
		this.node = relatedTarget;
		for (const listener of this.#onTaken) listener(relatedTarget);
	};
}
