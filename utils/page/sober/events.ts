import type { SoberReport } from '@/utils/core/schema/frame-report';

/*
 * Events on the document between the two worlds of a frame in sober mode. The page can see and forge them, so they carry no
 * secrets and the background checks every value.
 */

/** To the page's world: the effects to apply from now on, joined by commas; '' turns sober mode off. */
export const EFFECTS_EVENT = 'sobrio:sober';
/** To the page's world: send the report now. */
export const READ_AVOIDED_EVENT = 'sobrio:read-avoided';
/** To the isolated world: what was done so far, as {@link encodeReport} writes it. */
export const AVOIDED_EVENT = 'sobrio:avoided';

/** Three numbers joined by spaces. Firefox passes no object of the page to the isolated world without a wrapper. */
export function encodeReport({ avoidedBytes, isStuck, cappableCount }: SoberReport): string {
	return [Math.round(avoidedBytes), Number(isStuck), cappableCount].join(' ');
}

/** A report of the page's world. Its numbers may be anything, including NaN. */
export function decodeReport(detail: unknown): SoberReport {
	const [avoidedBytes = 0, isStuck, cappableCount = 0] = String(detail).split(' ').map(Number);
	return { avoidedBytes, isStuck: isStuck === 1, cappableCount };
}
