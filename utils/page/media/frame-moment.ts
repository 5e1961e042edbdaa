import type { Surroundings } from './video-state';

/** Whatever a learner who is there does now and then. */
const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'];

/** What a frame knows of the moment in which its media play: input, what lies in the viewport, who started what. */
export class FrameMoment implements Surroundings {
	readonly #startedByHand: WeakSet<EventTarget>;
	readonly #inView = new WeakMap<Element, boolean>();
	readonly #observer: IntersectionObserver;
	readonly #sizes: ResizeObserver;
	#inputAtMs = performance.now();

	/** `onChange` is called when what plays is to be looked at again. */
	constructor(startedByHand: WeakSet<EventTarget>, onChange: () => void, signal: AbortSignal) {
		this.#startedByHand = startedByHand;
		const options = { capture: true, passive: true, signal };
		const noteInput = () => {
			this.#inputAtMs = performance.now();
		};
		for (const input of INPUTS) addEventListener(input, noteInput, options);
		for (const change of ['visibilitychange', 'fullscreenchange']) document.addEventListener(change, onChange, options);
		// It alone sees through the frames around this one, whatever their site.
		this.#observer = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting } of entries) this.#inView.set(target, isIntersecting);
			onChange();
		});
		this.#sizes = new ResizeObserver(onChange);
	}

	follow(element: Element): void {
		if (!(element instanceof HTMLVideoElement)) return;
		this.#observer.observe(element);
		this.#sizes.observe(element);
	}

	isInView(element: Element): boolean | undefined {
		return this.#inView.get(element);
	}

	isStartedByHand(element: Element): boolean {
		return this.#startedByHand.has(element);
	}

	idleMs(): number {
		return performance.now() - this.#inputAtMs;
	}

	stop(): void {
		this.#observer.disconnect();
		this.#sizes.disconnect();
	}
}
