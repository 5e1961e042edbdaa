import type { Kind } from '@/utils/core/visit/kind';
import type { MediaTotals } from '@/utils/core/visit/media';
import type { NowPlaying } from '@/utils/core/visit/now-playing';
import type { Activity } from '@/utils/core/visit/visit';
import type { Waste } from '@/utils/core/visit/waste';
import type { Connection } from './connection';
import type { TimedAddress } from './frame-report';
import type { Ledger, OpenRequest } from './ledger';

/** Shares of videos that were loaded, 0 to 1, by the keys of their addresses. */
export type LoadedShares = Readonly<Record<string, number>>;

/** Requests of one kind that the network's events sized whole. */
export interface SettledKind {
	measuredBytes: number;
	requestCount: number;
	unknownCount: number;
}

/** Measured requests of a visit, added up by kind: no address of them is kept, and nothing said later can count them again. */
export interface Settled {
	readonly received: Partial<Record<Kind, SettledKind>>;
	/** Null where the browser counts nothing sent. */
	sentBytes: number | null;
}

/** What one frame of the visit has said so far. */
export interface FrameState {
	media: MediaTotals;
	nowPlaying: NowPlaying | null;
	readonly timed: Record<string, TimedAddress>;
	readonly connections: Record<string, Connection>;
	/** As the last look at its document found it. */
	waste: Waste;
}

/** A visit under way: everything needed to fold its figures anew. Plain, so that it outlives a stop of the background. */
export interface VisitState {
	readonly id: string;
	readonly tabId: number;
	/** Random id of the top frame's document: Chrome gives a leaving page another frame number, so numbers do not tell. */
	readonly topFrameId: string;
	/** The document's id where the browser gives one (Chrome), by which late events find their visit. */
	readonly documentId: string | null;
	/** Key of the page's address, by which the navigation's own request is recognised. */
	readonly documentKey: string;
	isDocumentCounted: boolean;
	readonly origin: string;
	readonly host: string;
	readonly day: string;
	readonly startedAtMs: number;
	/** True until the page is known to be the platform's, on a host that also serves other things: nothing of it is kept or shown. */
	isHeld: boolean;
	platform: string;
	courseKey: string;
	courseLabel: string | null;
	activity: Activity;
	activeMs: number;
	/** When it stopped being its tab's current visit, milliseconds since 1970; null while it is. */
	endedAtMs: number | null;
	/** Each request that has answered and not ended, by the browser's request id: it ends in the visit it began in. */
	readonly openRequests: Record<string, OpenRequest>;
	/** Shares of videos, 0 to 1 by the keys of their addresses, that the visits known at its beginning had loaded. */
	loadedBefore: LoadedShares;
	readonly frames: Record<string, FrameState>;
	/**
	 * True when the network's events show every request of the page from its beginning: all hosts were granted before. What
	 * the page's own entries tell then only fills in sizes, and requests that need no filling in are added up at once.
	 */
	isFullyVisible: boolean;
	/** Its page went into the browser's back/forward cache. */
	isFrozen: boolean;
	/** Whether the network's events told anything of it yet. */
	hasFacts: boolean;
	/**
	 * Whether they told anything since its top frame last spoke. Firefox never delivers what a page says as its tab is closed: a visit that
	 * ends like this may have had requests that nobody tells of.
	 */
	hasNews: boolean;
	/** Requests of which nothing more can be learnt, in a visit that is seen. */
	settled: Settled;
	readonly ledger: Ledger;
}
