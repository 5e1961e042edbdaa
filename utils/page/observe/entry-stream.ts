import { isOfWeb } from './timing-entry';

/** So many entries since they were last taken are a rain. */
const RAIN_COUNT = 50;

/**
 * The Resource Timing entries of this frame as the browser makes them, those from before this script included. `onFirst` is called
 * with the first of the web that comes after a take.
 *
 * Being told of five hundred entries costs Firefox about a fortieth of all that it does for their page, and there the network's events
 * size nearly all: while entries rain nothing is listened to, and the next take reads what the browser's buffer holds of them.
 */
export class EntryStream {
	/** Whether what a rain brings beyond the buffer may be missed. */
	canRest = false;
	#waiting: PerformanceResourceTiming[] = [];
	#reportedCount = 0;
	#lastReported: PerformanceResourceTiming | undefined;
	#isResting = false;
	readonly #observer: PerformanceObserver;

	constructor(onFirst: () => void) {
		this.#observer = new PerformanceObserver((list) => {
			const added = list.getEntries() as PerformanceResourceTiming[];
			const isFirst = this.#waiting.length === 0;
			this.#add(added);
			if (isFirst && !added.some(({ name }) => isOfWeb(name))) this.#waiting = [];
			else if (isFirst) onFirst();
			if (import.meta.env.FIREFOX && this.canRest && this.#waiting.length > RAIN_COUNT) {
				this.#addRecords();
				this.#observer.disconnect();
				this.#isResting = true;
			}
		});
		this.#observer.observe({ type: 'resource', buffered: true });
	}

	/** All that came since the last take. */
	take(): PerformanceResourceTiming[] {
		this.#addRecords();
		if (import.meta.env.FIREFOX && this.#isResting) {
			this.#isResting = false;
			this.#observer.observe({ type: 'resource' });
			const buffered = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
			// The buffer goes on where the observer was stopped, unless it was full, or the page has emptied it.
			if (buffered[this.#reportedCount - 1] === this.#lastReported) this.#add(buffered.slice(this.#reportedCount));
		}
		return this.#waiting.splice(0);
	}

	stop(): void {
		this.#observer.disconnect();
	}

	#add(entries: readonly PerformanceResourceTiming[]): void {
		this.#waiting.push(...entries);
		if (!import.meta.env.FIREFOX) return;
		this.#reportedCount += entries.length;
		this.#lastReported = entries.at(-1) ?? this.#lastReported;
	}

	#addRecords(): void {
		this.#add(this.#observer.takeRecords() as PerformanceResourceTiming[]);
	}
}
