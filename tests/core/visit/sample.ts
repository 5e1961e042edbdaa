import { addressKey } from '@/utils/core/measure/address-key';
import type { Connection } from '@/utils/core/measure/connection';
import { noFinalTotals } from '@/utils/core/measure/final-totals';
import type { FrameReport, TimedAddress } from '@/utils/core/measure/frame-report';
import { TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import { headerTextBytes, type ResponseHeader } from '@/utils/core/measure/response-size';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { BufferedVideo } from '@/utils/core/schema/frame-report';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { NO_ASSISTANTS } from '@/utils/core/visit/assistants';
import { NO_TIMES } from '@/utils/core/visit/course-time';
import { NO_COUNTS } from '@/utils/page/observe/address-counts';

export const PAGE_URL = 'https://moodle.example/course/view.php?id=7';
export const STATUS_LINE = 'HTTP/1.1 200 OK';
export const HOP_LINE = 'HTTP/1.1 302 Found';

/** A visit that has just begun, in tab 1 by default. */
export function beginVisit(changes: Partial<VisitState> = {}): VisitState {
	return {
		id: 'visit0000000000a',
		tabId: 1,
		topFrameId: 'frame0000000000a',
		documentId: null,
		documentKey: addressKey(PAGE_URL),
		routeKey: addressKey(PAGE_URL),
		isDocumentCounted: false,
		origin: 'https://moodle.example',
		host: 'moodle.example',
		day: '2026-11-23',
		startedAtMs: Date.parse('2026-11-23T09:00:00Z'),
		ageMs: 86_400_000,
		heardAtMs: Date.parse('2026-11-24T09:00:00Z'),
		isHeld: false,
		platform: 'moodle',
		courseKey: '7',
		courseLabel: null,
		activity: 'page',
		activeMs: 0,
		earlierActiveMs: 0,
		elsewhere: [],
		endedAtMs: null,
		openRequests: {},
		loadedBefore: {},
		frames: {},
		isFullyVisible: false,
		isFrozen: false,
		hasNetworkEvents: false,
		hasUnreportedEvents: false,
		asked: NO_ASSISTANTS,
		finalTotals: noFinalTotals(),
		ledger: {},
		seenWindows: [],
		redirectedWindows: [],
		settledKeys: '',
		...changes,
	};
}

/** Headers from `name: value` pairs. */
export function headers(values: Readonly<Record<string, string | number>>): ResponseHeader[] {
	return Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));
}

/** Bytes of a response's head with these headers. */
export function headBytes(values: Readonly<Record<string, string | number>>, statusLine = STATUS_LINE): number {
	return headerTextBytes({ statusLine, responseHeaders: headers(values) });
}

/** A browser's event about a request of the page's top frame. */
export function request(url: string, changes: Partial<RequestDetails> = {}): RequestDetails {
	return {
		requestId: url,
		url,
		method: 'GET',
		type: 'xmlhttprequest',
		tabId: 1,
		frameId: 0,
		timeStamp: ENDED_AT_MS,
		statusCode: 200,
		statusLine: STATUS_LINE,
		responseHeaders: [],
		ip: '192.0.2.1',
		...changes,
	};
}

/** When requests end by default, milliseconds since 1970. */
export const ENDED_AT_MS = Date.parse('2026-11-23T09:00:01Z');

/** A frame's report of one address, by default without entries, or with such of one size that ended when requests do by default. */
export function timed(url: string, changes: Partial<TimedAddress> = {}): TimedAddress {
	const counts = { ...NO_COUNTS, ...changes };
	const bodyBytes = Math.round(counts.timedBytes / Math.max(1, counts.timedCount)) - TIMING_HEADER_BYTES;
	const entries = Array.from(
		{ length: counts.timedCount + counts.cachedCount },
		(_, index) => [index, ENDED_AT_MS, index < counts.timedCount ? Math.max(0, bodyBytes) : null] as const,
	);
	return { key: addressKey(url), kind: 'data', entries: entries.slice(-50), ...counts };
}

/** A frame's report of the video at an address, not loaded and not played by default. */
export function loadedVideo(url: string, changes: Partial<BufferedVideo> = {}): BufferedVideo {
	return {
		key: addressKey(url),
		share: 0,
		lastLoadedAtMs: 0,
		isPlayed: false,
		suspendedAtMs: 0,
		inspectedAtMs: 0,
		sharePerMs: 0,
		hasJumped: false,
		...changes,
	};
}

/** A report of the top frame, empty by default. */
export function report(changes: Partial<FrameReport> = {}): FrameReport {
	return {
		frameId: 'frame0000000000a',
		visitId: 'visit0000000000a',
		addresses: [],
		videos: [],
		connections: [],
		media: NO_MEDIA,
		answers: NO_ASSISTANTS,
		nowPlaying: null,
		activeMs: 0,
		times: NO_TIMES,
		isLarge: false,
		isLeaving: false,
		isFrozen: false,
		hasUnheardFrames: false,
		...changes,
	};
}

/** The main world's report of one address or statistic. */
export function connection(key: string, changes: Partial<Connection> = {}): Connection {
	return {
		key,
		count: 1,
		receivedBytes: 0,
		sentBytes: 0,
		isPacked: false,
		mayBeCached: false,
		isPart: false,
		isStream: false,
		...changes,
	};
}
