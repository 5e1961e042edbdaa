import { createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Answer } from '@/tests/course/send';
import { selfSigned } from './self-signed';

const HOST = 'banc.localhost';

/** An HTTP/2 server over TLS, with a self-signed certificate, and the bytes that crossed its sockets. */
export interface Http2Server {
	/** With its port. */
	readonly origin: string;
	/** TLS and HTTP/2 framing included, since the start. */
	sentBytes(): number;
	close(): Promise<void>;
}

/** Starts it on this machine; `hintsOf` are the early hints (103) of a path: a `Link` header. It is behind a TCP server that relays and counts the bytes: a TLS socket does not count its own. */
export async function startHttp2Server(
	answer: (path: string) => Answer | null,
	hintsOf: (path: string) => string | null = () => null,
): Promise<Http2Server> {
	const inner = createSecureServer(selfSigned(HOST));
	inner.on('stream', async (stream: ServerHttp2Stream, { ':path': path = '/' }) => {
		const answered = answer(path);
		if (!answered) {
			stream.respond({ ':status': 404 }, { endStream: true });
			return;
		}
		const hints = hintsOf(path);
		if (hints) stream.additionalHeaders({ ':status': 103, link: hints });
		const body = answered.body as Uint8Array | AsyncIterable<Uint8Array>;
		const bytes = body instanceof Uint8Array ? body : await buffer(body);
		const lengthHeader = body instanceof Uint8Array ? { 'content-length': bytes.length } : {};
		stream.respond({ ':status': answered.status, ...lowerCase(answered.headers), ...lengthHeader });
		stream.end(bytes);
	});
	const innerPort = await listen(inner as unknown as Server);
	const sockets: Socket[] = [];
	let sentBytes = 0;
	const outer = createServer((client) => {
		const server = connect(innerPort, '127.0.0.1');
		sockets.push(client, server);
		for (const socket of [client, server]) socket.on('error', () => client.destroy());
		server.on('data', (bytes) => {
			sentBytes += bytes.length;
			client.write(bytes);
		});
		client.pipe(server);
		server.on('close', () => client.end());
	});
	const port = await listen(outer);
	return {
		origin: `https://${HOST}:${port}`,
		sentBytes: () => sentBytes,
		async close() {
			for (const socket of sockets) socket.destroy();
			await Promise.all([inner, outer].map((server) => new Promise((resolve) => server.close(resolve))));
		},
	};
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
