import type { Kind } from '@/utils/core/schema/names';
import type { ResponseCost } from './response-size';

/** A response has begun. */
export interface OpenedFact {
	readonly what: 'opened';
	readonly requestId: string;
	/** Size of the whole resource by its headers; null if they do not tell. */
	readonly wholeBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly isVideo: boolean;
	/** The browser's cache answers the beginning; the network may continue under the same flag. */
	readonly isCached: boolean;
	/** The response starts at the resource's first byte. */
	readonly isFromStart: boolean;
}

/** A response has ended, successfully or not. */
export interface EndedFact {
	readonly what: 'ended';
	readonly requestId: string;
	readonly cost: ResponseCost;
	readonly wholeBytes: number | null;
	readonly sentBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** No report of the page adds to it: it is not part of a video, and no socket. */
	readonly isStandalone: boolean;
}

/** One redirect of a chain. */
export interface RedirectedFact {
	readonly what: 'redirected';
	readonly headerBytes: number;
	readonly isNavigation: boolean;
}

/** What the browser's network events showed of one request, by the key of its ledger row. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (OpenedFact | EndedFact | RedirectedFact);
