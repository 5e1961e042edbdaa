import { addressKey } from './address-key';

/**
 * What the hooks in the page's own world counted, so far: the messages of the WebSockets to one address, what came of
 * requests to it that are not whole, one type of statistic of the frame's peer connections, or something of the frame's own.
 */
export interface Connection {
	/** Of the address, as the network's events name it; or the name of the statistic (`rtc:transport:`), or one of the names of the frame's own, as {@link OWN_SENT}. */
	readonly key: string;
	/** Requests of which the page saw what came: downloads under way or broken off, event streams, whole answers of hidden size. */
	readonly isPart: boolean;
	/** Sockets that were open; such requests; statistics of that type; workers. */
	readonly count: number;
	readonly receivedBytes: number;
	readonly sentBytes: number;
	/**
	 * The bytes are an estimate: messages were compressed on the wire (permessage-deflate, RFC 7692), which is then the most it can have
	 * been; or an answer's size is deduced from its text.
	 */
	readonly isPacked: boolean;
}

/** Key of the bodies that the frame sent, where the browser counts none. */
export const OWN_SENT = 'own:sent';
/** Keys of the large bodies that the frame began to send where the browser counts none, and of those that have gone. */
export const OWN_UPLOAD = 'own:upload';
export const OWN_UPLOADED = 'own:uploaded';
/** Key of the workers that the frame started. */
export const OWN_WORKERS = 'own:worker';

/** Names of statistics and of the frame's own. */
const OWN_NAME = /^(?:rtc|own):/;

/** Begins the line of an address whose requests are not whole. */
const PART = 'part:';

/**
 * A line of a page world's tally: `wss://class.example/ws,1,5000,300,0`, or one of the statistics of
 * `RTCPeerConnection.getStats` (W3C webrtc-stats) that count bytes. Twelve digits stay below any limit of a report.
 */
const LINE =
	/^(wss?(?::\S+)?|part:https?:\S+|own:(?:sent|upload|uploaded|worker)|rtc:(?:(?:in|out)bound-rtp:(?:video|audio)|transport:|candidate-pair:)),(\d{1,12}),(\d{1,12}),(\d{1,12}),([01])$/;

/** Addresses that a frame tells of; sockets of further ones are added up under one. */
export const MAX_CONNECTIONS = 100;
/** Lines that are read, those of the frame's own included. */
const MAX_LINES = 150;

/** Letters that are read of what a frame says; whatever comes after is a page's game. */
const MAX_LENGTH = 2 ** 18;

/** Whether a key is that of an address, and not the name of a statistic or of something of the frame's own. */
export function isAddressKey(key: string): boolean {
	return !key.includes(':');
}

/**
 * The connections that a frame tells of. The page could answer in the hooks' place, so a line of another shape is
 * dropped, and so are lines beyond the limit.
 */
export function parseConnections(value: string): Connection[] {
	const byKey = new Map<string, Connection>();
	let addressCount = 0;
	for (const line of value.slice(0, MAX_LENGTH).split('\n', MAX_LINES)) {
		const [, name, count, receivedBytes, sentBytes, isPacked] = LINE.exec(line) ?? [];
		if (name === undefined) continue;
		const isOwn = OWN_NAME.test(name);
		if (!isOwn && ++addressCount > MAX_CONNECTIONS) continue;
		const isPart = name.startsWith(PART);
		const key = isOwn ? name : addressKey(isPart ? name.slice(PART.length) : name);
		byKey.set(key, {
			key,
			isPart,
			count: Number(count),
			receivedBytes: Number(receivedBytes),
			sentBytes: Number(sentBytes),
			isPacked: isPacked === '1',
		});
	}
	return [...byKey.values()];
}
