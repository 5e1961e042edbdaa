import type { Kind } from './kind';
import { KINDS } from './kind';

/** Bytes received for one kind of resource, apart by how sure they are. */
export interface KindTraffic {
	/** Bytes read from a browser interface that counts them. */
	readonly measuredBytes: number;
	/** Bytes deduced (buffered share of a video, typical size of the kind), never added to a measured figure of the same request. */
	readonly estimatedBytes: number;
	/** Requests that were seen but whose size nothing tells: unknown, not zero. */
	readonly unknownCount: number;
	/** Requests of this kind, cached ones included. */
	readonly requestCount: number;
}

/** All data that a visit, a day or a week moved. Kinds that never occurred are absent. */
export interface Traffic {
	readonly received: Readonly<Partial<Record<Kind, KindTraffic>>>;
	/** Bytes sent, headers and bodies, of the requests whose browser counts them (Firefox); null when none was counted. */
	readonly sentBytes: number | null;
	/** Bytes that the browser's cache answered in place of the network. */
	readonly sparedBytes: number;
}

export const NO_TRAFFIC: Traffic = { received: {}, sentBytes: null, sparedBytes: 0 };

export const NO_KIND_TRAFFIC: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 0 };

function combineKind(a: KindTraffic, b: KindTraffic, sign: 1 | -1): KindTraffic {
	return {
		measuredBytes: a.measuredBytes + sign * b.measuredBytes,
		estimatedBytes: a.estimatedBytes + sign * b.estimatedBytes,
		unknownCount: a.unknownCount + sign * b.unknownCount,
		requestCount: a.requestCount + sign * b.requestCount,
	};
}

function isEmpty(kind: KindTraffic): boolean {
	return !(kind.measuredBytes || kind.estimatedBytes || kind.unknownCount || kind.requestCount);
}

function combine(a: Traffic, b: Traffic, sign: 1 | -1): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	for (const kind of KINDS) {
		const sum = combineKind(a.received[kind] ?? NO_KIND_TRAFFIC, b.received[kind] ?? NO_KIND_TRAFFIC, sign);
		if (!isEmpty(sum)) received[kind] = sum;
	}
	return {
		received,
		// Whoever counts what is sent never counts nothing: a sum of 0 is what is left once the counted part is taken out.
		sentBytes: (a.sentBytes ?? 0) + sign * (b.sentBytes ?? 0) || null,
		sparedBytes: a.sparedBytes + sign * b.sparedBytes,
	};
}

/** The sum of two traffics, kind by kind. */
export function addTraffic(a: Traffic, b: Traffic): Traffic {
	return combine(a, b, 1);
}

/** What is left of `a` once `b`, which was added to it before, is taken out. */
export function subtractTraffic(a: Traffic, b: Traffic): Traffic {
	return combine(a, b, -1);
}

/** Totals over all kinds. */
export interface TrafficSum extends KindTraffic {
	/** Measured and estimated bytes together. */
	readonly receivedBytes: number;
	/** Measured bytes / received bytes, 0 to 1; null when nothing was received. */
	readonly measuredShare: number | null;
}

/** Adds the kinds up. */
export function sumTraffic(traffic: Traffic): TrafficSum {
	const total = Object.values(traffic.received).reduce((sum, kind) => combineKind(sum, kind, 1), NO_KIND_TRAFFIC);
	const receivedBytes = total.measuredBytes + total.estimatedBytes;
	return { ...total, receivedBytes, measuredShare: receivedBytes > 0 ? total.measuredBytes / receivedBytes : null };
}
