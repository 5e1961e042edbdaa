import { emptyRow, type LedgerRow } from '@/utils/core/measure/ledger';
import { EMPTY_RECORD, type RequestRecord } from '@/utils/core/measure/request-record';
import type { FrameState, VisitState } from '@/utils/core/measure/visit-state';
import type { Kind } from '@/utils/core/schema/names';

/** Addresses in one part: few enough that a change writes little, many enough that there are few parts. */
const ADDRESSES_A_PART = 200;

/** Name of the part with everything but addresses. */
export const HEAD = 'head';
/** Part of the settled addresses, which are many and seldom change. */
const SETTLED = 'settled';
/** Owner of the parts with the ledger's rows; the others belong to a frame, by its id. */
const LEDGER = 'rows';

/**
 * A visit in progress as texts by name: the head, then its addresses, {@link ADDRESSES_A_PART} at a time. Of a row only what differs from
 * an empty one is written, so that an address takes some 200 characters; and a part whose addresses have not changed has the same text.
 */
export type VisitTexts = Readonly<Record<string, string>>;

const EMPTY_ROW = emptyRow('other');

/** Of texts in another shape, which another version of the extension wrote, nothing is read. */
const VERSION = 8;

type SparseRecord = Pick<RequestRecord, 'id'> & Partial<RequestRecord>;
type SparseRow = readonly [key: string, kind: Kind, evidence: Partial<LedgerRow>, requests: readonly SparseRecord[]];
interface Head {
	readonly version: number;
	readonly state: VisitState;
	/** Names of the other parts. */
	readonly parts: readonly string[];
}

/** The texts of a visit. */
export function writeVisit(visit: VisitState): VisitTexts {
	const { ledger, frames, settledKeys, ...rest } = visit;
	const parts = partsOf(LEDGER, Object.entries(ledger).map(sparse));
	if (settledKeys !== '') parts[SETTLED] = settledKeys;
	const heads: Record<string, FrameState> = {};
	for (const [frameId, { timed, ...frame }] of Object.entries(frames)) {
		heads[frameId] = { ...frame, timed: {} };
		Object.assign(parts, partsOf(frameId, Object.entries(timed)));
	}
	const head: Head = {
		version: VERSION,
		state: { ...rest, frames: heads, settledKeys: '', ledger: {} },
		parts: Object.keys(parts),
	};
	return { [HEAD]: JSON.stringify(head), ...parts };
}

/** The visit of its texts; null when one of them is missing, or another version wrote them. Other texts are ignored. */
export function readVisit(texts: VisitTexts): VisitState | null {
	const text = texts[HEAD];
	if (!text) return null;
	const { version, state, parts }: Head = JSON.parse(text);
	if (version !== VERSION) return null;
	for (const name of parts) {
		const part = texts[name];
		if (part === undefined) return null;
		const owner = name.slice(0, name.lastIndexOf('.'));
		if (name === SETTLED) state.settledKeys = part;
		else if (owner === LEDGER) readRows(state, JSON.parse(part));
		else
			for (const [key, totals] of JSON.parse(part)) Object.assign(state.frames[owner]?.timed ?? {}, { [key]: totals });
	}
	return state;
}

function partsOf(owner: string, rows: readonly unknown[]): Record<string, string> {
	const parts: Record<string, string> = {};
	for (let first = 0; first < rows.length; first += ADDRESSES_A_PART)
		parts[`${owner}.${first / ADDRESSES_A_PART}`] = JSON.stringify(rows.slice(first, first + ADDRESSES_A_PART));
	return parts;
}

function sparse([key, row]: [string, LedgerRow]): SparseRow {
	const { requests, kind, entries, ...evidence } = row;
	const known = { ...without(evidence, EMPTY_ROW), ...(entries.length > 0 && { entries }) };
	return [key, kind, known, requests.map((record) => ({ ...without(record, EMPTY_RECORD), id: record.id }))];
}

/** What differs from an empty one. */
function without<Shape extends object>(full: Shape, empty: Partial<Shape>): Partial<Shape> {
	const known = Object.entries(full).filter(([field, value]) => value !== empty[field as keyof Shape]);
	return Object.fromEntries(known) as Partial<Shape>;
}

function readRows(state: VisitState, rows: readonly SparseRow[]): void {
	for (const [key, kind, known, requests] of rows)
		state.ledger[key] = {
			...emptyRow(kind),
			...known,
			requests: requests.map((record) => ({ ...EMPTY_RECORD, ...record })),
		};
}
