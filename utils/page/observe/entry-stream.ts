import { isWebAddress } from './timing-entry';

/** More pending entries than this are a request burst. */
const BURST_COUNT = 50;

/**
 * The Resource Timing entries of this frame in the order in which the browser adds them, including those from before this
 * script. `onFirst` is called with the first entry of an http(s) address after each take.
 *
 * In Firefox, delivering 500 entries to the observer costs about 2.5 % of the page's processor time, while network events
 * already give nearly all sizes. So the observer is disconnected during a request burst, and the next take reads the
 * browser's buffer, which holds 250 entries:
 * https://developer.mozilla.org/docs/Web/API/Performance_API/Resource_timing#managing_resource_buffer_sizes
 */
export class EntryStream {
	/** Whether entries of a burst that do not fit the buffer may be missed. */
	canPause = false;
	#pending: PerformanceResourceTiming[] = [];
	#deliveredCount = 0;
	#lastDelivered: PerformanceResourceTiming | undefined;
	#isPaused = false;
	readonly #observer: PerformanceObserver;

	constructor(onFirst: () => void) {
		this.#observer = new PerformanceObserver((list) => {
			const added = list.getEntries() as PerformanceResourceTiming[];
			const isFirst = this.#pending.length === 0;
			this.#add(added);
			if (isFirst && !added.some(({ name }) => isWebAddress(name))) this.#pending = [];
			else if (isFirst) onFirst();
			if (import.meta.env.FIREFOX && this.canPause && this.#pending.length > BURST_COUNT) {
				this.#addRecords();
				this.#observer.disconnect();
				this.#isPaused = true;
			}
		});
		this.#observer.observe({ type: 'resource', buffered: true });
	}

	/** All entries since the last take. */
	take(): PerformanceResourceTiming[] {
		this.#addRecords();
		if (import.meta.env.FIREFOX && this.#isPaused) {
			this.#isPaused = false;
			this.#observer.observe({ type: 'resource' });
			const buffered = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
			// The buffer continues after the last delivered entry, unless it was full or the page cleared it.
			if (buffered[this.#deliveredCount - 1] === this.#lastDelivered) this.#add(buffered.slice(this.#deliveredCount));
		}
		return this.#pending.splice(0);
	}

	stop(): void {
		this.#observer.disconnect();
	}

	#add(entries: readonly PerformanceResourceTiming[]): void {
		this.#pending.push(...entries);
		if (!import.meta.env.FIREFOX) return;
		this.#deliveredCount += entries.length;
		this.#lastDelivered = entries.at(-1) ?? this.#lastDelivered;
	}

	#addRecords(): void {
		this.#add(this.#observer.takeRecords() as PerformanceResourceTiming[]);
	}
}
