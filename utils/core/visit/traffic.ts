import { KINDS, type Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';

export const NO_TRAFFIC: Traffic = { received: {}, sentBytes: null, sparedBytes: 0 };

export const NO_KIND_TRAFFIC: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 0 };

export function combineKind(a: KindTraffic, b: KindTraffic, sign: 1 | -1): KindTraffic {
	return {
		measuredBytes: a.measuredBytes + sign * b.measuredBytes,
		estimatedBytes: a.estimatedBytes + sign * b.estimatedBytes,
		unknownCount: a.unknownCount + sign * b.unknownCount,
		requestCount: a.requestCount + sign * b.requestCount,
	};
}

function combine(a: Traffic, b: Traffic, sign: 1 | -1): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	for (const kind of KINDS) {
		const sum = combineKind(a.received[kind] ?? NO_KIND_TRAFFIC, b.received[kind] ?? NO_KIND_TRAFFIC, sign);
		if (Object.values(sum).some(Boolean)) received[kind] = sum;
	}
	return {
		received,
		// A browser that counts sent bytes never counts 0: a sum of 0 means that the counted part was subtracted.
		sentBytes: (a.sentBytes ?? 0) + sign * (b.sentBytes ?? 0) || null,
		sparedBytes: a.sparedBytes + sign * b.sparedBytes,
	};
}

export function addTraffic(a: Traffic, b: Traffic): Traffic {
	return combine(a, b, 1);
}

/** `a` without `b`, which was added to it before. */
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

export function sumTraffic(traffic: Traffic): TrafficSum {
	const total = Object.values(traffic.received).reduce((sum, kind) => combineKind(sum, kind, 1), NO_KIND_TRAFFIC);
	const receivedBytes = total.measuredBytes + total.estimatedBytes;
	return { ...total, receivedBytes, measuredShare: receivedBytes > 0 ? total.measuredBytes / receivedBytes : null };
}
