import type { Tally } from './tally';
import { quietly, wrap } from './wrap';

/** The parts of a statistic of `getStats` that are read; each type has some of them. */
interface Statistic {
	readonly id: string;
	readonly type: string;
	readonly kind?: string;
	readonly bytesReceived?: number;
	readonly bytesSent?: number;
	readonly headerBytesReceived?: number;
	readonly headerBytesSent?: number;
}

/** Bytes received and sent by each statistic when it was last read, by its id: that of a stream that has ended vanishes. */
type LastRead = Map<string, readonly [receivedBytes: number, sentBytes: number]>;

/**
 * Counts what the peer connections of this frame moved, by their own statistics, each type and kind of them on its own line:
 * `rtc:inbound-rtp:video`, `rtc:transport:`. Which of these tell of the same bytes is for the background to know. Gives
 * the function that reads those of every open connection anew.
 */
export function hookPeers({ line: lineNamed, grow }: Tally): () => void {
	const { prototype } = RTCPeerConnection;
	const { getStats } = prototype;
	const open = new Map<RTCPeerConnection, LastRead>();

	const read = async (peer: RTCPeerConnection, last: LastRead) => {
		try {
			if (/closed|failed/.test(peer.iceConnectionState)) open.delete(peer);
			(await getStats.call(peer)).forEach((said: Statistic) => {
				const received = (said.bytesReceived ?? 0) + (said.headerBytesReceived ?? 0);
				const sent = (said.bytesSent ?? 0) + (said.headerBytesSent ?? 0);
				if (received + sent === 0) return;
				const [receivedBefore, sentBefore] = last.get(said.id) ?? [0, 0];
				const line = lineNamed(`rtc:${said.type}:${said.kind ?? ''}`);
				if (!last.has(said.id)) line[0]++;
				line[1] += received - receivedBefore;
				line[2] += sent - sentBefore;
				last.set(said.id, [received, sent]);
			});
		} catch {
			// The connection has gone, or the page tampers with its own world: what is known stays.
		}
		grow();
	};

	wrap(prototype, 'close', {
		apply(close, peer: RTCPeerConnection, args) {
			quietly(() => {
				const last = open.get(peer);
				if (last) void read(peer, last);
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
					open.set(peer, last);
					grow();
				});
			});
			return peer;
		},
	});
	return () => {
		for (const [peer, last] of open) void read(peer, last);
	};
}
