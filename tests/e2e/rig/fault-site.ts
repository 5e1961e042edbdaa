import { type LocalServer, serveLocally } from './local-server';

/** A site of pages that fetch many files, and how many requests it has answered. */
export interface FaultSite {
	/** A page that fetches so many files, each after a pause that is the server's. */
	page(fileCount: number): string;
	/** A page that fetches so many parts of a video, one after another, as a player does. */
	video(partCount: number): string;
	/** Requests answered since the last call. */
	takeCount(): number;
	close(): Promise<void>;
}

/** Files that a page fetches at a time. */
const PARALLEL_COUNT = 6;
const FILE_BYTES = 500;
const PART_BYTES = 200_000;
/** Time until a file is answered: a page of 300 files then takes half a second at least. */
const ANSWER_MS = 10;
/** Time that a part of the video plays. */
const PART_MS = 250;

const pageOf = (path: string, count: number, parallelCount: number, pauseMs: number) => `<!doctype html>
<link rel="icon" href="data:,"><title>…</title><script>
	let next = 0;
	const load = async () => {
		while (next < ${count}) {
			// Chromium aborts the requests of its pages when an extension with network events is reloaded.
			await fetch('/${path}/' + Math.random() + '/' + next++).then((response) => response.arrayBuffer()).catch(() => {});
			if (${pauseMs} > 0) await new Promise((resolve) => setTimeout(resolve, ${pauseMs}));
		}
	};
	Promise.all(Array.from({ length: ${parallelCount} }, load)).then(() => { document.title = 'done'; });
</script>`;

function answerTo(url: string): readonly [type: string, body: string] {
	const [, path = '', count = ''] = url.split(/[/?]/);
	if (path === 'page') return ['text/html; charset=utf-8', pageOf('file', Number(count), PARALLEL_COUNT, 0)];
	if (path === 'video') return ['text/html; charset=utf-8', pageOf('part', Number(count), 1, PART_MS)];
	return path === 'part' ? ['video/mp4', 'x'.repeat(PART_BYTES)] : ['text/plain', 'x'.repeat(FILE_BYTES)];
}

export async function startFaultSite(host: string): Promise<FaultSite> {
	let count = 0;
	const server: LocalServer = await serveLocally((request, response) => {
		const [type, body] = answerTo(request.url ?? '');
		setTimeout(() => {
			count++;
			const length = Buffer.byteLength(body);
			response.writeHead(200, { 'content-type': type, 'content-length': length, 'cache-control': 'no-store' });
			response.end(body);
		}, ANSWER_MS);
	});
	const urlOf = (path: string, number: number) => `http://${host}:${server.port}/${path}/${number}?${Math.random()}`;
	return {
		page: (fileCount) => urlOf('page', fileCount),
		video: (partCount) => urlOf('video', partCount),
		takeCount() {
			const taken = count;
			count = 0;
			return taken;
		},
		close: server.close,
	};
}
