import { addressKey } from '@/utils/core/measure/address-key';
import type { FrameAnswer } from '@/utils/core/schema/frame-messages';
import type { ReportedAddress } from '@/utils/core/schema/frame-report';
import { AddressCounts } from './address-counts';
import { EntryStream } from './entry-stream';
import { LeadWatch } from './lead-watch';
import { isCached, isWebAddress, navigationEntry } from './timing-entry';
import { LoadedImages, unfinished } from './unfinished';

/** However busy the background is, it has the network events of a request this long after the request ended. */
const EVENT_DELAY_MS = 1_000;

/**
 * Adds up the Resource Timing entries of this frame by address. Entries are observed rather than polled, since the browser's
 * buffer holds only 250. They are read when a report is due, not while the page loads.
 *
 * With full visibility (the background sees every request by network events), entries are read only when an answer requests
 * some of them; the others are discarded with the first answer that came {@link EVENT_DELAY_MS} after they ended.
 */
export class ResourceWatch {
	#counts = new Map<string, AddressCounts>();
	/** Entries that network events showed as well: reading one costs more than storing it, and few are requested. */
	#unread: PerformanceResourceTiming[] = [];
	/** Keys to put into the next report. */
	#changed = new Set<string>();
	/**
	 * Keys that changed under full visibility, each with the number of takes made before its last change. They are reported
	 * if they are requested, or with the last report.
	 */
	#quiet = new Map<string, number>();
	#takeCount = 0;
	#isFullyVisible = false;
	#wasRequested = false;
	/** Bytes of the navigation that are counted; null when an earlier visit of the document counted them. */
	#navigationBytes: number | null = 0;
	/** The number of its entry among those of its address. */
	#navigationNumber: number | null = null;
	readonly #entries: EntryStream;
	readonly #loadedImages = new LoadedImages();
	readonly #leads: LeadWatch;

	/** `onChange` is called with the first entry after each report. */
	constructor(onChange: () => void) {
		this.#entries = new EntryStream(onChange);
		this.#leads = new LeadWatch((address) => {
			this.#addHidden(address, 'navigation');
			onChange();
		});
	}

	/** Applies the background's answer: whether it sees every request itself, and the addresses whose sizes it requests. */
	applyAnswer({ isFullyVisible, wanted }: FrameAnswer): void {
		if (wanted.length > 0 || isFullyVisible !== this.#isFullyVisible) this.#read(false);
		const knownMs = performance.now() - EVENT_DELAY_MS;
		this.#unread = this.#unread.filter(({ responseEnd }) => responseEnd > knownMs);
		this.#isFullyVisible = isFullyVisible;
		// A frame whose sizes were requested once will be asked again.
		this.#wasRequested ||= wanted.length > 0;
		this.#entries.canPause = isFullyVisible && !this.#wasRequested;
		for (const key of isFullyVisible ? wanted : this.#quiet.keys()) if (this.#quiet.delete(key)) this.#changed.add(key);
	}

	/** Whether the next report holds any address. */
	get hasMore(): boolean {
		return this.#changed.size > 0;
	}

	/**
	 * Totals so far of up to `limit` addresses that changed since the last take. The last report of a frame also holds the
	 * quiet addresses of the last two reports, since no answer can request them any more.
	 */
	take(limit: number, isLast = false): ReportedAddress[] {
		if (this.#isFullyVisible && !isLast) this.#readCached();
		else this.#read(isLast);
		this.#readNavigation();
		if (isLast && !this.#isFullyVisible) this.#addUnfinished();
		if (isLast) for (const [key, take] of this.#quiet) if (take >= this.#takeCount - 1) this.#changed.add(key);
		this.#takeCount++;
		const taken: ReportedAddress[] = [];
		for (const key of this.#changed) {
			if (taken.length === limit) break;
			const counts = this.#counts.get(key);
			this.#changed.delete(key);
			if (counts) taken.push(counts.take());
		}
		return taken;
	}

	/** Marks addresses as changed again, since their report did not arrive. */
	putBack(addresses: readonly ReportedAddress[]): void {
		for (const { key, entries } of addresses) {
			this.#changed.add(key);
			this.#counts.get(key)?.putBack(entries);
		}
	}

	/** Starts at 0 for another visit of the same document, whose navigation is counted already. */
	reset(): void {
		this.#entries.take();
		this.#unread = [];
		for (const collection of [this.#counts, this.#changed, this.#quiet]) collection.clear();
		this.#navigationBytes = null;
	}

	/** Call it again regularly: see `MediaSensor.listen`. */
	listen(): void {
		this.#loadedImages.listen();
	}

	stop(): void {
		this.#entries.stop();
		this.#loadedImages.stop();
		this.#leads.stop();
	}

	#countsOf(entry: PerformanceResourceTiming): AddressCounts | null {
		const { name, initiatorType } = entry;
		if (!isWebAddress(name)) return null;
		const key = addressKey(name);
		const counts = this.#counts.get(key) ?? this.#addAddress(key, name, initiatorType);
		if (this.#isFullyVisible && !isCached(entry)) this.#quiet.set(key, this.#takeCount);
		else this.#changed.add(key);
		return counts;
	}

	#addAddress(key: string, address: string, initiator: string): AddressCounts {
		const counts = new AddressCounts(address, initiator);
		this.#counts.set(key, counts);
		return counts;
	}

	/** Removes an entry only once it is counted: Firefox may abort a handler of `pagehide`, and the next call continues here. */
	#read(isLast: boolean): void {
		this.#unread.push(...this.#entries.take());
		for (let entry = this.#unread[0]; entry; entry = this.#unread[0]) {
			this.#countsOf(entry)?.add(entry, isLast);
			this.#unread.shift();
		}
	}

	/** Reads only the responses of a cache, which network events do not show. */
	#readCached(): void {
		for (const entry of this.#entries.take()) {
			if (isCached(entry)) this.#countsOf(entry)?.add(entry);
			else this.#unread.push(entry);
		}
	}

	/** What breaks off because the page is left, and has no entry: its size is unknown. */
	#addUnfinished(): void {
		const navigation = navigationEntry();
		if (this.#navigationBytes === null || !navigation) return;
		for (const { address, initiator } of unfinished(this.#loadedImages, navigation.loadEventStart === 0)) {
			const key = addressKey(address);
			if (isWebAddress(address) && !this.#counts.has(key)) this.#addHidden(address, initiator);
		}
	}

	/** Adds a request that has no entry. */
	#addHidden(address: string, initiator: string): void {
		const key = addressKey(address);
		(this.#counts.get(key) ?? this.#addAddress(key, address, initiator)).addOpaque();
		this.#changed.add(key);
	}

	/** The size of the navigation entry grows from 300 bytes until the document has loaded, so count the difference. */
	#readNavigation(): void {
		if (this.#navigationBytes === null) return;
		const entry = navigationEntry();
		if (!entry || entry.transferSize === this.#navigationBytes) return;
		const counts = this.#countsOf(entry);
		if (!counts) return;
		this.#navigationNumber = counts.addNavigation(entry, this.#navigationBytes, this.#navigationNumber);
		this.#navigationBytes = entry.transferSize;
	}
}
