import type { Kind } from '@/utils/core/visit/kind';
import type { KindTraffic } from '@/utils/core/visit/traffic';
import { OWN_UPLOAD, OWN_UPLOADED, OWN_WORKERS } from './connection';
import type { Ledger, LedgerRow } from './ledger';

/**
 * Sockets: the network tells their handshakes, the page's world their messages. A handshake whose messages nobody counted
 * (a worker's socket) is unknown.
 */
export function foldSockets(row: LedgerRow): KindTraffic {
	const handshakeCount = row.sizedCount + row.unsizedCount;
	return {
		measuredBytes: row.sizedBytes + row.unsizedHeaderBytes + (row.isLivePacked ? 0 : row.liveBytes),
		estimatedBytes: row.isLivePacked ? row.liveBytes : 0,
		unknownCount: Math.max(0, handshakeCount - row.liveCount),
		requestCount: Math.max(handshakeCount, row.liveCount),
	};
}

/** Workers of a page of which the network's events do not show everything: whatever they asked of other servers is unknown. */
export function foldWorkers(ledger: Ledger, isFullyVisible: boolean): KindTraffic | null {
	const count = ledger[OWN_WORKERS]?.liveCount ?? 0;
	if (isFullyVisible || count === 0) return null;
	return { measuredBytes: 0, estimatedBytes: 0, unknownCount: count, requestCount: count };
}

/** Large bodies that were under way, given up or refused where the browser counts nothing sent: what went of them is unknown. */
export function foldUploads(ledger: Ledger): KindTraffic | null {
	const count = (ledger[OWN_UPLOAD]?.liveCount ?? 0) - (ledger[OWN_UPLOADED]?.liveCount ?? 0);
	return count > 0 ? { measuredBytes: 0, estimatedBytes: 0, unknownCount: count, requestCount: count } : null;
}

/** What all peer connections of a visit moved: by kind for what was received, in all for what was sent; null without any. */
export interface PeerTraffic {
	readonly received: readonly (readonly [Kind, KindTraffic])[];
	readonly sentBytes: number | null;
}

/**
 * Peer connections by their own statistics. Transports carry everything; where a browser has none (Firefox), the pairs of
 * addresses in use do. Streams of video and sound are a part of that; the rest is data channels, control and encryption.
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
	const rest = {
		count: carried.count,
		receivedBytes: Math.max(0, carried.receivedBytes - video.receivedBytes - audio.receivedBytes),
	};
	const kinds = [['video', video] as const, ['audio', audio] as const, ['socket', rest] as const];
	return {
		received: kinds
			.filter(([, { count, receivedBytes }]) => count + receivedBytes > 0)
			.map(([kind, { count, receivedBytes }]) => [
				kind,
				{ measuredBytes: receivedBytes, estimatedBytes: 0, unknownCount: 0, requestCount: count },
			]),
		sentBytes: sentBytes > 0 ? sentBytes : null,
	};
}
