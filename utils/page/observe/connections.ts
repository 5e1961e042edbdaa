import { ASK_EVENT, SAY_EVENT } from '@/utils/page/world/events';

/**
 * What this frame's WebSockets and peer connections moved, asked from the hooks in the page's own world, which answer at
 * once or, where they are not, never. Their word is passed on as it is: the background takes it for a stranger's.
 */
export class ConnectionWatch {
	#report = '';
	readonly #hear: (event: Event) => void;

	constructor(onGrow: () => void) {
		this.#hear = (event) => {
			const { detail } = event as CustomEvent<unknown>;
			if (typeof detail === 'string') this.#report = detail;
			else onGrow();
		};
		document.addEventListener(SAY_EVENT, this.#hear);
	}

	/** Totals so far, a line each; those that follow an `order` to reset are from nothing. */
	read(order?: 'reset'): string {
		document.dispatchEvent(new CustomEvent(ASK_EVENT, { detail: order }));
		return this.#report;
	}

	/** Starts from nothing for another visit of the same document. */
	reset(): void {
		this.read('reset');
	}

	stop(): void {
		document.removeEventListener(SAY_EVENT, this.#hear);
	}
}
