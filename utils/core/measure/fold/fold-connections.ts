import {
	OWN_HINTS,
	OWN_LOGINS,
	OWN_SENT,
	OWN_UPLOAD,
	OWN_UPLOADED,
	OWN_WORKERS,
} from '@/utils/core/measure/connection';
import type { Ledger, LedgerRow } from '@/utils/core/measure/ledger';
import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import { NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { COMPRESSED, COUNTED, STATISTICS, spread, withBounds } from './bounds';
import type { RequestSum } from './sum-requests';

/**
 * WebSockets: network events have their handshakes, the page's world their messages, which are estimated since the page can forge
 * them. A socket whose messages nobody counted (that of a worker) is unknown.
 */
export function foldSockets(row: LedgerRow, { measuredBytes, requestCount }: RequestSum): KindTraffic {
	const unknownCount = Math.max(0, requestCount - row.liveCount);
	const traffic = {
		measuredBytes,
		estimatedBytes: row.liveBytes,
		unknownCount,
		requestCount: Math.max(requestCount, row.liveCount),
	};
	return withBounds(traffic, spread(row.liveBytes, row.isLiveEstimated ? COMPRESSED : COUNTED, unknownCount));
}

function unknownRequests(count: number): KindTraffic | null {
	return count > 0 ? { ...NO_KIND_TRAFFIC, unknownCount: count, requestCount: count } : null;
}

/** Workers: without full visibility, their requests to other servers are unknown. */
export function foldWorkers(ledger: Ledger, isFullyVisible: boolean): KindTraffic | null {
	return isFullyVisible ? null : unknownRequests(ledger[OWN_WORKERS]?.liveCount ?? 0);
}

/** Requests with a name and a password: what the server answered before it had them is unknown. */
export function foldLogins(ledger: Ledger): KindTraffic | null {
	return unknownRequests(ledger[OWN_LOGINS]?.liveCount ?? 0);
}

/** Pages whose server answered ahead of them (early hints, 103): files that it named there have no event and no entry. */
export function foldHints(ledger: Ledger): KindTraffic | null {
	return unknownRequests(ledger[OWN_HINTS]?.liveCount ?? 0);
}

/**
 * What was sent and is unknown, where the browser does not count sent bytes: large uploads that are not complete, or failed; and what
 * workers sent, which no page sees. These are the requests with a body that network events show beyond what the page counted.
 */
export function foldUploads(ledger: Ledger, uploadCount: number): KindTraffic | null {
	const count = (name: string) => ledger[name]?.liveCount ?? 0;
	const incompleteCount = Math.max(0, count(OWN_UPLOAD) - count(OWN_UPLOADED));
	const countedCount = count(OWN_SENT) + incompleteCount;
	const ofWorkersCount = count(OWN_WORKERS) > 0 ? Math.max(0, uploadCount - countedCount) : 0;
	return unknownRequests(incompleteCount + ofWorkersCount);
}

/** Bytes of all peer connections of a visit: received ones by kind, sent ones in total; null if none. */
export interface PeerTraffic {
	readonly received: readonly (readonly [Kind, KindTraffic])[];
	readonly sentBytes: number | null;
}

/**
 * Peer connections by their statistics. Transports carry everything; Firefox, which has no transport statistics, has those of
 * the candidate pairs in use. Video and audio streams are part of that; the remainder is data channels, control and encryption.
 */
export function foldPeers(ledger: Ledger): PeerTraffic {
	const read = (name: string) => {
		const { liveCount = 0, liveBytes = 0, sentBytes = 0 } = ledger[`rtc:${name}`] ?? {};
		return { count: liveCount, receivedBytes: liveBytes, sentBytes: sentBytes ?? 0 };
	};
	const [transports, pairs] = [read('transport:'), read('candidate-pair:')];
	const carried = transports.receivedBytes + transports.sentBytes > 0 ? transports : pairs;
	const [video, audio] = [read('inbound-rtp:video'), read('inbound-rtp:audio')];
	const streamSentBytes = read('outbound-rtp:video').sentBytes + read('outbound-rtp:audio').sentBytes;
	const sentBytes = Math.max(carried.sentBytes, streamSentBytes);
	const remainder = {
		count: carried.count,
		receivedBytes: Math.max(0, carried.receivedBytes - video.receivedBytes - audio.receivedBytes),
	};
	const kinds = [['video', video] as const, ['audio', audio] as const, ['socket', remainder] as const];
	return {
		received: kinds
			.filter(([, { count, receivedBytes }]) => count + receivedBytes > 0)
			.map(([kind, { count, receivedBytes }]) => [
				kind,
				withBounds(
					{ ...NO_KIND_TRAFFIC, estimatedBytes: receivedBytes, requestCount: count },
					spread(receivedBytes, STATISTICS),
				),
			]),
		sentBytes: sentBytes > 0 ? sentBytes : null,
	};
}
