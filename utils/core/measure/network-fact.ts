import type { Kind } from '@/utils/core/visit/kind';
import type { ResponseCost } from './response-size';

/** A response has begun. */
export interface OpenedFact {
	readonly what: 'opened';
	readonly requestId: string;
	/** Size of the whole resource as the headers announce it; null when they do not. */
	readonly wholeBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly isVideo: boolean;
	/** The browser's cache answers its beginning; the network may go on from there, under the same flag. */
	readonly isCached: boolean;
	/** It brings the resource from its first byte on. */
	readonly isFromStart: boolean;
}

/** A response has ended, well or not. */
export interface EndedFact {
	readonly what: 'ended';
	readonly requestId: string;
	readonly cost: ResponseCost;
	readonly wholeBytes: number | null;
	readonly sentBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** No other ledger knows more of it: no video, whose requests belong together, and no socket. */
	readonly isPlain: boolean;
}

/** A hop of a redirect chain. */
export interface RedirectedFact {
	readonly what: 'redirected';
	readonly headerBytes: number;
	readonly isNavigation: boolean;
}

/** One thing that the browser's network events told. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (OpenedFact | EndedFact | RedirectedFact);
