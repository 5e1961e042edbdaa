import { add, combineParts, subtract } from './parts';

/**
 * What the pages of a visit loaded beyond need, as their documents show it; bytes as they travelled in this visit, so that
 * what the cache answered counts nothing.
 */
export const WASTE_FIELDS = [
	/** Raster images (all but vector ones) worth another encoding, and those of them that are JPEG, PNG or GIF. */
	'rasterCount',
	'oldRasterCount',
	'oldRasterBytes',
	/** Images of many more pixels than they are shown with, and the part of their bytes that nobody can see. */
	'oversizedCount',
	'oversizedBytes',
	/** Heavy GIF images. */
	'gifCount',
	'gifBytes',
	/** Texts (pages, scripts, styles, data) that came uncompressed. */
	'plainTextCount',
	'plainTextBytes',
	/** Players of other companies that loaded and never played. */
	'embedCount',
	'embedBytes',
	/** Files that came again though earlier pages of the same course had brought them. */
	'repeatCount',
	'repeatBytes',
] as const;

export type WasteField = (typeof WASTE_FIELDS)[number];

/** The fields that are not 0. */
export type Waste = Readonly<Partial<Record<WasteField, number>>>;

export const NO_WASTE: Waste = {};

/** What one look at a frame's document found. */
export interface ObservedWaste {
	/** Random id of the document. */
	readonly frameId: string;
	readonly waste: Waste;
	/** Files that a cache could have kept: the key of each address and its bytes. */
	readonly files: readonly (readonly [key: string, bytes: number])[];
}

/** The sum of two. */
export function addWaste(a: Waste, b: Waste): Waste {
	return combineParts(a, b, add);
}

/** What is left of `a` once `b`, which was added to it before, is taken out. */
export function subtractWaste(a: Waste, b: Waste): Waste {
	return combineParts(a, b, subtract);
}

/** The field that carries it, where there is any: a record of pages without any carries none. */
export function carryWaste(waste: Waste): { readonly waste?: Waste } {
	return Object.keys(waste).length > 0 ? { waste } : {};
}
