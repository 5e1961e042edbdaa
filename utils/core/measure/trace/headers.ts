import { headerValue, type ResponseDetails } from '@/utils/core/measure/response-size';
import type { AuditFile, Caching } from '@/utils/core/schema/audit/audit-load';

const DAY_S = 86_400;
const MIME_TYPE = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,80})\s*(?:;|$)/;
const CODING = /^\s*([\w-]{1,20})\s*(?:,|$)/;

/** What the headers of a response show of a file. */
export type ShownFile = Pick<AuditFile, 'mimeType' | 'contentCoding' | 'caching'>;

/** Where no headers were seen. */
export const NOTHING_SHOWN: ShownFile = { mimeType: null, contentCoding: null, caching: null };

/** What a response's headers show; nothing where there are none. */
export function shownByHeaders({ responseHeaders, timeStamp }: Headed): ShownFile {
	if (!responseHeaders?.length) return NOTHING_SHOWN;
	const coding = headerValue(responseHeaders, 'content-encoding');
	return {
		mimeType: mimeTypeOf(headerValue(responseHeaders, 'content-type') ?? ''),
		contentCoding: coding === null ? '' : (CODING.exec(coding)?.[1]?.toLowerCase() ?? null),
		caching: cachingOf(responseHeaders, timeStamp),
	};
}

type Headed = Pick<ResponseDetails, 'responseHeaders'> & { readonly timeStamp: number };

/** The media type without parameters, in lower case; null where it is none. */
export function mimeTypeOf(type: string): string | null {
	return MIME_TYPE.exec(type.toLowerCase())?.[1] ?? null;
}

/**
 * What caches may do with a response: RFC 9111, sections 4.2 and 5.2.2. Without a lifetime they guess one from the date of the last change
 * (section 4.2.2), which is brief for our purpose.
 */
function cachingOf(headers: NonNullable<Headed['responseHeaders']>, atMs: number): Caching {
	const control = (headerValue(headers, 'cache-control') ?? headerValue(headers, 'pragma') ?? '').toLowerCase();
	if (/\bno-store\b/.test(control)) return 'none';
	const hasValidator = headerValue(headers, 'etag') !== null || headerValue(headers, 'last-modified') !== null;
	const withoutLifetime: Caching = hasValidator ? 'check' : 'none';
	if (/\bno-cache\b/.test(control)) return withoutLifetime;
	const lifetimeS = lifetimeOf(headers, control, atMs);
	if (lifetimeS === null) return headerValue(headers, 'last-modified') === null ? withoutLifetime : 'brief';
	if (lifetimeS <= 0) return withoutLifetime;
	return lifetimeS > DAY_S || /\bimmutable\b/.test(control) ? 'long' : 'brief';
}

/** Seconds for which a response is fresh; null where nothing states it. */
function lifetimeOf(headers: NonNullable<Headed['responseHeaders']>, control: string, atMs: number): number | null {
	const maxAge = /\bmax-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1];
	if (maxAge !== undefined) return Number(maxAge);
	const expires = headerValue(headers, 'expires');
	if (expires === null) return null;
	const untilMs = Date.parse(expires);
	// An invalid date, often 0, means the past: RFC 9111, section 5.3.
	return Number.isNaN(untilMs) ? 0 : (untilMs - atMs) / 1_000;
}
