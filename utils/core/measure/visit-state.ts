import type { AuditTrace } from '@/utils/core/measure/trace/trace';
import type { Assistants } from '@/utils/core/schema/assistants';
import type { FrameTimes, TimeSpan } from '@/utils/core/schema/frame-report';
import type { NowPlaying } from '@/utils/core/schema/media';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Activity } from '@/utils/core/schema/names';
import type { PageFigures } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import { NO_ASSISTANTS } from '@/utils/core/visit/assistants';
import { NO_TIMES } from '@/utils/core/visit/course-time';
import { NO_WASTE } from '@/utils/core/visit/waste';
import type { Connection } from './connection';
import type { FinalTotals } from './final-totals';
import type { Ledger, OpenRequest } from './ledger';
import type { NetworkFact, RequestDetails } from './network-request';

/** Shares of videos that were loaded, 0 to 1, by address key. */
export type LoadedShares = Readonly<Record<string, number>>;

/** What one frame of the visit has reported so far. */
export interface FrameState {
	media: MediaTotals;
	nowPlaying: NowPlaying | null;
	times: FrameTimes;
	/** Its document is of another site than the visit's: an embedded player, or an advertisement. */
	isForeign: boolean;
	/** A video of a plausible size played in it. */
	hasShownVideo: boolean;
	/** There is room for a video class in it. */
	isLarge: boolean;
	/** Its totals of each address, as a list of numbers: there may be thousands. */
	readonly timed: Record<string, readonly number[]>;
	readonly connections: Record<string, Connection>;
	/** By the newest inspection of its document. */
	waste: Waste;
	/** What the page world counted of assistants. */
	answers: Assistants;
}

/** A frame that has not reported yet. */
export function newFrame(): FrameState {
	return {
		media: NO_MEDIA,
		nowPlaying: null,
		times: NO_TIMES,
		isForeign: false,
		hasShownVideo: false,
		isLarge: false,
		timed: {},
		connections: {},
		waste: NO_WASTE,
		answers: NO_ASSISTANTS,
	};
}

/** A visit in progress: everything needed to compute its figures again. Plain data, so that it survives a stop of the background. */
export interface VisitState {
	readonly id: string;
	readonly tabId: number;
	/** Random id of the top frame's document. Frame numbers do not identify it: Chrome gives a page that is being left another one. */
	readonly topFrameId: string;
	/** The document's id where the browser has one (Chrome), by which late events find their visit. */
	readonly documentId: string | null;
	/** Key of the page's address, which identifies the navigation's own request. */
	readonly documentKey: string;
	/** Key of the same address with its fragment, where that is a route (`#/…`, `#!…`). */
	readonly routeKey: string;
	isDocumentCounted: boolean;
	readonly origin: string;
	readonly host: string;
	readonly day: string;
	readonly startedAtMs: number;
	/** Its age at the last report by the background's clock, milliseconds: no report may claim more time. */
	ageMs: number;
	/** When that report came, milliseconds since 1970. */
	heardAtMs: number;
	/** True on a host that serves other things too, until the page is known to be the platform's: nothing of it is stored or shown. */
	isHeld: boolean;
	platform: string;
	courseKey: string;
	courseLabel: string | null;
	activity: Activity;
	/** Active time by the top frame's own count, and the part of it on earlier routes (`continueVisit`). */
	activeMs: number;
	earlierActiveMs: number;
	/** When another page of a followed site was in use. */
	elsewhere: readonly TimeSpan[];
	/** When it stopped being its tab's current visit, milliseconds since 1970; null while it is. */
	endedAtMs: number | null;
	/** Responses that have begun and not ended, by the browser's request id: each ends in the visit in which it began. */
	readonly openRequests: Record<string, OpenRequest>;
	/** Shares that the visits known when this one began had loaded. */
	loadedBefore: LoadedShares;
	readonly frames: Record<string, FrameState>;
	/**
	 * Full visibility: all hosts were granted before the page began, so that the network's events show its every request. The page's
	 * own entries then only add missing sizes, and requests whose figures are final go to `finalTotals` at once.
	 */
	isFullyVisible: boolean;
	/** Its page went into the browser's back/forward cache. */
	isFrozen: boolean;
	hasNetworkEvents: boolean;
	/**
	 * Whether there were network events since the top frame's last report, or ever in child frames that do not observe yet. Firefox never
	 * delivers a message sent while its tab is being closed: a visit that ends like this may have had requests that are in no report.
	 */
	hasUnreportedEvents: boolean;
	/** What network events show that was asked of assistants; null where assistants are not counted. */
	asked: Assistants | null;
	finalTotals: FinalTotals;
	readonly ledger: Ledger;
	/** Browser's ids of navigations that opened windows on other hosts and that network events showed: these windows are measured. */
	readonly seenWindows: string[];
	/** The same of navigations in windows that the page’s own host redirected to another host. */
	readonly redirectedWindows: string[];
	/** Keys of the addresses that network events showed and whose rows were settled, with spaces between: see `noteSettled`. */
	settledKeys: string;
	/** Where its page was open at midnight: the visit of the day before, and all figures of the page up to then. */
	beforeMidnight?: { readonly visitId: string; readonly figures: PageFigures };
	/** What the network showed of pages that Chrome prepared for this one, until they are opened or it ends; without addresses. */
	prepared?: { readonly details: RequestDetails; readonly fact: NetworkFact }[];
	/** Only while an audit of its host runs: the only part of a visit that names addresses. */
	trace?: AuditTrace;
}
