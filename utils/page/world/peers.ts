import { CallClock, carriedCount, type Flows, type StreamStatistic } from './calls';
import type { Counters } from './counters';
import { quietly, wrap } from './wrap';

/** The parts of a statistic of `getStats` that are read; each type has some of them. */
interface Statistic extends StreamStatistic {
	readonly id: string;
	readonly bytesReceived?: number;
	readonly bytesSent?: number;
	readonly headerBytesReceived?: number;
	readonly headerBytesSent?: number;
}

/** What each statistic had counted when it was last read, by its id: that of a stream that has ended vanishes. */
type LastRead = Map<string, readonly [receivedBytes: number, sentBytes: number, carriedCount: number]>;

/**
 * Counts what the peer connections of this frame moved, by their own statistics, each type and kind of them on its own line:
 * `rtc:inbound-rtp:video`, `rtc:transport:`. Which of these tell of the same bytes is for the background to know. Gives
 * the function that reads those of every open connection anew.
 */
export function hookPeers({ line: lineNamed, grow }: Counters): () => void {
	const { prototype } = RTCPeerConnection;
	const { getStats } = prototype;
	const open = new Map<RTCPeerConnection, LastRead>();

	const calls = new CallClock();

	const read = async (peer: RTCPeerConnection, last: LastRead, flows: Flows) => {
		try {
			if (/closed|failed/.test(peer.iceConnectionState)) open.delete(peer);
			(await getStats.call(peer)).forEach((report: Statistic) => {
				const received = (report.bytesReceived ?? 0) + (report.headerBytesReceived ?? 0);
				const sent = (report.bytesSent ?? 0) + (report.headerBytesSent ?? 0);
				if (received + sent === 0) return;
				const [receivedBefore, sentBefore, carriedBefore] = last.get(report.id) ?? [0, 0, 0];
				const carried = carriedCount(report);
				const line = lineNamed(`rtc:${report.type}:${report.kind ?? ''}`);
				if (!last.has(report.id)) line[0]++;
				line[1] += received - receivedBefore;
				line[2] += sent - sentBefore;
				last.set(report.id, [received, sent, carried]);
				if (carried > carriedBefore) calls.note(flows, report, peer);
			});
		} catch {
			// The connection has gone, or the page tampers with its own world: what is known stays.
		}
	};
	const readAll = async () => {
		if (open.size === 0) return;
		const flows: Flows = new Set();
		await Promise.all([...open].map(([peer, last]) => read(peer, last, flows)));
		calls.book(flows, lineNamed);
		grow();
	};

	wrap(prototype, 'close', {
		apply(close, peer: RTCPeerConnection, args) {
			quietly(() => {
				if (open.has(peer)) void readAll();
			});
			return Reflect.apply(close, peer, args);
		},
	});
	wrap(globalThis, 'RTCPeerConnection', {
		construct(Native, args, newTarget) {
			const peer: RTCPeerConnection = Reflect.construct(Native, args, newTarget);
			quietly(() => {
				const last: LastRead = new Map();
				peer.addEventListener('iceconnectionstatechange', () => {
					if (open.size === 0) calls.start();
					open.set(peer, last);
					grow();
				});
			});
			return peer;
		},
	});
	return () => void readAll();
}
