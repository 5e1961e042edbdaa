import * as v from 'valibot';
import { WASTE_FIELDS } from './names';
import {
	AddressKeySchema,
	AmountSchema,
	FrameIdSchema,
	listOf,
	type Of,
	optionalEntries,
	PlainSchema,
	parserOf,
	StoredAmountSchema,
} from './values';

const MAX_FILES = 100;

/** Waste of a stored visit or day: the fields that are not 0. */
export const WasteSchema = v.pipe(PlainSchema, v.strictObject(optionalEntries(WASTE_FIELDS, StoredAmountSchema)));

export type Waste = Of<typeof WasteSchema>;

/** What one inspection of a frame's document found. */
const ObservedWasteSchema = v.object({
	/** Random id of the document. */
	frameId: FrameIdSchema,
	waste: v.pipe(PlainSchema, v.object(optionalEntries(WASTE_FIELDS, AmountSchema))),
	/** Files that a cache could have kept: the key of each address and its bytes. */
	files: listOf(v.strictTuple([AddressKeySchema, AmountSchema]), MAX_FILES),
});

export type ObservedWaste = Of<typeof ObservedWasteSchema>;

export const parseWaste = parserOf(ObservedWasteSchema, null);
