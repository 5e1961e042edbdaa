import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { portsKey, readKernelQueues } from './kernel-queues.ts';

/** One request as the server saw it on the socket. Bytes are those of HTTP/1.1 over TCP, without TCP's own headers. */
export interface ServedRequest {
	readonly id: number;
	readonly method: string;
	/** Host header, with the port. */
	readonly host: string;
	/** Path and query as requested. */
	readonly url: string;
	/** 0 until the headers went out. */
	readonly status: number;
	readonly startedAtMs: number;
	/** Status line and response headers. */
	readonly headerBytes: number;
	/** Body as encoded on the wire, without chunk framing. */
	readonly bodyBytes: number;
	/**
	 * Everything handed to the kernel for this response: headers, body and chunk framing. Exact when finished; of an aborted
	 * one it may be low by the one slice of 16 KiB that was under way.
	 */
	readonly wroteBytes: number;
	/** The part of `wroteBytes` that reached the browser's machine: what crossed the network. Same limits as `deliveredBytes`. */
	readonly arrivedBytes: number;
	/**
	 * The part of `wroteBytes` that the browser's program read. They differ when it stopped reading (a paused video, a page
	 * left): the rest waited in the kernel of one end. Exact once the connection took another request, closed in order or had
	 * empty queues; of an aborted response it is what the last look, at most 50 ms before, had found. Without /proc/net/tcp
	 * (not Linux) it equals `wroteBytes`.
	 */
	readonly deliveredBytes: number;
	/**
	 * What of it the browser's program has surely read. Less than `deliveredBytes` where the connection was closed in order before a look had
	 * found the queues empty: what was written after the browser had closed its end was never read.
	 */
	readonly surelyReadBytes: number;
	/** How long before the end of an aborted response the kernel's queues were last read: 50 ms at most, unless the machine is busy. */
	readonly unseenMs: number;
	/** Request line, headers and body. */
	readonly receivedBytes: number;
	/** The whole response was handed to the kernel. */
	readonly isFinished: boolean;
	/** The connection broke before the response was whole. */
	readonly isAborted: boolean;
}

/** What a sender reports while it writes a response. */
export interface OpenResponse {
	/** Headers are on the socket: their bytes can be read from its counter. */
	headersSent(): void;
	/** The kernel has accepted a slice of the body. */
	sliceSent(bodyBytes: number, framingBytes: number): void;
}

type Draft = { -readonly [Key in keyof ServedRequest]: ServedRequest[Key] };

/** Counters of a keep-alive connection up to the end of its last response; without pipelining the growth belongs to one request. */
interface Connection {
	wroteBytes: number;
	readBytes: number;
	/** When its queues were last read, or its last response began; of the clock of `performance`. */
	lookedAtMs: number;
	/** The response whose bytes may still wait in the kernel. */
	unread: Draft | null;
}

const LOOK_EVERY_MS = 50;

/** What each request of both servers sent and received, from the counters of its socket. */
export class ServedRequests {
	#drafts: Draft[] = [];
	#nextId = 1;
	readonly #connections = new Map<Socket, Connection>();
	#timer: ReturnType<typeof setInterval> | undefined;

	/** Everything so far, in the order of arrival, the responses under way included. */
	requests(): ServedRequest[] {
		return this.#drafts.map((draft) => ({ ...draft }));
	}

	/** Forgets everything; a response under way does not come back. */
	reset(): void {
		this.#drafts = [];
	}

