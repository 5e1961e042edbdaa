import { emptyRow, type LedgerRow } from '@/utils/core/measure/ledger';
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

type SparseRow = readonly [key: string, kind: Kind, known: Partial<LedgerRow>];
interface Head {
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
	const head: Head = { state: { ...rest, frames: heads, settledKeys: '', ledger: {} }, parts: Object.keys(parts) };
	return { [HEAD]: JSON.stringify(head), ...parts };
}

/** The visit of its texts; null when one of them is missing. Other texts are ignored. */
export function readVisit(texts: VisitTexts): VisitState | null {
	const text = texts[HEAD];
	if (!text) return null;
	const { state, parts }: Head = JSON.parse(text);
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
	const known = Object.entries(row).filter(([field, value]) => value !== EMPTY_ROW[field as keyof LedgerRow]);
	return [key, row.kind, Object.fromEntries(known)];
}

function readRows(state: VisitState, rows: readonly SparseRow[]): void {
	for (const [key, kind, known] of rows) state.ledger[key] = { ...emptyRow(kind), ...known };
}
