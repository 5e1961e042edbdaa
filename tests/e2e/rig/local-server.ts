import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, paceAt, send } from '@/tests/course/send';
import { ServedRequests } from '@/tests/course/served-requests';

/** A web server on a free port of this machine. */
export interface LocalServer {
	readonly server: Server;
	readonly port: number;
	/** Breaks open connections too. */
	close(): Promise<void>;
}

export async function serveLocally(listener: RequestListener): Promise<LocalServer> {
	const server = createServer(listener);
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

/** Answers as the demo course's own servers do: ranges, compression, slice by slice. */
export async function serveAnswers(
	route: (request: IncomingMessage, url: URL) => Promise<Answer>,
): Promise<LocalServer> {
	const served = new ServedRequests();
	const local = await serveLocally(async (request, response) => {
		const open = served.open(request, response);
		const answer = await route(request, new URL(request.url ?? '/', 'http://localhost'));
		await send(response, answer, open, paceAt(null)).catch(() => response.destroy());
	});
	return {
		...local,
		close() {
			served.stop();
			return local.close();
		},
	};
}

/** A page that is not stored in any cache. */
export function htmlAnswer(html: string): Answer {
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
	return { status: 200, headers, body: Buffer.from(html) };
}
