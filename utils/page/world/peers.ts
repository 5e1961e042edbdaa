import { CallClock, type Flows, mediaCount, type StreamStatistic } from './call-clock';
import type { Counters } from './counters';
import { afterConstruct, beforeCall } from './wrap';

/** The fields of a `getStats` statistic that are read; each type has some of them: https://www.w3.org/TR/webrtc-stats/ */
interface Statistic extends StreamStatistic {
	readonly id: string;
	readonly bytesReceived?: number;
	readonly bytesSent?: number;
	readonly headerBytesReceived?: number;
	readonly headerBytesSent?: number;
}

/** The last values of each statistic by its id: the statistic of a stream that has ended disappears. */
type LastValues = Map<string, { readonly received: number; readonly sent: number; readonly mediaCount: number }>;

/**
 * Counts the bytes of the frame's peer connections by their own statistics, with a counter for each type and kind
 * (`rtc:inbound-rtp:video`, `rtc:transport:`). Some of them count the same bytes; the background chooses. Returns a function
 * that reads the statistics of every open connection again.
 */
export function hookPeers({ counter: counterOf, notify }: Counters): () => void {
	const { prototype } = RTCPeerConnection;
	const { getStats } = prototype;
	const openPeers = new Map<RTCPeerConnection, LastValues>();

	const calls = new CallClock();

	const read = async (peer: RTCPeerConnection, lastValues: LastValues, flows: Flows) => {
		try {
			if (/closed|failed/.test(peer.iceConnectionState)) openPeers.delete(peer);
			(await getStats.call(peer)).forEach((statistic: Statistic) => {
				const received = (statistic.bytesReceived ?? 0) + (statistic.headerBytesReceived ?? 0);
				const sent = (statistic.bytesSent ?? 0) + (statistic.headerBytesSent ?? 0);
				if (received + sent === 0) return;
				const last = lastValues.get(statistic.id);
				const current = { received, sent, mediaCount: mediaCount(statistic) };
				const counter = counterOf(`rtc:${statistic.type}:${statistic.kind ?? ''}`);
				if (!last) counter.count++;
				counter.receivedBytes += received - (last?.received ?? 0);
				counter.sentBytes += sent - (last?.sent ?? 0);
				lastValues.set(statistic.id, current);
				if (current.mediaCount > (last?.mediaCount ?? 0)) calls.note(flows, statistic, peer);
			});
		} catch {
			// The connection is gone, or the page changed an interface: the last values stay.
		}
	};
	const readAll = async () => {
		if (openPeers.size === 0) return;
		const flows: Flows = new Set();
		await Promise.all([...openPeers].map(([peer, lastValues]) => read(peer, lastValues, flows)));
		calls.add(flows, counterOf);
		notify();
	};

	beforeCall(prototype, 'close', (peer) => {
		if (openPeers.has(peer)) void readAll();
	});
	afterConstruct('RTCPeerConnection', (peer: RTCPeerConnection) => {
		const lastValues: LastValues = new Map();
		peer.addEventListener('iceconnectionstatechange', () => {
			if (openPeers.size === 0) calls.start();
			openPeers.set(peer, lastValues);
			notify();
		});
	});
	return () => void readAll();
}
