import { quietly } from '@/utils/page/quietly';
import { CallClock, createFlows, type Flows, mediaCount, type StreamStatistic } from './call-clock';
import type { Counters } from './counters';
import { apply, listen, matches, now as nativeNow, OwnMap, reader, whenResolved } from './natives';
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
export function hookPeers({ counter: counterOf, notify }: Counters, now = nativeNow): () => void {
	const { prototype } = RTCPeerConnection;
	const { getStats } = prototype;
	const stateOf = reader(prototype, 'iceConnectionState');
	const { forEach } = (typeof RTCStatsReport === 'undefined' ? Map : RTCStatsReport).prototype;
	const openPeers: Map<RTCPeerConnection, LastValues> = new OwnMap();

	const calls = new CallClock(now);

	const add = (statistic: Statistic, peer: RTCPeerConnection, lastValues: LastValues, flows: Flows) => {
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
	};
	/** Calls `done` in any case: where the connection is gone, the last values stay. */
	const read = (peer: RTCPeerConnection, lastValues: LastValues, flows: Flows, done: () => void): void => {
		const addAll = (report: object) => {
			quietly(() => apply(forEach, report, [(statistic: Statistic) => add(statistic, peer, lastValues, flows)]));
			done();
		};
		try {
			if (matches(/closed|failed/, stateOf(peer))) openPeers.delete(peer);
			whenResolved(apply<Promise<object>>(getStats, peer, []), addAll, done);
		} catch {
			// The page changed an interface.
			done();
		}
	};
	const readAll = () => {
		const flows = createFlows();
		let readingCount = openPeers.size;
		const done = () => {
			if (--readingCount > 0) return;
			calls.add(flows, counterOf);
			notify();
		};
		openPeers.forEach((lastValues, peer) => {
			read(peer, lastValues, flows, done);
		});
	};

	beforeCall(prototype, 'close', (peer) => {
		if (openPeers.has(peer)) readAll();
	});
	afterConstruct(['RTCPeerConnection', 'webkitRTCPeerConnection'], (peer: RTCPeerConnection) => {
		const lastValues: LastValues = new OwnMap();
		listen(peer, 'iceconnectionstatechange', () =>
			quietly(() => {
				if (openPeers.size === 0) calls.start();
				openPeers.set(peer, lastValues);
				notify();
			}),
		);
	});
	return readAll;
}