	/** Resolves when no response is under way and all were read, or after `timeoutMs`: false, then. */
	async settle(timeoutMs = 3000): Promise<boolean> {
		const deadlineMs = performance.now() + timeoutMs;
		const isBusy = () => [...this.#connections.values()].some((connection) => connection.unread !== null);
		while (isBusy() && performance.now() < deadlineMs) await new Promise((resolve) => setTimeout(resolve, 10));
		return !isBusy();
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	open(request: IncomingMessage, response: ServerResponse): OpenResponse {
		const { socket } = request;
		const connection = this.#connectionOf(socket);
		this.#markRead(connection);
		const draft = this.#newDraft(request);
		connection.unread = draft;
		connection.lookedAtMs = performance.now();
		this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
		response.once('close', () => {
			draft.status = response.headersSent ? response.statusCode : 0;
			draft.isFinished = response.writableFinished;
			draft.isAborted = !response.writableFinished;
			if (draft.isAborted) draft.unseenMs = performance.now() - connection.lookedAtMs;
			if (draft.isFinished) draft.wroteBytes = socket.bytesWritten - connection.wroteBytes;
			draft.receivedBytes = socket.bytesRead - connection.readBytes;
			connection.wroteBytes = socket.bytesWritten;
			connection.readBytes = socket.bytesRead;
		});
		return {
			headersSent: () => {
				draft.status = response.statusCode;
				draft.headerBytes = socket.bytesWritten - connection.wroteBytes;
				draft.wroteBytes = draft.headerBytes;
			},
			sliceSent: (bodyBytes, framingBytes) => {
				draft.bodyBytes += bodyBytes;
				draft.wroteBytes += bodyBytes + framingBytes;
			},
		};
	}

	#newDraft(request: IncomingMessage): Draft {
		const { method = '', url = '', headers } = request;
		const bytes = { headerBytes: 0, bodyBytes: 0, wroteBytes: 0, arrivedBytes: 0, deliveredBytes: 0, receivedBytes: 0 };
		const state = { status: 0, startedAtMs: Date.now(), isFinished: false, isAborted: false };
		const draft: Draft = {
			id: this.#nextId++,
			method,
			host: headers.host ?? '',
			url,
			...bytes,
			surelyReadBytes: 0,
			unseenMs: 0,
			...state,
		};
		this.#drafts.push(draft);
		return draft;
	}

	#connectionOf(socket: Socket): Connection {
		const known = this.#connections.get(socket);
		if (known) return known;
		const connection: Connection = { wroteBytes: 0, readBytes: 0, lookedAtMs: 0, unread: null };
		this.#connections.set(socket, connection);
		// A program that closes with unread bytes in its queue sends a reset, not an end: it had read all that had come by then.
		socket.once('end', () => connection.unread?.isFinished && this.#markDelivered(connection));
		socket.once('close', () => this.#connections.delete(socket));
		return connection;
	}

	#markRead(connection: Connection): void {
		const draft = connection.unread;
		if (draft) draft.surelyReadBytes = draft.wroteBytes;
		this.#markDelivered(connection);
	}

	#markDelivered(connection: Connection): void {
		const draft = connection.unread;
		if (draft) draft.arrivedBytes = draft.deliveredBytes = draft.wroteBytes;
		connection.unread = null;
	}

	async #look(): Promise<void> {
		const waiting = [...this.#connections].filter(([, connection]) => connection.unread);
		if (waiting.length === 0) {
			clearInterval(this.#timer);
			this.#timer = undefined;
			return;
		}
		const atMs = performance.now();
		// Counted before the queues are read, so that what is written meanwhile never passes for read.
		const inspected = waiting.map(([socket, connection]) => ({
			socket,
			connection,
			draft: connection.unread,
			wrote: connection.unread?.wroteBytes ?? 0,
		}));
		const queues = await readKernelQueues();
		for (const { socket, connection, draft, wrote } of inspected) {
			if (!draft || connection.unread !== draft) continue;
			const { localPort = 0, remotePort = 0 } = socket;
			const ours = queues?.get(portsKey(localPort, remotePort));
			const theirs = queues?.get(portsKey(remotePort, localPort));
			// An end that is missing has just been closed: the last look stands.
			if (queues && !(ours && theirs)) continue;
			connection.lookedAtMs = atMs;
			const unsentBytes = ours?.sendBytes ?? 0;
			const unreadBytes = unsentBytes + (theirs?.receiveBytes ?? 0);
			draft.arrivedBytes = Math.max(draft.arrivedBytes, wrote - unsentBytes);
			draft.deliveredBytes = Math.max(draft.deliveredBytes, wrote - unreadBytes);
			draft.surelyReadBytes = draft.deliveredBytes;
			if (draft.isFinished && unreadBytes === 0) this.#markRead(connection);
		}
	}
}
