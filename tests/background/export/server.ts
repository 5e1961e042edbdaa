import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { faultsOf } from '@/tests/core/export/validate-statement';
import { answerWithoutEnd, type Endless, isEndless } from './endless';

/** Reaction to one request: by the rules of xAPI, this status, no answer, or a connection closed before or after the statements are stored. */
export type Behaviour =
	| 'rules'
	| { readonly status: number; readonly retryAfter?: string; readonly location?: string; readonly body?: string }
	| Endless
	| 'hang'
	| 'drop'
	| 'take-and-drop';

/** A local Learning Record Store that follows xAPI, or fails as a test requests. */
export interface LrsServer {
	readonly endpoint: string;
	/** Stored statements by id. */
	readonly statements: Map<string, unknown>;
	/** Method, path and version header of each request. */
	readonly asked: { readonly method: string; readonly path: string; readonly version: string }[];
	/** Validation errors of received statements; must stay empty. */
	readonly faults: unknown[];
	/** Behaviours of the next requests, one each; then `rules`. */
	readonly next: Behaviour[];
	close(): void;
}

interface Statement {
	readonly id: string;
}

/** The ids of statements, as a store answers them. */
const idsOf = (body: string) => JSON.stringify([JSON.parse(body) as Statement].flat().map(({ id }) => id));

const LOGIN = `Basic ${Buffer.from('clé:secret').toString('base64')}`;

const NO_HEADERS = { retryAfter: undefined, location: undefined, body: undefined };

export async function startLrs(): Promise<LrsServer> {
	const statements = new Map<string, unknown>();
	const [asked, faults, next]: [LrsServer['asked'], unknown[], Behaviour[]] = [[], [], []];

	/** Stores valid statements; returns the status that xAPI prescribes: 401, 400, 409, 200 or 204. */
	function take(request: IncomingMessage, body: string): number {
		if (request.headers.authorization !== LOGIN) return 401;
		if (!/^(1\.0\.3|2\.0\.0)$/.test(String(request.headers['x-experience-api-version']))) return 400;
		const sent: Statement[] = [JSON.parse(body)].flat();
		const wrong = sent.flatMap(faultsOf);
		faults.push(...wrong);
		if (wrong.length > 0) return 400;
		if (sent.some((one) => statements.has(one.id) && !isDeepStrictEqual(statements.get(one.id), one))) return 409;
		for (const one of sent) statements.set(one.id, one);
		return request.method === 'PUT' ? 204 : 200;
	}

	function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
		const behaviour = next.shift() ?? 'rules';
		if (behaviour === 'hang') return;
		if (behaviour === 'take-and-drop' || isEndless(behaviour)) take(request, body);
		if (isEndless(behaviour)) {
			answerWithoutEnd(response, behaviour);
			return;
		}
		if (behaviour === 'drop' || behaviour === 'take-and-drop') {
			request.socket.destroy();
			return;
		}
		const answer = behaviour === 'rules' ? { status: take(request, body) } : behaviour;
		const { status, retryAfter, location, body: page } = { ...NO_HEADERS, ...answer };
		if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
		if (location !== undefined) response.setHeader('Location', location);
		response.writeHead(status).end(page ?? (status === 200 ? idsOf(body) : ''));
	}

	const server = createServer((request, response) => {
		const { method = '', url: path = '', headers } = request;
		asked.push({ method, path, version: String(headers['x-experience-api-version']) });
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => answer(request, response, Buffer.concat(pieces).toString('utf8')));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { endpoint: `http://127.0.0.1:${port}/xapi`, statements, asked, faults, next, close };
}
