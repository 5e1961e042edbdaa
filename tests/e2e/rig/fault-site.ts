import { type LocalServer, serveLocally } from './local-server';

/** A site of pages that fetch many small files, and how many requests it has answered. */
export interface FaultSite {
	/** A page that fetches so many files, each after a pause that is the server's. */
	url(fileCount: number): string;
	/** Requests answered since the last call. */
	takeCount(): number;
	close(): Promise<void>;
}

/** Files that a page fetches at a time. */
const PARALLEL_COUNT = 6;
const FILE_BYTES = 500;
/** Time until a file is answered: a page of 300 files then takes half a second at least. */
const ANSWER_MS = 10;

const pageOf = (fileCount: number) => `<!doctype html><link rel="icon" href="data:,"><title>…</title><script>
	let next = 0;
	const load = async () => { while (next < ${fileCount}) await (await fetch('/file/' + Math.random() + '/' + next++)).text(); };
	Promise.all(Array.from({ length: ${PARALLEL_COUNT} }, load)).then(() => { document.title = 'done'; });
</script>`;

export async function startFaultSite(host: string): Promise<FaultSite> {
	let count = 0;
	const server: LocalServer = await serveLocally((request, response) => {
		const fileCount = /^\/page\/(\d+)/.exec(request.url ?? '')?.[1];
		const body = fileCount === undefined ? 'x'.repeat(FILE_BYTES) : pageOf(Number(fileCount));
		const type = fileCount === undefined ? 'text/plain' : 'text/html; charset=utf-8';
		setTimeout(() => {
			count++;
			const length = Buffer.byteLength(body);
			response.writeHead(200, { 'content-type': type, 'content-length': length, 'cache-control': 'no-store' });
			response.end(body);
		}, ANSWER_MS);
	});
	return {
		url: (fileCount) => `http://${host}:${server.port}/page/${fileCount}?${Math.random()}`,
		takeCount() {
			const taken = count;
			count = 0;
			return taken;
		},
		close: server.close,
	};
}
