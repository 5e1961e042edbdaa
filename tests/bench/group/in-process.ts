import { learnerCsv } from '@/tests/core/group/many-learners';
import { SOFTWARE } from '@/utils/core/export/csv';
import { createCollector, type GroupReply, type GroupRequest } from '@/utils/core/group/collector';
import type { GroupFile } from '@/utils/core/group/file-content';

const BYTES_A_MEGABYTE = 1_000_000;
const WEEK = '2026-W47';

/** What the collector of the group's worker takes, without a browser. */
export interface CollectorCost {
	readonly readMs: number;
	readonly showMs: number;
	readonly mergeMs: number;
	/** Heap that is held once all is read. */
	readonly heapMb: number;
	/** Its own merged CSV, read back in one go. */
	readonly mergedMb: number;
	readonly mergedReadMs: number;
	/** Whether the merged CSV shows the same figures. */
	readonly isSame: boolean;
}

function heapMb(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().heapUsed / BYTES_A_MEGABYTE;
}

/** A file whose bytes are outside the heap. */
function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>): GroupFile {
	return { name, content: [bytes] };
}

/** A collector that answers one request after the other, with the time of each. */
function startCollector() {
	let last: GroupReply | null = null;
	let published = new Blob();
	const publish = (file: Blob) => {
		published = file;
		return '';
	};
	const handle = createCollector({
		today: '2026-12-01',
		reply: (reply) => (last = reply),
		pause: async () => {},
		publish,
	});
	return async (request: GroupRequest) => {
		const start = performance.now();
		await handle(request);
		return { ms: performance.now() - start, answer: last, published };
	};
}

/** Reads, shows and merges so many files of one week, then reads the merged CSV back. */
export async function collectHere(fileCount: number): Promise<CollectorCost> {
	const encoder = new TextEncoder();
	const files = Array.from({ length: fileCount }, (_, index) =>
		fileOf(`${index}.csv`, encoder.encode(learnerCsv(index, WEEK))),
	);
	const heapBefore = heapMb();
	const ask = startCollector();
	const read = await ask({ type: 'read', files });
	const held = heapMb() - heapBefore;
	const show = await ask({ type: 'show', week: null });
	const merge = await ask({ type: 'merge', week: WEEK, dialect: SOFTWARE });
	const text = await merge.published.bytes();
	const askAgain = startCollector();
	const again = await askAgain({ type: 'read', files: [fileOf('merged.csv', text)] });
	const shownAgain = await askAgain({ type: 'show', week: null });
	return {
		readMs: read.ms,
		showMs: show.ms,
		mergeMs: merge.ms,
		heapMb: held,
		mergedMb: text.length / BYTES_A_MEGABYTE,
		mergedReadMs: again.ms,
		isSame: JSON.stringify(show.answer) === JSON.stringify(shownAgain.answer),
	};
}
