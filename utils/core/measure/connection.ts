import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';
import { addressKey } from './address-key';

/**
 * A counter of the hooks in the page's own world, so far: the messages of the WebSockets to one address, what was received of
 * incomplete requests to it, one type of statistic of the frame's peer connections, or one of the frame's own counters.
 */
export interface Connection {
	/** Key of the address, as for network events; or the name of a statistic (`rtc:transport:`) or of an own counter ({@link OWN_SENT}). */
	readonly key: string;
	/** Requests whose received bytes only the page sees: incomplete downloads, event streams, responses whose size is hidden. */
	readonly isPart: boolean;
	/** It is an event stream: its events were counted as text, and may have come compressed. */
	readonly isStream: boolean;
	/** Number of opened sockets, of such requests, of statistics of that type, or of workers. */
	readonly count: number;
	readonly receivedBytes: number;
	readonly sentBytes: number;
	/**
	 * The bytes are an estimate: an upper bound if messages were compressed (permessage-deflate, RFC 7692), or the size of a
	 * response computed from its text.
	 */
	readonly isPacked: boolean;
	/** The page has read the bytes, which the cache may have answered: they count where network events show that it did not. */
	readonly mayBeCached: boolean;
}

/** Request bodies that the frame sent, in browsers that do not count them, and the requests of scripts among these. */
export const OWN_SENT = 'own:sent';
/** The same for large bodies only: how many the frame began to send, and how many it sent. */
export const OWN_UPLOAD = 'own:upload';
export const OWN_UPLOADED = 'own:uploaded';
/** Requests that the frame made with a name and a password: see `hookLogins`. */
export const OWN_LOGINS = 'own:login';
/** Answers ahead of the page's own that may have named files: see `noteHints`. */
export const OWN_HINTS = 'own:hints';
/** Workers that the frame started. */
export const OWN_WORKERS = 'own:worker';

/** Windows and tabs on other hosts that the frame opened: see `hookWindows`. */
export const OWN_WINDOWS = 'own:window';

/** Prefix of the statistics of peer connections. */
export const PEERS = 'rtc:';

/** Names of statistics and of the frame's own counters. */
const OWN_NAME = /^(?:rtc|own):/;

/** Prefix of an address with {@link Connection.isPart}. */
const PART = /^(?:part|stream):/;

/** The accepted names: see `COUNTERS_EVENT` in utils/page/channel/events.ts. */
const NAMES = [
	/wss?(?::[\da-z]{1,16})?/,
	/(?:part|stream):[\da-z]{1,16}/,
	/own:(?:sent|upload|uploaded|worker|login|hints|window)/,
	/rtc:(?:(?:in|out)bound-rtp:(?:video|audio)|transport:|candidate-pair:)/,
];
/** Count, received and sent bytes, and the doubts about them (`COUNTERS_EVENT`). Twelve digits stay below the limits of a report. */
const FIGURES = String.raw`(\d{1,12}),(\d{1,12}),(\d{1,12}),([0-3])$`;
/** The line of one counter as the background gets it: `wss:1x7kq2,1,5000,300,0`. */
const LINE = new RegExp(`^(${NAMES.map(({ source }) => source).join('|')}),${FIGURES}`);
/** The line of a counter with an address, as the hooks write it: `wss://class.example/ws,1,5000,300,0`. */
const ADDRESS_LINE = new RegExp(String.raw`^(?:(part|stream):(https?:\S+)|((wss?):\S+)),(${FIGURES.slice(0, -1)})$`);

/** Maximum number of addresses in a frame's report; WebSockets to further addresses are added up under the name `wss`. */
export const MAX_CONNECTIONS = 100;

/** Whether a key is that of an address, rather than of a statistic or an own counter. */
export function isAddressKey(key: string): boolean {
	return !key.includes(':');
}

/**
 * The lines of the hooks with a key in place of each address, which may hold an access token: no address leaves the page. A line with
 * an address that has another shape is dropped.
 */
export function keyedLines(value: string): string {
	const lines = value.split('\n', MAX_COUNTER_LINES).flatMap((line) => {
		const [, part, file, socket, scheme, figures] = ADDRESS_LINE.exec(line) ?? [];
		const address = file ?? socket;
		if (address !== undefined) return [`${part ?? scheme}:${addressKey(address)},${figures}`];
		return line.includes('/') ? [] : [line];
	});
	return lines.join('\n');
}

/** Parses a frame's counters, as {@link keyedLines} has left them, of limited length. The page may have forged them: lines of another shape or beyond the limits are dropped. */
export function parseConnections(value: string): Connection[] {
	const byKey = new Map<string, Connection>();
	let addressCount = 0;
	for (const line of value.split('\n', MAX_COUNTER_LINES)) {
		const [, name, count, receivedBytes, sentBytes, doubts] = LINE.exec(line) ?? [];
		if (name === undefined) continue;
		const isOwn = OWN_NAME.test(name);
		if (!isOwn && ++addressCount > MAX_CONNECTIONS) continue;
		const isPart = PART.test(name);
		// The sum of the sockets that found no room is named as its scheme.
		const key = isOwn ? name : (name.split(':')[1] ?? addressKey(name));
		byKey.set(key, {
			key,
			isPart,
			isStream: name.startsWith('stream:'),
			count: Number(count),
			receivedBytes: Number(receivedBytes),
			sentBytes: Number(sentBytes),
			isPacked: doubts === '1' || doubts === '3',
			mayBeCached: doubts === '2' || doubts === '3',
		});
	}
	return [...byKey.values()];
}
