import { countIfFinal, type FinalTotals, noFinalTotals } from '@/utils/core/measure/final-totals';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import { own } from '@/utils/core/measure/own';
import type { AuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import type { AuditFile } from '@/utils/core/schema/audit/audit-load';
import { NOTHING_SHOWN, shownByHeaders } from './headers';
import { isOtherSite, isOutsideAudit, keptPath, pageQuery } from './page-address';

/** A visit has the names of so many addresses at most; the figures of others are in the rest of its load. */
export const MAX_NAMES = 3_000;

/** The name of an address, and what was seen of its file. */
export interface TracedName
	extends Pick<AuditFile, 'host' | 'path' | 'mimeType' | 'contentCoding' | 'caching' | 'decodedBytes' | 'wholeBytes'> {
	/** Host of the frame of another site that requested it; null for the page itself. */
	readonly embedHost: string | null;
}

/** Figures that are no longer in the ledger. */
export interface TracedTotals extends FinalTotals {
	/** Requests that a cache answered. */
	cachedCount: number;
}

/** What an audit keeps of a visit under way beside its figures. It exists only while the audit of its course runs. */
export interface AuditTrace {
	/** The page as `keptPath` and `pageQuery` read its address; null where an audit keeps nothing of it. */
	readonly page: { readonly path: string; readonly query: string } | null;
	/** The trainer asked for it past the cache. */
	readonly isPastCache: boolean;
	/** Its first requests were missed. */
	readonly isPartial: boolean;
	/** By the key of the address. */
	readonly names: Record<string, TracedName>;
	/** By the key of the address, of those with a name: what went to the visit's final totals. */
	readonly finals: Record<string, TracedTotals>;
	/** Requests to further addresses. */
	unnamedCount: number;
	/** The newest inspection of each of its documents, by the document's id. */
	readonly documents: Record<string, AuditInspection>;
}

/** The trace of a visit that begins, or of one under way. */
export function beginTrace(
	address: string,
	{ isPastCache, isPartial }: Pick<AuditTrace, 'isPastCache' | 'isPartial'>,
): AuditTrace {
	const url = new URL(address);
	const page = isOutsideAudit(url) ? null : { path: keptPath(url), query: pageQuery(url) };
	return { page, isPastCache, isPartial, names: {}, finals: {}, unnamedCount: 0, documents: {} };
}

const hostOf = (address: string | undefined) =>
	address !== undefined && URL.canParse(address) ? new URL(address).hostname : '';

/** Notes the name of a request before it is counted. */
export function noteName(
	trace: AuditTrace,
	details: RequestDetails,
	{ key, ...fact }: NetworkFact,
	pageHost: string,
): void {
	if (!trace.page || !URL.canParse(details.url)) return;
	const known = own(trace.names, key);
	if (!known && Object.keys(trace.names).length >= MAX_NAMES) {
		trace.unnamedCount++;
		return;
	}
	const url = new URL(details.url);
	const shown = fact.what === 'redirected' ? NOTHING_SHOWN : shownByHeaders(details);
	const wholeBytes = fact.what === 'redirected' ? null : fact.wholeBytes;
	trace.names[key] = {
		host: known?.host ?? url.hostname,
		path: known?.path ?? keptPath(url),
		mimeType: shown.mimeType ?? known?.mimeType ?? null,
		contentCoding: shown.contentCoding ?? known?.contentCoding ?? null,
		caching: shown.caching ?? known?.caching ?? null,
		wholeBytes: wholeBytes || (known?.wholeBytes ?? null),
		decodedBytes: known?.decodedBytes ?? null,
		embedHost: embedHostOf(details, pageHost),
	};
}

/** Host of the frame of another site that a request is for, or that made it; null for the page itself. */
function embedHostOf(details: RequestDetails, pageHost: string): string | null {
	const { type, frameId, url, initiator, documentUrl } = details;
	if (frameId === 0 && type !== 'sub_frame') return null;
	const host = hostOf(type === 'sub_frame' ? url : (initiator ?? documentUrl));
	return host !== '' && isOtherSite(host, pageHost) ? host : null;
}

/** Adds the names that an inspection of a document found to those of network events. */
export function noteInspection(trace: AuditTrace, seen: AuditInspection, pageHost: string): void {
	if (!trace.page) return;
	trace.documents[seen.frameId] = seen;
	const embedHost = isOtherSite(seen.host, pageHost) ? seen.host : null;
	for (const { key, host, path, mimeType, contentCoding, decodedBytes } of seen.files) {
		const known = own(trace.names, key);
		if (!known && Object.keys(trace.names).length >= MAX_NAMES) return;
		trace.names[key] = {
			...(known ?? { host, path, caching: null, wholeBytes: null, embedHost }),
			mimeType: known?.mimeType ?? mimeType,
			contentCoding: known?.contentCoding ?? contentCoding,
			decodedBytes: decodedBytes ?? known?.decodedBytes ?? null,
		};
	}
}

/** Notes a request that went to the final totals, counted as it was there. */
export function noteFinal(trace: AuditTrace | undefined, key: string, fact: NetworkFact): void {
	const totals = trace && tracedTotals(trace, key);
	if (totals) countIfFinal(totals, fact);
}

/** The totals of an address with a name; undefined for any other. */
export function tracedTotals(trace: AuditTrace, key: string): TracedTotals | undefined {
	if (!own(trace.names, key)) return undefined;
	let totals = own(trace.finals, key);
	if (!totals) {
		totals = { ...noFinalTotals(), cachedCount: 0 };
		trace.finals[key] = totals;
	}
	return totals;
}
