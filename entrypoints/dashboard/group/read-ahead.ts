import { type GroupFile, readContent } from '@/utils/core/group/file-content';

/** Files are passed to the worker by so many, one read after the other. */
export const FILES_A_QUESTION = 8;
/** So many questions are read ahead, so that the worker never waits for the page. */
const QUESTIONS_AHEAD = 8;
/** What is read ahead goes on only below so many bytes: each of its files may have 200 MB. */
const MAX_BYTES_AHEAD = 32_000_000;

/** Files of one question that are being read. */
interface Portion {
	/** Settles once all of them are read. */
	content: Promise<readonly GroupFile[]>;
	/** Bytes that were read so far. */
	byteCount: number;
	/** It is the one that is asked next: nothing holds it up. */
	isNext: boolean;
}

/**
 * Reads files by portions, in their order, some ahead of the one that is asked. Skips hidden files, as folders have. Begins no further file
 * once `isOver` says so, or the loop over the portions has ended.
 */
export async function* readAhead(
	files: ArrayLike<File>,
	isOver: () => boolean,
): AsyncGenerator<readonly GroupFile[], void> {
	const [ahead, portions]: [Portion[], Iterator<readonly File[]>] = [[], portionsOf(files)];
	let [isLeft, bytesAhead] = [false, 0];
	const held: (() => void)[] = [];

	/** Counts a piece of a portion, and waits while there are too many. */
	async function count(portion: Portion, byteCount: number): Promise<void> {
		portion.byteCount += byteCount;
		bytesAhead += byteCount;
		while (!portion.isNext && bytesAhead > MAX_BYTES_AHEAD) await new Promise<void>((resolve) => held.push(resolve));
	}

	/** Lets a portion go on to its end, and those behind it where there is room again. */
	function release(next: Portion): void {
		next.isNext = true;
		for (const resume of held.splice(0)) resume();
	}

	async function read(portion: Portion, of: readonly File[]): Promise<readonly GroupFile[]> {
		const contents: GroupFile[] = [];
		for (const file of of) {
			if (isLeft || isOver()) break;
			if (!file.name.startsWith('.')) contents.push(await readContent(file, (byteCount) => count(portion, byteCount)));
		}
		return contents;
	}

	try {
		for (;;) {
			for (let next = portions.next(); !next.done; next = portions.next()) {
				const portion: Portion = { content: Promise.resolve([]), byteCount: 0, isNext: false };
				portion.content = read(portion, next.value);
				ahead.push(portion);
				if (ahead.length === QUESTIONS_AHEAD) break;
			}
			const portion = ahead.shift();
			if (!portion) return;
			release(portion);
			yield await portion.content;
			bytesAhead -= portion.byteCount;
		}
	} finally {
		isLeft = true;
	}
}

/** Files by portions. */
function* portionsOf(files: ArrayLike<File>): Generator<readonly File[]> {
	for (let start = 0; start < files.length; start += FILES_A_QUESTION) {
		const length = Math.min(FILES_A_QUESTION, files.length - start);
		yield Array.from({ length }, (_, index) => files[start + index] as File);
	}
}
