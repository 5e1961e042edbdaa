import { KINDS, type Kind } from '@/utils/core/schema/names';
import type { Bounds, KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { add, type Combine, subtract } from './parts';

export const NO_TRAFFIC: Traffic = { received: {}, sentBytes: null, sparedBytes: 0 };

export const NO_KIND_TRAFFIC: KindTraffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 0 };

/**
 * Between which bytes the truth is, beside what was measured. Figures that state nothing of it have no upper limit where anything was
 * estimated or unknown: those of version 3 and before, and all that no evidence limits. Sums of them stay unlimited when a part of them
 * is taken out.
 */
export function boundsOf({ bounds, estimatedBytes, unknownCount, requestCount }: KindTraffic): Bounds {
	if (bounds) return bounds;
	const unboundedCount = estimatedBytes > 0 ? Math.max(1, requestCount, unknownCount) : unknownCount;
	return { lowBytes: 0, highBytes: estimatedBytes, unboundedCount };
}

function isExact({ bounds, estimatedBytes, unknownCount }: KindTraffic): boolean {
	return bounds === undefined && estimatedBytes === 0 && unknownCount === 0;
}

function combineKind(a: KindTraffic, b: KindTraffic, combined: Combine): KindTraffic {
	const sum = {
		measuredBytes: combined(a.measuredBytes, b.measuredBytes),
		estimatedBytes: combined(a.estimatedBytes, b.estimatedBytes),
		unknownCount: combined(a.unknownCount, b.unknownCount),
		requestCount: combined(a.requestCount, b.requestCount),
	};
	if (isExact(a) && isExact(b)) return sum;
	const [ofA, ofB] = [boundsOf(a), boundsOf(b)];
	const bounds = {
		lowBytes: combined(ofA.lowBytes, ofB.lowBytes),
		highBytes: combined(ofA.highBytes, ofB.highBytes),
		unboundedCount: combined(ofA.unboundedCount, ofB.unboundedCount),
	};
	const isEmpty = isExact(sum) && Object.values(bounds).every((amount) => amount === 0);
	return isEmpty ? sum : { ...sum, bounds };
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
	/** At least, and at most, so many bytes were received; null where nothing limits them. */
	readonly lowBytes: number;
	readonly highBytes: number | null;
	/** Measured bytes / received bytes, 0 to 1; null when nothing was received. */
	readonly measuredShare: number | null;
}

export function sumTraffic(traffic: Traffic): TrafficSum {
	const total = Object.values(traffic.received).reduce((sum, kind) => addKind(sum, kind), NO_KIND_TRAFFIC);
	const receivedBytes = total.measuredBytes + total.estimatedBytes;
	const { lowBytes, highBytes, unboundedCount } = boundsOf(total);
	return {
		...total,
		receivedBytes,
		lowBytes: total.measuredBytes + lowBytes,
		highBytes: unboundedCount > 0 ? null : total.measuredBytes + highBytes,
		measuredShare: receivedBytes > 0 ? total.measuredBytes / receivedBytes : null,
	};
}
