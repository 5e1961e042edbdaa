import { addressKey } from '@/utils/core/measure/address-key';
import { TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';
import type { ReportedAddress } from '@/utils/core/schema/frame-report';
import { MAX_ENTRIES_AN_ADDRESS } from '@/utils/core/schema/names';
import { isBodyHidden, isBroken, isCached, isDiscarded, isStillLoading, mayBeGivenUp } from './timing-entry';

type SizedEntry = ReportedAddress['entries'][number];

/** The extension of an address's path. */
const ENDING = /^[^?#]*\.([a-z\d]{1,5})(?![^?#])/i;

/** No entries. */
export const NO_COUNTS = {
	timedCount: 0,
	timedBytes: 0,
	opaqueCount: 0,
	cachedCount: 0,
	sparedBytes: 0,
	brokenCount: 0,
};

const NOT_MODIFIED = 304;
const FRAME_INITIATORS: readonly string[] = ['iframe', 'frame'];

/** The entries of one address in this frame: their totals so far, and the newest ones that show what came. */
export class AddressCounts {
	readonly #name: Pick<ReportedAddress, 'key' | 'initiator' | 'ending'>;
	readonly #totals = { ...NO_COUNTS };
	#sizedCount = 0;
	/** Those since the last take. */
	#newest: SizedEntry[] = [];

	constructor(address: string, initiator: string) {
		this.#name = { key: addressKey(address), initiator, ending: ENDING.exec(address)?.[1] ?? '' };
	}

	/** `isLast`: the page is being left. */
	add(entry: PerformanceResourceTiming, isLast = false): void {
		// A frame's document is reported by the frame itself.
		if (FRAME_INITIATORS.includes(entry.initiatorType) || isStillLoading(entry)) this.addOpaque();
		else if (isBroken(entry) || (isLast && mayBeGivenUp(entry))) this.#totals.brokenCount++;
		else if (isBodyHidden(entry) || isDiscarded(entry)) this.addOpaque();
		else if (entry.transferSize) {
			// Firefox gives a 304 the size of the cached body: https://bugzilla.mozilla.org/show_bug.cgi?id=1551240
			const bytes = entry.responseStatus === NOT_MODIFIED ? TIMING_HEADER_BYTES : entry.transferSize;
			this.#totals.timedCount++;
			this.#totals.timedBytes += bytes;
			this.#note(this.#sizedCount++, entry, bytes);
		} else if (isCached(entry)) {
			this.#totals.cachedCount++;
			this.#totals.sparedBytes += entry.encodedBodySize;
			this.#note(this.#sizedCount++, entry, null);
		} else this.addOpaque();
	}

	/** Adds an entry that shows nothing of its size. */
	addOpaque(): void {
		this.#totals.opaqueCount++;
	}

	/** Adds what the page's own entry shows more than before. `number` is what the first call returned; null in the first one. */
	addNavigation(entry: PerformanceResourceTiming, beforeBytes: number, number: number | null): number {
		if (number === null) this.#totals.timedCount++;
		const own = number ?? this.#sizedCount++;
		this.#totals.timedBytes += entry.transferSize - beforeBytes;
		this.#note(own, entry, entry.transferSize);
		return own;
	}

	/** The totals so far, and the entries since the last take. */
	take(): ReportedAddress {
		const entries = this.#newest;
		this.#newest = [];
		return { ...this.#name, ...this.#totals, entries };
	}

	/** A report did not arrive: these entries are in the next one. */
	putBack(entries: readonly SizedEntry[]): void {
		this.#newest = [...entries, ...this.#newest].slice(-MAX_ENTRIES_AN_ADDRESS);
	}

	/**
	 * Notes what came of the response of an entry, of this transfer size (null where the cache answered), and when it ended: for a page that
	 * still loads, now.
	 */
	#note(number: number, { responseEnd }: PerformanceResourceTiming, transferBytes: number | null): void {
		// Not `timeOrigin`: after a sleep it differs from the wall clock, whose time network events have.
		const atMs = responseEnd > 0 ? Date.now() - performance.now() + responseEnd : Date.now();
		const bodyBytes = transferBytes === null ? null : Math.max(0, Math.round(transferBytes) - TIMING_HEADER_BYTES);
		this.#newest.push([number, Math.round(atMs), bodyBytes]);
		if (this.#newest.length > MAX_ENTRIES_AN_ADDRESS) this.#newest.shift();
	}
}
