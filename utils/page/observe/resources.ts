import { addressKey } from '@/utils/core/measure/address-key';
import type { FrameAnswer, ReportedAddress } from '@/utils/core/measure/frame-report';
import { TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';
import { EntryStream } from './entry-stream';
import { isBroken, isCached, isOfWeb, isStillLoading, navigation } from './timing-entry';

type Counts = { -readonly [Field in keyof ReportedAddress]: ReportedAddress[Field] };

/** The ending of an address's path. */
const ENDING = /^[^?#]*\.([a-z\d]{1,5})(?![^?#])/i;

const NOTHING = {
	timedCount: 0,
	timedBytes: 0,
	opaqueCount: 0,
	cachedCount: 0,
	sparedBytes: 0,
	brokenCount: 0,
};

const NOT_MODIFIED = 304;
const FRAME_INITIATORS: readonly string[] = ['iframe', 'frame'];
/** What the network's events say of a request is known to the background by then, however busy it is. */
const KNOWN_AFTER_MS = 1_000;

/**
 * Adds up the Resource Timing entries of this frame by address. Entries are observed, not polled: the browser's own buffer
 * stops at 250. They are read together, when a report is due and not while the page loads; where the network's events show everything,
 * only once an answer asks for some, and else let go with the first answer that knew of them. `onChange` is called with the first that
 * comes after a report.
 */
export class ResourceWatch {
	#counts = new Map<string, Counts>();
	/** Those that the network's events showed as well: reading an entry costs more than keeping it, and of most nobody asks. */
	#unread: PerformanceResourceTiming[] = [];
	/** Keys of what the next report tells. */
	#changed = new Set<string>();
	/** Keys that grew while the network's events showed everything, each with the take it grew before: told if wanted, or at the end. */
	#quiet = new Map<string, number>();
	#takeCount = 0;
	#isFullyVisible = false;
	#canRest = true;
	#navigationBytes: number | null = 0;
	readonly #entries: EntryStream;

	constructor(onChange: () => void) {
		this.#entries = new EntryStream(onChange);
	}

	/** Takes up what the background said: whether it sees every request by itself, and of which addresses it wants the sizes. */
	hear({ isFullyVisible, wanted }: FrameAnswer): void {
		if (wanted.length > 0 || isFullyVisible !== this.#isFullyVisible) this.#read();
		const knownMs = performance.now() - KNOWN_AFTER_MS;
		this.#unread = this.#unread.filter(({ responseEnd }) => responseEnd > knownMs);
		this.#isFullyVisible = isFullyVisible;
		// A frame that was asked for a size once will be again.
		if (wanted.length > 0) this.#canRest = false;
		this.#entries.canRest = isFullyVisible && this.#canRest;
		for (const key of isFullyVisible ? wanted : this.#quiet.keys()) if (this.#quiet.delete(key)) this.#changed.add(key);
	}

	/** Whether there is something that the background needs. */
	get hasMore(): boolean {
		return this.#changed.size > 0;
	}

	/**
	 * Totals so far of up to `limit` addresses that changed since the last take. With its last report a frame tells what it
	 * kept to itself in the time of two reports: of these it cannot be asked any more.
	 */
	take(limit: number, isLast = false): ReportedAddress[] {
		if (this.#isFullyVisible && !isLast) this.#setAside();
		else this.#read();
		this.#readNavigation();
		if (isLast && !this.#isFullyVisible) this.#addUnfinished();
		for (const [key, take] of isLast ? this.#quiet : []) if (take >= this.#takeCount - 1) this.#changed.add(key);
		this.#takeCount++;
		const taken: ReportedAddress[] = [];
		for (const key of this.#changed) {
			if (taken.length === limit) break;
			const counts = this.#counts.get(key);
			if (counts) taken.push({ ...counts });
			this.#changed.delete(key);
		}
		return taken;
	}

	/** Marks addresses as changed again: their report did not arrive. */
	putBack(addresses: readonly ReportedAddress[]): void {
		for (const { key } of addresses) this.#changed.add(key);
	}

	/** Starts from nothing for another visit of the same document, whose navigation was counted before. */
	reset(): void {
		this.#entries.take();
		this.#unread = [];
		for (const kept of [this.#counts, this.#changed, this.#quiet]) kept.clear();
		this.#navigationBytes = null;
	}

	stop(): void {
		this.#entries.stop();
	}

	#countsOf(entry: PerformanceResourceTiming): Counts | null {
		const { name, initiatorType } = entry;
		if (!isOfWeb(name)) return null;
		const key = addressKey(name);
		const counts = this.#counts.get(key) ?? this.#begin(key, name, initiatorType);
		if (this.#isFullyVisible && !isCached(entry)) this.#quiet.set(key, this.#takeCount);
		else this.#changed.add(key);
		return counts;
	}

	#begin(key: string, address: string, initiator: string): Counts {
		const counts = { key, initiator, ending: ENDING.exec(address)?.[1] ?? '', ...NOTHING };
		this.#counts.set(key, counts);
		return counts;
	}

	/** An entry waits until it was added: Firefox cuts short what runs as a page is left, and the next reading goes on from there. */
	#read(): void {
		this.#unread.push(...this.#entries.take());
		for (let entry = this.#unread[0]; entry; entry = this.#unread[0]) {
			this.#add(entry);
			this.#unread.shift();
		}
	}

	/** What a cache answered no event of the network tells: it is read at once. */
	#setAside(): void {
		for (const entry of this.#entries.take()) {
			if (isCached(entry)) this.#add(entry);
			else this.#unread.push(entry);
		}
	}

	#add(entry: PerformanceResourceTiming): void {
		const counts = this.#countsOf(entry);
		if (!counts) return;
		if (FRAME_INITIATORS.includes(entry.initiatorType) || isStillLoading(entry)) counts.opaqueCount++;
		else if (isBroken(entry)) counts.brokenCount++;
		else if (entry.transferSize) {
			counts.timedCount++;
			// Firefox gives a 304 the size of the cached body: https://bugzilla.mozilla.org/show_bug.cgi?id=1551240
			counts.timedBytes += entry.responseStatus === NOT_MODIFIED ? TIMING_HEADER_BYTES : entry.transferSize;
		} else if (isCached(entry)) {
			counts.cachedCount++;
			counts.sparedBytes += entry.encodedBodySize;
		} else counts.opaqueCount++;
	}

	/** Pictures that break off as their page is left: Firefox 153 makes entries of some and not of others, and tells of these late or never. */
	#addUnfinished(): void {
		if (this.#navigationBytes === null || navigation()?.loadEventStart !== 0) return;
		for (const { currentSrc, loading, complete } of document.images) {
			const key = addressKey(currentSrc);
			const hasBegun = complete || loading !== 'lazy';
			if (!isOfWeb(currentSrc) || !hasBegun || this.#counts.has(key)) continue;
			this.#begin(key, currentSrc, 'img').opaqueCount++;
			this.#changed.add(key);
		}
	}

	/** The navigation entry first says 300 bytes and grows until the document has loaded: the last word replaces the first. */
	#readNavigation(): void {
		if (this.#navigationBytes === null) return;
		const entry = navigation();
		if (!entry || entry.transferSize === this.#navigationBytes) return;
		const counts = this.#countsOf(entry);
		if (!counts) return;
		if (this.#navigationBytes === 0) counts.timedCount++;
		counts.timedBytes += entry.transferSize - this.#navigationBytes;
		this.#navigationBytes = entry.transferSize;
	}
}
