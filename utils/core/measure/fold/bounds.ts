import type { Bounds, KindTraffic } from '@/utils/core/schema/traffic';

/**
 * Capacity of the Mojo data pipe between Chromium's network service and its player, in bytes. When loading is suspended, the pipe
 * holds received bytes that are not in `buffered`. Measured on Chromium 156: 2,097,500 and 2,098,400 bytes with two videos.
 */
export const PIPE_BYTES = 2 ** 21;

/** The smallest and the largest share of an estimate that the truth can be. */
type Spread = readonly [low: number, high: number];

/** Messages that the page's world counted: control frames and some headers are missing (bench:accuracy, 0.98 to 1.00). */
export const COUNTED: Spread = [1, 1.03];
/** Messages whose size before compression was counted (permessage-deflate, RFC 7692). */
export const COMPRESSED: Spread = [0, 1.03];
/** Statistics of peer connections, without the headers of the network (bench:accuracy, limit 10 %). */
export const STATISTICS: Spread = [0.9, 1.15];
/** A body that was compressed again to know its size: servers compress by another coding or level (bench:accuracy, 0.95 to 1.23). */
export const PACKED_AGAIN: Spread = [0.75, 1.1];

/** The bounds of an estimate and of requests of unknown size. */
export function spread(bytes: number, [low, high]: Spread, unboundedCount = 0): Bounds {
	return { lowBytes: Math.floor(bytes * low), highBytes: Math.ceil(bytes * high), unboundedCount };
}

/** Figures with their bounds, which figures without anything estimated or unknown do not need. */
export function withBounds(traffic: KindTraffic, bounds: Bounds): KindTraffic {
	return traffic.estimatedBytes === 0 && traffic.unknownCount === 0 ? traffic : { ...traffic, bounds };
}
