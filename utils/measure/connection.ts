import { addressKey } from './address-key';

/**
 * What the hooks in the page's own world counted, so far: the messages of the WebSockets to one address, or one type of
 * statistic of the frame's peer connections.
 */
export interface Connection {
	/** Of the socket's address, as the network's events name its handshake; or the name of the statistic, `rtc:transport:`. */
	readonly key: string;
	/** Sockets that were open; statistics of that type. */
	readonly count: number;
	readonly receivedBytes: number;
	readonly sentBytes: number;
	/** Messages were compressed on the wire (permessage-deflate, RFC 7692): their bytes are the most it can have been. */
	readonly isPacked: boolean;
}

/** Begins the keys of peer connections. No address key has a colon. */
const PEER_PREFIX = 'rtc:';

/**
 * A line of a page world's tally: `wss://class.example/ws,1,5000,300,0`, or one of the statistics of
 * `RTCPeerConnection.getStats` (W3C webrtc-stats) that count bytes. Twelve digits stay below any limit of a report.
 */
const LINE =
	/^(wss?:\S+|more|rtc:(?:(?:in|out)bound-rtp:(?:video|audio)|transport:|candidate-pair:)),(\d{1,12}),(\d{1,12}),(\d{1,12}),([01])$/;

/** Lines that a frame tells of; sockets of further addresses are added up under the last. */
export const MAX_CONNECTIONS = 100;

/** Letters that are read of what a frame says; whatever comes after is a page's game. */
const MAX_LENGTH = 2 ** 18;

/** Whether a key is that of a peer connection's statistic. */
export function isPeerKey(key: string): boolean {
	return key.startsWith(PEER_PREFIX);
}

/**
 * The connections that a frame tells of. The page could answer in the hooks' place, so a line of another shape is
 * dropped, and so are lines beyond the limit.
 */
export function parseConnections(said: string): Connection[] {
	const byKey = new Map<string, Connection>();
	for (const line of said.slice(0, MAX_LENGTH).split('\n', MAX_CONNECTIONS)) {
		const [, name, count, receivedBytes, sentBytes, isPacked] = LINE.exec(line) ?? [];
		if (name === undefined) continue;
		const key = isPeerKey(name) ? name : addressKey(name);
		byKey.set(key, {
			key,
			count: Number(count),
			receivedBytes: Number(receivedBytes),
			sentBytes: Number(sentBytes),
			isPacked: isPacked === '1',
		});
	}
	return [...byKey.values()];
}
