import { addMedia, largerMedia, NO_MEDIA } from '@/utils/core/visit/media';
import { own } from '@/utils/core/visit/own';
import { addTraffic } from '@/utils/core/visit/traffic';
import type { LiveVisit, ObservedContext } from '@/utils/core/visit/visit';
import { addWaste, carryWaste, NO_WASTE, type Waste } from '@/utils/core/visit/waste';
import { applyVideo } from './apply-video';
import type { Connection } from './connection';
import { foldLedger, unplayedBytes } from './fold-ledger';
import type { FrameReport, TimedAddress } from './frame-report';
import { rowOf } from './ledger';
import { trafficOf, withUnknown } from './settled';
import type { FrameState, VisitState } from './visit-state';

/** What a frame's totals of an address are called in its row. */
const ROW_FIELDS = {
	timedCount: 'timedCount',
	timedBytes: 'timedBytes',
	opaqueCount: 'opaqueCount',
	cachedCount: 'timedCachedCount',
	sparedBytes: 'timedSavedBytes',
	brokenCount: 'timedBrokenCount',
} as const;

/** Totals only grow: of two reports about the same thing the larger is the newer, in whatever order they come. */
function applyTimed(visit: VisitState, frame: FrameState, report: TimedAddress): void {
	const before = own(frame.timed, report.key);
	const now = { ...report, kind: before?.kind ?? report.kind };
	const row = rowOf(visit.ledger, report.key, report.kind);
	for (const field of Object.keys(ROW_FIELDS) as (keyof typeof ROW_FIELDS)[]) {
		const known = before?.[field] ?? 0;
		now[field] = Math.max(known, report[field]);
		row[ROW_FIELDS[field]] += now[field] - known;
	}
	frame.timed[report.key] = now;
}

/** Totals only grow, but for requests that are not whole: what became whole is told no longer, and the network has its size. */
function applyConnection(visit: VisitState, frame: FrameState, report: Connection): void {
	const before = own(frame.connections, report.key);
	const larger = (field: 'count' | 'receivedBytes' | 'sentBytes') =>
		report.isPart ? report[field] : Math.max(before?.[field] ?? 0, report[field]);
	const now: Connection = {
		...report,
		count: larger('count'),
		receivedBytes: larger('receivedBytes'),
		sentBytes: larger('sentBytes'),
	};
	const row = rowOf(visit.ledger, report.key, report.isPart ? 'data' : 'socket');
	row[report.isPart ? 'partCount' : 'liveCount'] += now.count - (before?.count ?? 0);
	row[report.isPart ? 'partBytes' : 'liveBytes'] += now.receivedBytes - (before?.receivedBytes ?? 0);
	row.isLivePacked ||= report.isPacked;
	const sentBytes = now.sentBytes - (before?.sentBytes ?? 0);
	if (sentBytes > 0) row.sentBytes = (row.sentBytes ?? 0) + sentBytes;
	frame.connections[report.key] = now;
}

/** What a frame has reported, nothing at first. */
function frameOf(visit: VisitState, frameId: string): FrameState {
	let frame = own(visit.frames, frameId);
	if (!frame) {
		frame = { media: NO_MEDIA, nowPlaying: null, timed: {}, connections: {}, waste: NO_WASTE };
		visit.frames[frameId] = frame;
	}
	return frame;
}

/** Takes in a frame's report: totals so far, of which the largest count. The same report twice, or late, changes nothing. */
export function applyReport(visit: VisitState, report: FrameReport): void {
	const frame = frameOf(visit, report.frameId);
	for (const address of report.addresses) applyTimed(visit, frame, address);
	const told = new Set(report.connections.map(({ key }) => key));
	const gone = Object.values(frame.connections).filter(({ key, isPart }) => isPart && !told.has(key));
	for (const part of gone) applyConnection(visit, frame, { ...part, count: 0, receivedBytes: 0 });
	for (const connection of report.connections) applyConnection(visit, frame, connection);
	for (const video of report.videos) applyVideo(rowOf(visit.ledger, video.key, 'video'), video);
	frame.media = largerMedia(frame.media, report.media);
	frame.nowPlaying = report.nowPlaying;
	visit.isFrozen ||= report.isFrozen;
	if (report.frameId !== visit.topFrameId) return;
	visit.activeMs = Math.max(visit.activeMs, report.activeMs);
	visit.hasNews = false;
}

/** Says where the page stands, once it is known. */
export function applyContext(visit: VisitState, place: ObservedContext): void {
	visit.platform = place.platform;
	visit.courseKey = place.courseKey;
	visit.courseLabel = place.courseLabel;
	visit.activity = place.activity;
}

/** Takes in what a look at one of the visit's documents found: the newest look stands. */
export function applyWaste(visit: VisitState, frameId: string, waste: Waste): void {
	frameOf(visit, frameId).waste = waste;
}

/** What a frame loaded beyond need. A player that plays after the look was no waste. */
function wasteOf({ waste, media }: FrameState): Waste {
	if (media.videoMs + media.audioMs === 0) return waste;
	const { embedCount: _, embedBytes: __, ...rest } = waste;
	return rest;
}

/** The visit's figures at this moment: its frames added up, its ledger folded. */
export function foldVisit(visit: VisitState): LiveVisit {
	const frames = Object.values(visit.frames);
	const report = frames.reduce((sum, frame) => addMedia(sum, frame.media), NO_MEDIA);
	const media = { ...report, unplayedBytes: unplayedBytes(visit.ledger) };
	const isCutOff = visit.hasNews && visit.endedAtMs !== null && !visit.isFullyVisible;
	return {
		id: visit.id,
		day: visit.day,
		startedAtMs: visit.startedAtMs,
		host: visit.host,
		platform: visit.platform,
		courseKey: visit.courseKey,
		courseLabel: visit.courseLabel,
		activity: visit.activity,
		// A video or a class in a child frame keeps the page in use though the top frame has lost the focus.
		activeMs: Math.max(visit.activeMs, media.videoMs, media.classMs),
		traffic: addTraffic(
			foldLedger(visit.ledger, visit.isFullyVisible),
			trafficOf(isCutOff ? withUnknown(visit.settled) : visit.settled),
		),
		media,
		...carryWaste(frames.map(wasteOf).reduce(addWaste, NO_WASTE)),
		nowPlaying: frames.find((frame) => frame.nowPlaying !== null)?.nowPlaying ?? null,
	};
}
