import type { Kind } from '@/utils/core/visit/kind';
import type { MediaTotals } from '@/utils/core/visit/media';
import type { NowPlaying } from '@/utils/core/visit/now-playing';
import type { Connection } from './connection';

/** Resource Timing entries of one address in one frame, added up so far. */
export interface TimedAddress {
	readonly key: string;
	readonly kind: Kind;
	readonly timedCount: number;
	readonly timedBytes: number;
	readonly opaqueCount: number;
	readonly cachedCount: number;
	readonly sparedBytes: number;
	/** Requests that broke off. */
	readonly brokenCount: number;
}

/** An address as its frame says it: the kind is left to the background, whose tables need not lie in every page. */
export interface ReportedAddress extends Omit<TimedAddress, 'kind'> {
	/** Resource Timing's initiator type. */
	readonly initiator: string;
	/** Ending of the path, without its dot, in any case; '' when it has none. */
	readonly ending: string;
}

/** How much of a video one frame has loaded, by the key of its address. Totals so far. */
export interface BufferedVideo {
	readonly key: string;
	/** Share that was ever buffered, 0 to 1, and when it last grew, milliseconds since 1970. */
	readonly share: number;
	readonly grownAtMs: number;
	/** False while it was only loaded ahead. */
	readonly isPlayed: boolean;
	/** When the browser last came to have enough of it, milliseconds since 1970; 0 when it never had. */
	readonly restedAtMs: number;
	/** When it was last looked at, milliseconds since 1970. */
	readonly inspectedAtMs: number;
	/** Share that came in a millisecond while it last loaded; 0 before that is known. */
	readonly sharePerMs: number;
	/** Another part of it was loaded after a rest: what waited for the player then is in no figure. */
	readonly hasJumped: boolean;
}

/** A frame starts: it asks which visit it belongs to. */
export interface FrameOpen {
	/** Random id of this frame's document. */
	readonly frameId: string;
	/** Set by the top frame, which makes the visit; null in child frames, which join the tab's. */
	readonly visitId: string | null;
	/** Start of the visit, milliseconds since 1970: the navigation, or the route change. */
	readonly startedAtMs: number;
	/** Local day of the start, `YYYY-MM-DD`. */
	readonly day: string;
	/** The document was there before it was observed: the network's events may have missed its beginning. */
	readonly isLate: boolean;
}

/** What a frame is told each time it speaks. */
export interface FrameAnswer {
	/** The visit that its next report belongs to. */
	readonly visitId: string;
	/** The network's events show every request of the page: its entries are told only when they are wanted. */
	readonly isFullyVisible: boolean;
	/** Keys of addresses whose sizes the network's events do not tell. */
	readonly wanted: readonly string[];
}

/** A frame's totals so far for one visit. Only addresses that changed and that the background needs; each replaces what was said of it before. */
export interface FrameReport {
	readonly frameId: string;
	readonly visitId: string;
	readonly addresses: readonly TimedAddress[];
	readonly videos: readonly BufferedVideo[];
	/** All of them, changed or not. */
	readonly connections: readonly Connection[];
	readonly media: MediaTotals;
	readonly nowPlaying: NowPlaying | null;
	/** Active time of the visit: said by the top frame, 0 in the others. */
	readonly activeMs: number;
	/** The top frame's document is going: its visit is over unless it says more. */
	readonly isLeaving: boolean;
	/** It goes into the browser's back/forward cache: what it is loading is loaded on for a while. */
	readonly isFrozen: boolean;
}

/** A report as its frame says it. */
export interface SentReport extends Omit<FrameReport, 'addresses' | 'connections' | 'media'> {
	readonly addresses: readonly ReportedAddress[];
	/** Lines of the page world's tally, for `parseConnections`. */
	readonly connections: string;
	/** Null in a frame that holds no media. */
	readonly media: MediaTotals | null;
}
