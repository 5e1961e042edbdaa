import { sumRequests } from '@/utils/core/measure/fold/sum-requests';
import type { LedgerRow } from '@/utils/core/measure/ledger';
import { isOpen } from '@/utils/core/measure/request-record';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { Waste } from '@/utils/core/schema/waste';

/**
 * Bytes that pages may claim per millisecond of a visit: 1 Gbit/s, the average pace of a whole visit on the fastest usual line.
 * A lecture in 4K is a fortieth of it.
 */
const MAX_BYTES_PER_MS = 125_000;
/** The same for what a cache on the disk may answer: 1 GB/s. */
const MAX_SAVED_BYTES_PER_MS = 1_000_000;
/** The same for the sockets and uploads of a small frame of another site: 8 Mbit/s, a video in 1080p. */
const MAX_SMALL_FRAME_BYTES_PER_MS = 1_000;
/** The same for requests: no page has more than a thousand a second for long. */
const MAX_REQUESTS_PER_MS = 1;

/** The most that pages may claim to have received, beyond what network events show. */
export interface ClaimLimit {
	readonly bytes: number;
	readonly requestCount: number;
}

export const NO_LIMIT: ClaimLimit = { bytes: Number.POSITIVE_INFINITY, requestCount: Number.POSITIVE_INFINITY };

/** What the pages of a visit may claim still, by its age. */
export function claimLimit({ ageMs, finalTotals }: VisitState): ClaimLimit {
	return {
		bytes: ageMs * MAX_BYTES_PER_MS - finalTotals.claimedBytes,
		requestCount: ageMs * MAX_REQUESTS_PER_MS - finalTotals.claimedCount,
	};
}

export function maxClaimedBytes({ ageMs }: VisitState): number {
	return ageMs * MAX_BYTES_PER_MS;
}

/** What the counters of a small frame of another site may add up to. */
export function maxSmallFrameBytes({ ageMs }: VisitState): number {
	return ageMs * MAX_SMALL_FRAME_BYTES_PER_MS;
}

/** What pages claim to have loaded without need, as far as the visit's age allows. */
export function boundWaste(waste: Waste, { ageMs }: VisitState): Waste {
	const most = (field: string) =>
		Math.floor(ageMs * (field.endsWith('Bytes') ? MAX_BYTES_PER_MS : MAX_REQUESTS_PER_MS));
	return Object.fromEntries(Object.entries(waste).map(([field, amount]) => [field, Math.min(amount, most(field))]));
}

export function maxSavedBytes({ ageMs }: VisitState): number {
	return ageMs * MAX_SAVED_BYTES_PER_MS;
}

/** Folded figures, and the part of them that network events show. */
export interface Folded {
	readonly kind: Kind;
	readonly traffic: KindTraffic;
	readonly shown: KindTraffic;
}

/** What network events show of an address. */
export function shownByNetwork(row: LedgerRow): KindTraffic {
	const { measuredBytes, claimedBytes, requestCount } = sumRequests(row);
	const unsized = row.requests.filter((record) => isOpen(record) || record.outcome === 'unsized');
	return {
		measuredBytes: measuredBytes - claimedBytes,
		estimatedBytes: 0,
		unknownCount: unsized.length + row.settled.unknownCount + row.hiddenCount,
		requestCount,
	};
}

const bytesOf = ({ measuredBytes, estimatedBytes }: KindTraffic) => measuredBytes + estimatedBytes;

/** What only the page's report shows of some figures. */
export function claimOf({ traffic, shown }: Folded): { readonly bytes: number; readonly count: number } {
	const count = Math.max(traffic.requestCount - shown.requestCount, traffic.unknownCount - shown.unknownCount);
	return { bytes: bytesOf(traffic) - bytesOf(shown), count: Math.max(0, count) };
}

/** Figures without what only the page claimed: at least one request is unknown then. */
export function withoutClaim({ shown }: Folded): KindTraffic {
	return {
		...shown,
		unknownCount: Math.max(1, shown.unknownCount),
		requestCount: Math.max(1, shown.requestCount),
	};
}

/**
 * The figures with their claims as far as the limit allows, the smallest first. The larger ones are dropped as unknown: a page that
 * forges one figure does not lose the others.
 */
export function boundClaims(folded: readonly Folded[], limit: ClaimLimit): readonly KindTraffic[] {
	const claims = folded.map(claimOf);
	const total = { bytes: 0, count: 0 };
	const fits = ({ bytes, count }: { bytes: number; count: number }) => {
		if (total.bytes + bytes > limit.bytes || total.count + count > limit.requestCount) return false;
		total.bytes += bytes;
		total.count += count;
		return true;
	};
	if (claims.every(fits)) return folded.map(({ traffic }) => traffic);
	total.bytes = total.count = 0;
	const order = [...claims.keys()].sort((a, b) => (claims[a]?.bytes ?? 0) - (claims[b]?.bytes ?? 0));
	const bounded = folded.map(({ traffic }) => traffic);
	for (const index of order) {
		const [each, claim] = [folded[index], claims[index]];
		if (each && claim && claim.bytes + claim.count > 0 && !fits(claim)) bounded[index] = withoutClaim(each);
	}
	return bounded;
}
