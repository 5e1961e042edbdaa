import type { FrameTime } from './frame-time';

/** Inputs that a present learner makes now and then. */
const INPUT_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'];

/** What the sensor observed of the frame before the media script was injected: see `MediaSensor`. */
export interface SensorState {
	/** Start of the current visit, on the clock of `performance`. */
	readonly sinceMs: number;
	readonly startedByUser: WeakSet<EventTarget>;
	readonly time: FrameTime;
	/** Addresses (`blob:`) of whole files: see `MediaSensor`. */
	readonly fileAddresses: ReadonlySet<string>;
}

/** What surrounds the media of a frame: the last input, which elements are in the viewport, and who started them. */
export class FrameActivity {
	/** Elements that an input of the learner started. */
	readonly startedByUser: WeakSet<EventTarget>;
	/** When the frame was in use. */
	readonly time: FrameTime;
	readonly fileAddresses: ReadonlySet<string>;
	/** Whether any part of an element is in the viewport; absent while unknown. */
	readonly inView = new WeakMap<Element, boolean>();
	readonly #intersections: IntersectionObserver;
	readonly #sizes: ResizeObserver;
	#inputAtMs = performance.now();

	/** `onChange` is called when the state of playing media may have changed. */
	constructor({ startedByUser, time, fileAddresses }: SensorState, onChange: () => void, signal: AbortSignal) {
		this.startedByUser = startedByUser;
		this.time = time;
		this.fileAddresses = fileAddresses;
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
