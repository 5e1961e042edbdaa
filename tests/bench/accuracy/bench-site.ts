import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Pace, paceAt, send } from '@/tests/course/send';
import { ServedRequests } from '@/tests/course/served-requests';
import { NOT_FOUND } from '@/tests/course/static-answer';
import type { Address, BenchCase } from './bench-case';
import { type SocketBytes, SocketServer } from './socket-server';
import { UnreadUploads } from './unread-uploads';

/** `banc` holds the followed pages, `media` their other host, `tiers` is a third party. */
export const HOST_NAMES = ['banc', 'media', 'tiers'] as const;

/** One of {@link HOST_NAMES}; the host is `<name>.localhost`, which browsers take for this machine: RFC 6761, 6.3. */
export type HostName = (typeof HOST_NAMES)[number];

/** The bench's web servers, and what they really sent and received. */
export interface BenchSite {
	readonly truth: Pick<ServedRequests, 'requests' | 'reset' | 'settle'>;
	/** What upgraded connections moved since `reset` of the truth. */
	sockets(): SocketBytes;
	/** Bytes of uploads that arrived unread because they were answered immediately, since `reset` of the truth. */
	unreadBytes(): number;
	/** Origin of a host. */
	origin(host: HostName): string;
	/** Addresses of one run of a case. */
	addressesOf(caseName: string, run: string): Address;
	/** Bandwidth that all hosts share from now on; null is loopback. */
	setSpeed(bytesPerSecond: number | null): void;
	server(host: HostName): Server;
	close(): Promise<void>;
}

/** A request's body as it is read, no faster than that. */
async function* readAt(pace: Pace, request: IncomingMessage): AsyncGenerator<Buffer> {
	for await (const bytes of request) {
		await pace(bytes.length);
		yield bytes;
	}
}

/** Starts one server for each host; requests under `/<case>/<run>/` go to that case. */
export async function startBenchSite(cases: readonly BenchCase[]): Promise<BenchSite> {
	const truth = new ServedRequests();
	const sockets = new SocketServer();
	const unread = new UnreadUploads();
	let pace = paceAt(null);
	const servers = new Map<HostName, Server>();
	const origin = (host: HostName) =>
		`http://${host}.localhost:${(servers.get(host)?.address() as AddressInfo | undefined)?.port}`;
	const addressesOf =
		(caseName: string, run: string): Address =>
		(host, path) =>
			`${origin(host)}/${caseName}/${run}/${path}`;

	async function answer(host: HostName, request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', origin(host));
		const [, caseName = '', run = '', ...rest] = url.pathname.split('/');
		const { method = 'GET', headers } = request;
		// From its first byte: an upload may be aborted.
		const ledger = truth.open(request, response);
		const found = cases.find(({ name }) => name === caseName);
		const isRead = method !== 'POST' || !found?.answersAtOnce;
		if (!isRead) await unread.fill(request.socket);
		// Its body is read to the end before the answer: its bytes then belong to this request alone.
		const body = isRead ? await text(readAt(paceAt(found?.readsBytesPerSecond ?? null), request)) : '';
		const at = addressesOf(caseName, run);
		const answered = await found?.answer({ method, url, headers, body, host, path: rest.join('/'), at });
		await send(response, answered ?? NOT_FOUND, ledger, (bytes) => pace(bytes));
	}

	for (const host of HOST_NAMES) {
		const server = createServer((request, response) => {
			// The connection of an aborted request is closed; it is recorded as aborted.
			answer(host, request, response).catch(() => response.destroy());
		});
		server.keepAliveTimeout = 120_000;
		sockets.serve(server);
		servers.set(host, server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}

	return {
		truth: {
			requests: () => truth.requests(),
			settle: (timeoutMs) => truth.settle(timeoutMs),
			reset() {
				truth.reset();
				sockets.reset();
				unread.reset();
			},
		},
		sockets: () => sockets.bytes(),
		unreadBytes: () => unread.bytes(),
		origin,
		addressesOf,
		setSpeed(bytesPerSecond) {
			pace = paceAt(bytesPerSecond);
		},
		server: (host) => servers.get(host) as Server,
		async close() {
			truth.stop();
			for (const server of servers.values()) {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			}
		},
	};
}
