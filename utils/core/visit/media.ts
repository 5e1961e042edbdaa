import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import { add, type Combine, combineParts, subtract } from './parts';

/** Totals of an earlier shape with fewer fields: `detailedMs` of 0 shows that the others are unknown. */
export function completeMedia(media: Partial<MediaTotals>): MediaTotals {
	return { ...NO_MEDIA, ...media };
}

const FIELDS = Object.keys(NO_MEDIA) as (keyof MediaTotals)[];

/** Totals made field by field: amounts by one function, amounts by name by the other. */
export function mapMedia(
	amountOf: (field: keyof MediaTotals) => number,
	partsOf: (field: keyof MediaTotals) => Readonly<Record<string, number>>,
): MediaTotals {
	// Starts with all fields, so that engines see one object shape: totals are made all the time.
	const made: Record<keyof MediaTotals, number | Readonly<Record<string, number>>> = { ...NO_MEDIA };
	for (const field of FIELDS) made[field] = NO_MEDIA[field] === 0 ? amountOf(field) : partsOf(field);
	return made as MediaTotals;
}

function combine(a: MediaTotals, b: MediaTotals, combined: Combine): MediaTotals {
	return mapMedia(
		(field) => combined(a[field] as number, b[field] as number),
		(field) => combineParts(a[field] as Record<string, number>, b[field] as Record<string, number>, combined),
	);
}

export function addMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, add);
}

/** `a` without `b`, which was added to it before. */
export function subtractMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, subtract);
}

/** The later of two readings of the same totals, which only ever grow. */
export function largerMedia(a: MediaTotals, b: MediaTotals): MediaTotals {
	return combine(a, b, Math.max);
}
