import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGroupModel } from '@/entrypoints/dashboard/group/group-model';
import { settle } from '@/tests/components/screen';
import type { GroupReply, GroupRequest } from '@/utils/core/group/collector';

const MB = 1_000_000;
const FILES_AHEAD = 64;

/** A worker that answers once the test calls `answer`. */
class HeldWorker {
	static last: HeldWorker;
	onmessage: ((event: { data: GroupReply }) => void) | null = null;
	readonly names: string[] = [];

	constructor() {
		HeldWorker.last = this;
	}

	postMessage(request: GroupRequest): void {
		if (request.type === 'read') this.names.push(...request.files.map(({ name }) => name));
	}

	answer(data: Partial<Extract<GroupReply, { type: 'read' }>> = {}): void {
		this.onmessage?.({ data: { type: 'read', aside: [], isFull: false, ...data } as GroupReply });
	}

	terminate(): void {}
}

/** What was read of some files. */
const seen = { openedCount: 0, byteCount: 0 };

/** Files of so many megabytes, each of which arrives in a later turn. */
function files(count: number, megabytes: number): File[] {
	return Array.from({ length: count }, (_, index) => {
		let leftCount = megabytes;
		const pull = async (controller: ReadableStreamDefaultController) => {
			await new Promise((resolve) => setTimeout(resolve));
			if (leftCount-- <= 0) return controller.close();
			seen.byteCount += MB;
			controller.enqueue(new Uint8Array(MB));
		};
		const stream = () => {
			seen.openedCount++;
			return new ReadableStream({ pull });
		};
		return Object.defineProperty(new File([], `${index}.csv`), 'stream', { value: stream });
	});
}

/** Waits until nothing more is read. */
async function untilQuiet(): Promise<void> {
	for (let [turn, before] = [0, -1]; turn < 20; turn++) {
		if (before !== seen.byteCount + seen.openedCount) turn = 0;
		before = seen.byteCount + seen.openedCount;
		await settle();
	}
}

beforeEach(() => {
	Object.assign(seen, { openedCount: 0, byteCount: 0 });
	vi.stubGlobal('Worker', HeldWorker);
});
afterEach(() => void vi.unstubAllGlobals());

it('long files are not read far ahead of the worker, and all of them get there in their order', async () => {
	const list = files(FILES_AHEAD, 10);
	void createGroupModel('fr').open(list);
	await untilQuiet();
	// The eight files that are asked, 32 MB, and a piece or two of each question that was being read.
	expect(seen.byteCount).toBeLessThanOrEqual((8 * 10 + 32 + 2 * 7) * MB);
	for (let asked = 0; asked < 8; asked++) {
		HeldWorker.last.answer();
		await untilQuiet();
	}
	expect(HeldWorker.last.names).toEqual(list.map(({ name }) => name));
});

it.each<[string, (model: ReturnType<typeof createGroupModel>) => void]>([
	['it is cancelled', (model) => model.cancel()],
	['everything is discarded', (model) => model.clear()],
	['the worker is full', () => HeldWorker.last.answer({ isFull: true })],
	[
		'everything is discarded and others are opened',
		(model) => {
			model.clear();
			void model.open([new File([], 'other.txt')]);
		},
	],
])('no further file is begun once %s', async (_title, end) => {
	const model = createGroupModel('fr');
	void model.open(files(FILES_AHEAD * 2, 1));
	while (HeldWorker.last.names.length < 8) await settle();
	HeldWorker.last.answer();
	while (HeldWorker.last.names.length < 16) await settle();
	end(model);
	const { openedCount } = seen;
	expect(openedCount).toBeLessThan(FILES_AHEAD + 8);
	await untilQuiet();
	expect(seen.openedCount).toBe(openedCount);
});
