/** Inputs that a present learner makes now and then. */
const INPUT_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'];

/** What surrounds the media of a frame: the last input, which elements are in the viewport, and who started them. */
export class FrameActivity {
	/** Elements that an input of the learner started. */
	readonly startedByUser: WeakSet<EventTarget>;
	/** Whether any part of an element is in the viewport; absent while unknown. */
	readonly inView = new WeakMap<Element, boolean>();
	readonly #intersections: IntersectionObserver;
	readonly #sizes: ResizeObserver;
	#inputAtMs = performance.now();

	/** `onChange` is called when the state of playing media may have changed. */
	constructor(startedByUser: WeakSet<EventTarget>, onChange: () => void, signal: AbortSignal) {
		this.startedByUser = startedByUser;
		const options = { capture: true, passive: true, signal };
		const onInput = () => {
			this.#inputAtMs = performance.now();
		};
		for (const event of INPUT_EVENTS) addEventListener(event, onInput, options);
		for (const event of ['visibilitychange', 'fullscreenchange']) document.addEventListener(event, onChange, options);
		// The only interface that sees through enclosing frames of other sites.
		this.#intersections = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting } of entries) this.inView.set(target, isIntersecting);
			onChange();
		});
		this.#sizes = new ResizeObserver(onChange);
	}

	observe(element: Element): void {
		if (!(element instanceof HTMLVideoElement)) return;
		this.#intersections.observe(element);
		this.#sizes.observe(element);
	}

	/** Milliseconds since the last input in the frame. */
	idleMs(): number {
		return performance.now() - this.#inputAtMs;
	}

	stop(): void {
		this.#intersections.disconnect();
		this.#sizes.disconnect();
	}
}
