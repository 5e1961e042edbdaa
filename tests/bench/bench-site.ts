import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { paceAt, send } from '@/tests/course/send';
import { ServedRequests } from '@/tests/course/served-requests';
import { NOT_FOUND } from '@/tests/course/static-answer';
import type { Address, BenchCase } from './bench-case';
import { type SocketBytes, SocketServer } from './socket-server';

/** `banc` holds the followed pages, `media` their other host, `tiers` a third that is nobody's. */
export const HOST_NAMES = ['banc', 'media', 'tiers'] as const;

/** One of {@link HOST_NAMES}; the host is `<name>.localhost`, which browsers take for this machine: RFC 6761, 6.3. */
export type HostName = (typeof HOST_NAMES)[number];

/** The bench's web servers, and what they really moved. */
export interface BenchSite {
	readonly truth: Pick<ServedRequests, 'requests' | 'reset' | 'settle'>;
	/** What upgraded connections moved since `reset` of the truth. */
	sockets(): SocketBytes;
	/** Origin of a host. */
	origin(host: HostName): string;
	/** Addresses of one run of a case. */
	addressesOf(caseName: string, run: string): Address;
	/** Speed of the line that all hosts share from now on; null is loopback. */
	setSpeed(bytesPerSecond: number | null): void;
	server(host: HostName): Server;
	close(): Promise<void>;
}

/** Starts one server for each host; requests under `/<case>/<run>/` go to that case. */
export async function startBenchSite(cases: readonly BenchCase[]): Promise<BenchSite> {
	const truth = new ServedRequests();
	const sockets = new SocketServer();
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
		const asked = { method: request.method ?? 'GET', url, headers: request.headers };
		// Its body is read to the end first: its bytes then belong to this request alone.
		const body = await text(request);
		const at = addressesOf(caseName, run);
		const found = cases.find(({ name }) => name === caseName);
		const answered = await found?.answer({ ...asked, body, host, path: rest.join('/'), at });
		await send(response, answered ?? NOT_FOUND, open(request, response), (bytes) => pace(bytes));
	}

	function open(request: IncomingMessage, response: ServerResponse) {
		return truth.open(request, response);
	}

	for (const host of HOST_NAMES) {
		const server = createServer((request, response) => {
			// A request that breaks off is answered by closing; the ledger has it as aborted.
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
			},
		},
		sockets: () => sockets.bytes(),
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
