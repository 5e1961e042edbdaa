import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerWithoutEnd, type Endless, isEndless } from './endless';

/** Reaction to one request: by the rules of the server's kind, this status, no answer or a closed connection, before or after the file is stored. */
export type BucketBehaviour =
	| 'rules'
	| { readonly status: number; readonly retryAfter?: string; readonly location?: string; readonly body?: string }
	| Endless
	| 'hang'
	| 'drop'
	| 'take-and-hang'
	| 'take-and-drop';

/** What a local server imitates: S3 takes any path and checks a signature, WebDAV wants a folder first and a password. */
export interface BucketRules {
	readonly kind: 's3' | 'webdav';
	/** Query that every request must have, without `?`. */
	readonly signature?: string;
	/** Whether a file that is there may not be replaced. */
	readonly isCreateOnly?: boolean;
}

/** A local bucket or WebDAV folder below `/inbox`, over real HTTP. */
export interface BucketServer {
	readonly folder: string;
	/** Stored texts by path below the folder. */
	readonly files: Map<string, string>;
	/** Method and address of each request. */
	readonly asked: { readonly method: string; readonly url: string; readonly type: string | undefined }[];
	/** Behaviours of the next requests, one each; then `rules`. */
	readonly next: BucketBehaviour[];
	close(): void;
}

export const LOGIN = { user: 'élève', password: 'mot de passe' };
const AUTHORIZATION = `Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64')}`;

const NO_HEADERS = { retryAfter: undefined, location: undefined, body: undefined };

export async function startBucket({ kind, signature, isCreateOnly = false }: BucketRules): Promise<BucketServer> {
	const files = new Map<string, string>();
	const folders = new Set(['']);
	const [asked, next]: [BucketServer['asked'], BucketBehaviour[]] = [[], []];

	function makeFolder(path: string): number {
		if (kind === 's3') return 405;
		const parent = path.replace(/[^/]*\/$/, '');
		if (folders.has(path)) return 405;
		if (!folders.has(parent)) return 409;
		folders.add(path);
		return 201;
	}

	/** Does what a request wants; returns the status that the kind prescribes. */
	function take({ method, url = '', headers }: IncomingMessage, body: string): number {
		const { pathname, search } = new URL(url, 'http://bucket.example');
		if (kind === 's3' && search !== (signature === undefined ? '' : `?${signature}`)) return 403;
		if (kind === 'webdav' && headers.authorization !== AUTHORIZATION) return 401;
		if (!pathname.startsWith('/inbox/')) return 404;
		const path = pathname.slice('/inbox/'.length);
		if (method === 'MKCOL') return makeFolder(path);
		if (method !== 'PUT') return 405;
		const isThere = files.has(path);
		if (isThere && isCreateOnly) return 412;
		if (kind === 'webdav' && !folders.has(path.replace(/[^/]*$/, ''))) return 409;
		files.set(path, body);
		return kind === 's3' ? 200 : isThere ? 204 : 201;
	}

	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		asked.push({ method, url, type: headers['content-type'] });
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const body = Buffer.concat(pieces).toString('utf8');
			const behaviour = next.shift() ?? 'rules';
			if (behaviour === 'take-and-hang' || behaviour === 'take-and-drop' || isEndless(behaviour)) take(request, body);
			if (isEndless(behaviour)) {
				answerWithoutEnd(response, behaviour);
				return;
			}
			if (behaviour === 'hang' || behaviour === 'take-and-hang') return;
			if (behaviour === 'drop' || behaviour === 'take-and-drop') {
				request.socket.destroy();
				return;
			}
			const answer = behaviour === 'rules' ? { status: take(request, body) } : behaviour;
			const { status, retryAfter, location, body: page } = { ...NO_HEADERS, ...answer };
			if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
			if (location !== undefined) response.setHeader('Location', location);
			// As Apache answers a new file.
			response.writeHead(status).end(page ?? (status === 201 ? '<title>201 Created</title>' : ''));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	const query = signature === undefined ? '' : `?${signature}`;
	return { folder: `http://127.0.0.1:${port}/inbox${query}`, files, asked, next, close };
}
