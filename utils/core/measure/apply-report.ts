import { isWatchable } from '@/utils/core/measure/limits/claimed-media';
import { maxSmallFrameBytes } from '@/utils/core/measure/limits/claims';
import { takenCounters, takesFrame } from '@/utils/core/measure/limits/frame-limit';
import { settleRows } from '@/utils/core/measure/limits/settle-rows';
import { isSettled } from '@/utils/core/measure/limits/settled-keys';
import { advanceAge } from '@/utils/core/measure/limits/visit-age';
import type { BufferedVideo, FrameTimes } from '@/utils/core/schema/frame-report';
import type { ObservedContext } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import { largerAssistants } from '@/utils/core/visit/assistants';
import { doOverlap, mergeSpans, mergeTimes } from '@/utils/core/visit/course-time';
import { largerMedia } from '@/utils/core/visit/media';
import { type Connection, PEERS } from './connection';
import type { FrameReport, TimedAddress } from './frame-report';
import { type LedgerRow, rowOf, type SizedEntry } from './ledger';
import { own } from './own';
import { type FrameState, newFrame, type VisitState } from './visit-state';

/** A frame's totals of an address, and the row field for each. Their order is that of {@link FrameState.timed}. */
const TIMED_FIELDS = [
	['timedCount', 'timedCount'],
	['timedBytes', 'timedBytes'],
	['opaqueCount', 'opaqueCount'],
	['cachedCount', 'timedCachedCount'],
	['sparedBytes', 'timedSavedBytes'],
	['brokenCount', 'timedBrokenCount'],
] as const;

/** The newest entries of an address that are kept, to find that of each request. */
const MAX_ENTRIES = 200;

/** The row fields for a frame's totals of a video. */
const VIDEO_FIELDS = {
	share: 'bufferedShare',
	lastLoadedAtMs: 'lastLoadedAtMs',
	suspendedAtMs: 'suspendedAtMs',
	inspectedAtMs: 'inspectedAtMs',
	sharePerMs: 'sharePerMs',
} as const;

/**
 * Applies a frame's report. Reports are totals so far that only grow, so of two reports the larger figures are the newer ones:
 * a repeated or late report changes nothing.
 */
export function applyReport(visit: VisitState, report: FrameReport, reporter = ownFrame(visit)): void {
	advanceAge(visit, reporter.atMs);
	if (!takesFrame(visit, report.frameId)) return;
	const frame = frameOf(visit, report.frameId);
	frame.isForeign = reporter.isForeign;
	frame.isLarge ||= report.isLarge;
	frame.hasShownVideo ||= isWatchable(report.nowPlaying);
	for (const address of report.addresses) applyTimed(visit, frame, address, report.frameId);
	const connections = credibleCounters(visit, frame, report.connections);
	const reported = new Set(connections.map(({ key }) => key));
	const ended = Object.values(frame.connections).filter(({ key, isPart }) => isPart && !reported.has(key));
	for (const part of ended) {
		applyConnection(visit, frame, { ...part, count: 0, receivedBytes: 0 });
		delete frame.connections[part.key];
	}
	for (const connection of takenCounters(visit, frame, connections)) applyConnection(visit, frame, connection);
	for (const video of report.videos) applyVideo(rowOf(visit.ledger, video.key, 'video'), video);
	settleRows(visit);
	frame.answers = largerAssistants(frame.answers, report.answers);
	frame.media = largerMedia(frame.media, report.media);
	frame.nowPlaying = report.nowPlaying;
	frame.times = mergeTimes(frame.times, report.times);
	visit.isFrozen ||= report.isFrozen;
	// No frame speaks for the page above it.
	if (report.frameId !== visit.topFrameId || frame.isForeign) return;
	visit.activeMs = Math.max(visit.activeMs, visit.earlierActiveMs + report.activeMs);
	visit.hasUnreportedEvents &&= report.hasUnheardFrames;
}

/** Who sent a report. */
export interface Reporter {
	/** Its document is of another site than the visit's. */
	readonly isForeign: boolean;
	/** When it came, by the background's clock: milliseconds since 1970. */
	readonly atMs: number;
}

function ownFrame({ heardAtMs }: VisitState): Reporter {
	return { isForeign: false, atMs: heardAtMs };
}

/**
 * The counters that count: all of a frame of the visit's site. A small frame of another site, such as an advertisement, holds no
 * video class, and what its counters add up to is limited.
 */
