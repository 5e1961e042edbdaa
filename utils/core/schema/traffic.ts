import * as v from 'valibot';
import { KINDS } from './names';
import { type Of, optionalEntries, PlainSchema, StoredAmountSchema } from './values';

/** Between which bytes the truth is, beside what was measured. What was estimated is not below `lowBytes` and not above `highBytes`. */
const BoundsSchema = v.strictObject({
	lowBytes: StoredAmountSchema,
	/** With what the requests of unknown size have received at most, where that is known. */
	highBytes: StoredAmountSchema,
	/** Requests without such a limit: where there are any, nothing is known above `lowBytes`. */
	unboundedCount: StoredAmountSchema,
});

export type Bounds = Of<typeof BoundsSchema>;

/** Bytes received for one kind of resource, by how certain they are. */
export const KindTrafficSchema = v.strictObject({
	/** Bytes that a browser interface counted. */
	measuredBytes: StoredAmountSchema,
	/** Bytes deduced (buffered share of a video, typical size of the kind), never in addition to a measured figure of the same request. */
	estimatedBytes: StoredAmountSchema,
	/** Requests without any evidence of their size: unknown, not zero. */
	unknownCount: StoredAmountSchema,
	/** Requests of this kind, cached ones included. */
	requestCount: StoredAmountSchema,
	/** Absent where all was measured, and in figures of version 3 and before: see `boundsOf`. */
	bounds: v.exactOptional(BoundsSchema),
});

export type KindTraffic = Of<typeof KindTrafficSchema>;

/** All data that a visit, a day or a week transferred. */
export const TrafficSchema = v.strictObject({
	/** Kinds that never occurred are absent. */
	received: v.pipe(PlainSchema, v.strictObject(optionalEntries(KINDS, KindTrafficSchema))),
	/** Bytes sent, headers and bodies, of the requests whose browser counts them (Firefox); null when none was counted. */
	sentBytes: v.nullable(StoredAmountSchema),
	/** Bytes that the browser's cache answered in place of the network. */
	sparedBytes: StoredAmountSchema,
});

export type Traffic = Of<typeof TrafficSchema>;
