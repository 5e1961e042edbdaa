import type { FrameReport, TimedAddress } from './frame-report';
import type { Kind } from './kind';
import { foldLedger, type Ledger, rowOf } from './ledger';
import { addMedia, type MediaTotals, NO_MEDIA, type NowPlaying } from './media';
import type { ResponseCost } from './response-size';
import type { Activity, LiveVisit, SeenPlace } from './visit';

/** What one frame of the visit has said so far. */
export interface FrameState {
	media: MediaTotals;
	nowPlaying: NowPlaying | null;
	readonly timed: Record<string, TimedAddress>;
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
	platform: string;
	courseKey: string;
	courseLabel: string | null;
	activity: Activity;
	activeMs: number;
	readonly frames: Record<string, FrameState>;
	readonly ledger: Ledger;
}

/** One thing that the browser's network events told. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (
	| { readonly what: 'opened'; readonly wholeBytes: number | null }
	| {
			readonly what: 'ended';
			readonly cost: ResponseCost;
			readonly wholeBytes: number | null;
			readonly sentBytes: number;
			/** Whether the same request was told as opened before. */
			readonly wasOpen: boolean;
	  }
	| { readonly what: 'redirected'; readonly headerBytes: number }
);

/** Books what the network told about one request. */
export function applyNetworkFact(visit: VisitState, fact: NetworkFact): void {
	const row = rowOf(visit.ledger, fact.key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') {
		row.sizedBytes += fact.headerBytes;
		return;
	}
	if (fact.wholeBytes !== null) row.wholeBytes = Math.max(row.wholeBytes ?? 0, fact.wholeBytes);
	if (fact.what === 'opened') {
		row.openCount++;
		return;
	}
	if (fact.wasOpen) row.openCount = Math.max(0, row.openCount - 1);
	row.sentBytes += fact.sentBytes;
	if (fact.cost.outcome === 'unsized') {
		row.unsizedCount++;
		row.unsizedHeaderBytes += fact.cost.headerBytes;
	} else {
		row.sizedBytes += fact.cost.bytes;
		if (fact.cost.outcome === 'cached') {
			row.cachedCount++;
			row.sparedBytes += fact.cost.sparedBytes;
		} else row.sizedCount++;
	}
}

function applyTimed(visit: VisitState, frame: FrameState, said: TimedAddress): void {
	const before = frame.timed[said.key];
	const row = rowOf(visit.ledger, said.key, said.kind);
	row.timedCount += said.timedCount - (before?.timedCount ?? 0);
	row.timedBytes += said.timedBytes - (before?.timedBytes ?? 0);
	row.opaqueCount += said.opaqueCount - (before?.opaqueCount ?? 0);
	row.timedCachedCount += said.cachedCount - (before?.cachedCount ?? 0);
	row.timedSparedBytes += said.sparedBytes - (before?.sparedBytes ?? 0);
	frame.timed[said.key] = said;
}

/** Takes in a frame's report: totals so far, which replace what the frame said before. The same report twice changes nothing. */
export function applyReport(visit: VisitState, report: FrameReport): void {
	let frame = visit.frames[report.frameId];
	if (!frame) {
		frame = { media: NO_MEDIA, nowPlaying: null, timed: {} };
		visit.frames[report.frameId] = frame;
	}
	for (const address of report.addresses) applyTimed(visit, frame, address);
	for (const { key, share } of report.films) {
		const row = rowOf(visit.ledger, key, 'video');
		row.bufferedShare = Math.max(row.bufferedShare, share);
	}
	frame.media = report.media;
	frame.nowPlaying = report.nowPlaying;
	visit.activeMs = Math.max(visit.activeMs, report.activeMs);
}

/** Says where the page stands, once it is known. */
export function applyPlace(visit: VisitState, place: SeenPlace): void {
	visit.platform = place.platform;
	visit.courseKey = place.courseKey;
	visit.courseLabel = place.courseLabel;
	visit.activity = place.activity;
}

/** The visit's figures at this moment: its frames added up, its ledger folded. */
export function foldVisit(visit: VisitState): LiveVisit {
	const frames = Object.values(visit.frames);
	const media = frames.reduce((sum, frame) => addMedia(sum, frame.media), NO_MEDIA);
	return {
		id: visit.id,
		day: visit.day,
		startedAtMs: visit.startedAtMs,
		host: visit.host,
		platform: visit.platform,
		courseKey: visit.courseKey,
		courseLabel: visit.courseLabel,
		activity: visit.activity,
		// A film in a child frame keeps the page in use though the top frame has lost the focus.
		activeMs: Math.max(visit.activeMs, media.videoMs),
		traffic: foldLedger(visit.ledger),
		media,
		nowPlaying: frames.find((frame) => frame.nowPlaying !== null)?.nowPlaying ?? null,
	};
}
