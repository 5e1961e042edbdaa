import { KINDS, type Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { add, type Combine, subtract } from './parts';

export const NO_TRAFFIC: Traffic = { received: {}, sentBytes: null, sparedBytes: 0 };

export const NO_KIND_TRAFFIC: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 0 };

function combineKind(a: KindTraffic, b: KindTraffic, combined: Combine): KindTraffic {
	return {
		measuredBytes: combined(a.measuredBytes, b.measuredBytes),
		estimatedBytes: combined(a.estimatedBytes, b.estimatedBytes),
		unknownCount: combined(a.unknownCount, b.unknownCount),
		requestCount: combined(a.requestCount, b.requestCount),
	};
}

export function addKind(a: KindTraffic, b: KindTraffic): KindTraffic {
	return combineKind(a, b, add);
}

function combine(a: Traffic, b: Traffic, combined: Combine): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	for (const kind of KINDS) {
		const sum = combineKind(a.received[kind] ?? NO_KIND_TRAFFIC, b.received[kind] ?? NO_KIND_TRAFFIC, combined);
		if (Object.values(sum).some(Boolean)) received[kind] = sum;
	}
	return {
		received,
		// A browser that counts sent bytes never counts 0: a sum of 0 means that the counted part was subtracted.
		sentBytes: combined(a.sentBytes ?? 0, b.sentBytes ?? 0) || null,
		sparedBytes: combined(a.sparedBytes, b.sparedBytes),
	};
}

export function addTraffic(a: Traffic, b: Traffic): Traffic {
	return combine(a, b, add);
}

/** `a` without `b`, which was added to it before. */
export function subtractTraffic(a: Traffic, b: Traffic): Traffic {
	return combine(a, b, subtract);
}

/** Totals over all kinds. */
export interface TrafficSum extends KindTraffic {
	/** Measured and estimated bytes together. */
	readonly receivedBytes: number;
	/** Measured bytes / received bytes, 0 to 1; null when nothing was received. */
	readonly measuredShare: number | null;
}

export function sumTraffic(traffic: Traffic): TrafficSum {
	const total = Object.values(traffic.received).reduce((sum, kind) => addKind(sum, kind), NO_KIND_TRAFFIC);
	const receivedBytes = total.measuredBytes + total.estimatedBytes;
	return { ...total, receivedBytes, measuredShare: receivedBytes > 0 ? total.measuredBytes / receivedBytes : null };
}