function credibleCounters(
	visit: VisitState,
	frame: FrameState,
	counters: readonly Connection[],
): readonly Connection[] {
	if (!frame.isForeign || frame.isLarge) return counters;
	const bytes = counters.reduce((sum, { receivedBytes, sentBytes }) => sum + receivedBytes + sentBytes, 0);
	return bytes > maxSmallFrameBytes(visit) ? [] : counters.filter(({ key }) => !key.startsWith(PEERS));
}

/**
 * Applies when another page of a followed site was in use. Returns whether that changes the visit: media in its hidden tab are no
 * second course time.
 */
export function applyElsewhere(visit: VisitState, { active }: FrameTimes): boolean {
	visit.elsewhere = mergeSpans(visit.elsewhere, active);
	return Object.values(visit.frames).some(({ times }) => doOverlap(times.hidden, active));
}

/** Sets the course context of the page, once it is known. */
export function applyContext(visit: VisitState, context: ObservedContext): void {
	// A package in a window of its own, opened from a course, shows another platform and no course.
	const isInherited = visit.courseKey !== '' && context.courseKey === '' && context.platform !== visit.platform;
	visit.activity = context.activity;
	if (isInherited) return;
	visit.platform = context.platform;
	visit.courseKey = context.courseKey;
	visit.courseLabel = context.courseLabel;
}

/** Applies an inspection of one of the visit's documents; the newest one counts. */
export function applyWaste(visit: VisitState, frameId: string, waste: Waste): void {
	if (takesFrame(visit, frameId)) frameOf(visit, frameId).waste = waste;
}

function frameOf(visit: VisitState, frameId: string): FrameState {
	let frame = own(visit.frames, frameId);
	if (!frame) {
		frame = newFrame();
		visit.frames[frameId] = frame;
	}
	return frame;
}

function applyTimed(visit: VisitState, frame: FrameState, report: TimedAddress, frameId: string): void {
	if (isSettled(visit, report.key)) return;
	const before = own(frame.timed, report.key);
	const row = rowOf(visit.ledger, report.key, report.kind);
	if (!row.countedAt)
		frame.timed[report.key] = TIMED_FIELDS.map(([field, rowField], index) => {
			const known = before?.[index] ?? 0;
			const now = Math.max(known, report[field]);
			row[rowField] += now - known;
			return now;
		});
	const counted = row.countedAt ? rowOf(visit.ledger, row.countedAt, row.kind) : row;
	for (const [number, atMs, bodyBytes] of report.entries)
		noteEntry(counted, { id: `${frameId} ${number}`, atMs, bodyBytes });
	counted.entries = counted.entries.slice(-MAX_ENTRIES);
}

/** Adds an entry of an address, or what a later report shows more of it: that of a page grows while it loads. */
function noteEntry(row: LedgerRow, entry: SizedEntry): void {
	const known = row.entries.find(({ id }) => id === entry.id);
	if (!known) {
		row.entries.push(entry);
		return;
	}
	const larger = {
		...entry,
		atMs: Math.max(known.atMs, entry.atMs),
		bodyBytes: largerBody(known.bodyBytes, entry.bodyBytes),
	};
	row.entries = row.entries.map((each) => (each === known ? larger : each));
}

/** A body that came is more than one of the cache. */
function largerBody(a: number | null, b: number | null): number | null {
	return a === null ? b : Math.max(a, b ?? 0);
}

/** Totals only grow, except those of incomplete requests: a completed one is no longer reported, since the network has its size. */
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
	row.isLiveEstimated ||= report.isPacked;
	row.mayBeCached ||= report.mayBeCached;
	row.isStream ||= report.isStream;
	if (report.isPart && now.receivedBytes !== before?.receivedBytes) row.isPartStale = false;
	const sentBytes = now.sentBytes - (before?.sentBytes ?? 0);
	if (sentBytes > 0) row.sentBytes = (row.sentBytes ?? 0) + sentBytes;
	frame.connections[report.key] = now;
}

function applyVideo(row: LedgerRow, video: BufferedVideo): void {
	row.isPlayed ||= video.isPlayed;
	row.hasJumped ||= video.hasJumped;
	for (const field of Object.keys(VIDEO_FIELDS) as (keyof typeof VIDEO_FIELDS)[]) {
		row[VIDEO_FIELDS[field]] = Math.max(row[VIDEO_FIELDS[field]], video[field]);
	}
}
