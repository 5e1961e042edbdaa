import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { selfSigned } from '@/tests/bench/accuracy/self-signed';
import type { Answer } from '@/tests/course/send';

/** A web server on a free port of this machine. */
export interface LocalServer {
	readonly server: Server | SecureServer;
	readonly port: number;
	/** Breaks open connections too. */
	close(): Promise<void>;
}

export function serveLocally(listener: RequestListener): Promise<LocalServer> {
	return listening(createServer(listener));
}

/** The same over TLS, with a certificate that only a browser opened with `takesAnyCertificate` takes: for hosts that browsers know to be https. */
export function serveSecurely(listener: RequestListener): Promise<LocalServer> {
	return listening(createSecureServer(selfSigned('localhost'), listener));
}

async function listening(server: LocalServer['server']): Promise<LocalServer> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		server,
		port: (server.address() as AddressInfo).port,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Answers every request with this HTML. */
export function serveHtml(html: string): Promise<LocalServer> {
	return serveLocally((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
}

/** Sends answers of the demo course's routes as fast as the browser reads them: players choose a quality by that. */
export function serveAnswers(route: (request: IncomingMessage, url: URL) => Promise<Answer>): Promise<LocalServer> {
	return serveLocally(async (request, response) => {
		const { status, headers, body } = await route(request, new URL(request.url ?? '/', 'http://localhost'));
		const isFile = body !== null && 'path' in body;
		const stream = isFile
			? createReadStream(body.path, { start: body.first, end: body.last })
			: Readable.from(body === null ? [] : body instanceof Uint8Array ? [body] : body);
		const length = isFile ? body.last - body.first + 1 : body instanceof Uint8Array ? body.length : null;
		response.writeHead(status, { ...headers, ...(length !== null && { 'Content-Length': length }) });
		stream.on('error', () => response.destroy()).pipe(response);
	});
}

/** A page that is not stored in any cache. */
export function htmlAnswer(html: string): Answer {
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
	return { status: 200, headers, body: Buffer.from(html) };
}
