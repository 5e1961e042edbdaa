import { addressKey } from '@/utils/measure/address-key';
import type { SaidAddress } from '@/utils/measure/frame-report';
import { TIMING_HEADER_BYTES } from '@/utils/measure/ledger';

type Counts = { -readonly [Field in keyof SaidAddress]: SaidAddress[Field] };

/** The ending of an address's path. */
const ENDING = /^[^?#]*\.([a-z\d]{1,5})(?![^?#])/i;

const NOT_MODIFIED = 304;
const MEDIA_INITIATORS: readonly string[] = ['video', 'audio'];
const FRAME_INITIATORS: readonly string[] = ['iframe', 'frame'];

/** A film that is still loading when Chrome makes its entry: 300 bytes of headers and no body, whatever comes after. */
function isUnread({ initiatorType, transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
	return MEDIA_INITIATORS.includes(initiatorType) && transferSize === TIMING_HEADER_BYTES && encodedBodySize === 0;
}

/**
 * Adds up the Resource Timing entries of this frame by address. Entries are observed, not polled: the browser's own buffer
 * stops at 250. `onChange` is called when there is something new to take.
 */
export class ResourceWatch {
	#counts = new Map<string, Counts>();
	#changed = new Set<string>();
	#navigationBytes: number | null = 0;
	readonly #observer: PerformanceObserver;

	constructor(onChange: () => void) {
		this.#observer = new PerformanceObserver((entries) => {
			for (const entry of entries.getEntries()) this.#add(entry as PerformanceResourceTiming);
			if (this.#changed.size > 0) onChange();
		});
		this.#observer.observe({ type: 'resource', buffered: true });
	}

	/** Totals so far of up to `limit` addresses that changed since the last take. */
	take(limit: number): SaidAddress[] {
		this.#readNavigation();
		const taken: SaidAddress[] = [];
		for (const key of this.#changed) {
			if (taken.length === limit) break;
			const counts = this.#counts.get(key);
			if (counts) taken.push({ ...counts });
			this.#changed.delete(key);
		}
		return taken;
	}

	/** Marks addresses as changed again: their report did not arrive. */
	putBack(addresses: readonly SaidAddress[]): void {
		for (const { key } of addresses) this.#changed.add(key);
	}

	/** Starts from nothing for another visit of the same document, whose navigation was counted before. */
	reset(): void {
		this.#counts.clear();
		this.#changed.clear();
		this.#navigationBytes = null;
	}

	stop(): void {
		this.#observer.disconnect();
	}

	#countsOf(entry: PerformanceResourceTiming): Counts | null {
		if (!entry.name.startsWith('http')) return null;
		const key = addressKey(entry.name);
		let counts = this.#counts.get(key);
		if (!counts) {
			const initiator = entry.initiatorType;
			const ending = ENDING.exec(entry.name)?.[1] ?? '';
			counts = { key, initiator, ending, timedCount: 0, timedBytes: 0, opaqueCount: 0, cachedCount: 0, sparedBytes: 0 };
			this.#counts.set(key, counts);
		}
		this.#changed.add(key);
		return counts;
	}

	#add(entry: PerformanceResourceTiming): void {
		const counts = this.#countsOf(entry);
		if (!counts) return;
		if (FRAME_INITIATORS.includes(entry.initiatorType) || isUnread(entry)) counts.opaqueCount++;
		else if (entry.transferSize) {
			counts.timedCount++;
			// Firefox gives a 304 the size of the cached body: https://bugzilla.mozilla.org/show_bug.cgi?id=1551240
			counts.timedBytes += entry.responseStatus === NOT_MODIFIED ? TIMING_HEADER_BYTES : entry.transferSize;
			// Firefox shows the body of another origin's fetch, and no time of its request: that is no answer of the cache.
		} else if ((entry.requestStart && entry.encodedBodySize) || entry.workerStart) {
			counts.cachedCount++;
			counts.sparedBytes += entry.encodedBodySize;
		} else counts.opaqueCount++;
	}

	/** The navigation entry first says 300 bytes and grows until the document has loaded: the last word replaces the first. */
	#readNavigation(): void {
		if (this.#navigationBytes === null) return;
		const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
		if (!entry || entry.transferSize === this.#navigationBytes) return;
		const counts = this.#countsOf(entry);
		if (!counts) return;
		if (this.#navigationBytes === 0) counts.timedCount++;
		counts.timedBytes += entry.transferSize - this.#navigationBytes;
		this.#navigationBytes = entry.transferSize;
	}
}
