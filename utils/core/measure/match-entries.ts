import type { LedgerRow, SizedEntry } from './ledger';
import { type BodyOf, isUnsized, type RequestRecord } from './request-record';

/** An entry and a network event of one request give moments at most this far apart, on a busy machine too. Milliseconds. */
const WITHIN_MS = 5_000;

const NOTHING: BodyOf = () => null;

/**
 * Ascribes the page's Resource Timing entries of an address to the very requests whose size no network event shows, by the moment
 * when both ended. An entry of a request whose size is known has that size, and is of no other.
 */
export function matchEntries({ requests, entries }: Pick<LedgerRow, 'requests' | 'entries'>): BodyOf {
	const wanting = requests.filter(isUnsized);
	if (wanting.length === 0 || entries.length === 0) return NOTHING;
	const known = requests.filter(({ outcome }) => outcome === 'sized' || outcome === 'cached');
	const ofKnown = new Set(pair(known, entries, hasSize).values());
	const entryOf = pair(
		wanting,
		entries.filter((entry) => !ofKnown.has(entry)),
		isPossible,
	);
	return (record) => {
		const entry = entryOf.get(record);
		return entry ? (entry.bodyBytes ?? 0) : null;
	};
}

function hasSize({ outcome, bytes, headerBytes }: RequestRecord, { bodyBytes }: SizedEntry): boolean {
	return bodyBytes === (outcome === 'cached' ? null : bytes - headerBytes);
}

/** The cache can only have answered a part of a file of which it may have held some. */
function isPossible({ isDoubtful }: RequestRecord, { bodyBytes }: SizedEntry): boolean {
	return isDoubtful || bodyBytes !== null;
}

interface Pair {
	readonly record: RequestRecord;
	readonly entry: SizedEntry;
	readonly apartMs: number;
}

function apartMs({ endedAtMs }: RequestRecord, { atMs }: SizedEntry): number {
	return Math.abs((endedAtMs ?? 0) - atMs);
}

/** One entry for each request where possible, the closest in time first. */
function pair(
	records: readonly RequestRecord[],
	entries: readonly SizedEntry[],
	mayBelong: (record: RequestRecord, entry: SizedEntry) => boolean,
): ReadonlyMap<RequestRecord, SizedEntry> {
	const pairs = records.flatMap((record) =>
		entries
			.filter((entry) => apartMs(record, entry) <= WITHIN_MS && mayBelong(record, entry))
			.map((entry) => ({ record, entry, apartMs: apartMs(record, entry) })),
	);
	const taken = new Set<SizedEntry>();
	const entryOf = new Map<RequestRecord, SizedEntry>();
	for (const { record, entry } of pairs.sort(byDistance)) {
		if (entryOf.has(record) || taken.has(entry)) continue;
		entryOf.set(record, entry);
		taken.add(entry);
	}
	return entryOf;
}

/** The closest first. Then an order that does not depend on which came first. */
function byDistance(a: Pair, b: Pair): number {
	return (
		a.apartMs - b.apartMs ||
		(a.record.endedAtMs ?? 0) - (b.record.endedAtMs ?? 0) ||
		(b.entry.bodyBytes ?? -1) - (a.entry.bodyBytes ?? -1) ||
		compare(a.record.id, b.record.id) ||
		compare(a.entry.id, b.entry.id)
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
