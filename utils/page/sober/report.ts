import type { SoberReport } from '@/utils/core/schema/frame-report';

/*
 * What the two worlds of a frame in sober mode say to each other: see `utils/page/channel/events.ts`. The page could forge it where
 * the script came late, so it carries no secrets and the background checks every value.
 */

/** Three numbers joined by spaces. Firefox passes no object of the page to the isolated world without a wrapper. */
export function encodeReport({ avoidedBytes, isStuck, cappableCount }: SoberReport): string {
	return [Math.round(avoidedBytes), Number(isStuck), cappableCount].join(' ');
}

/** A report of the page's world. Its numbers may be anything, including NaN. */
export function decodeReport(detail: unknown): SoberReport {
	const [avoidedBytes = 0, isStuck, cappableCount = 0] = String(detail).slice(0, MAX_LENGTH).split(' ').map(Number);
	return { avoidedBytes, isStuck: isStuck === 1, cappableCount };
}

/** No honest report is longer. Characters. */
const MAX_LENGTH = 100;
