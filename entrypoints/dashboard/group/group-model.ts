import type { CsvDialect } from '@/utils/core/export/csv';
import { dialectOf } from '@/utils/core/export/week-file';
import { MAX_FILES, type OnCount } from './dropped-files';
import { createGroupState, type GroupState } from './group-state';
import { type GroupWorker, startGroupWorker } from './group-worker';
import { FILES_A_QUESTION, readAhead } from './read-ahead';

/** The bar moves by this share of all files at least: the page is drawn again each time. */
const BAR_STEP = 1 / 200;

/** The shareable exports that are open, in the memory of this page's worker only, and their totals. */
export function createGroupModel(locale: string) {
	const state = createGroupState();
	const [{ reading, limit, shown }, dialect] = [state, dialectOf(locale)];
	let worker: GroupWorker | null = null;
	let run = newRun();

	/** Does what the worker is needed for. Where it ends, as for lack of memory, what it held is gone. */
	async function guard(task: (worker: GroupWorker) => Promise<void>): Promise<void> {
		try {
			worker ??= startGroupWorker((fileCount) => run.onProgress(fileCount));
			await task(worker);
		} catch {
			// The page says so and goes on without it.
			clear();
			limit.value = 'failed';
		}
	}

	/** Reads files, and adds their weeks at the end or when cancelled. Skips hidden files, as folders have. */
	async function open(files: ArrayLike<File>): Promise<void> {
		if (reading.value || files.length === 0) return;
		run = newRun();
		limit.value = files.length >= MAX_FILES ? 'full' : null;
		await guard(async (asked) => {
			await readAll(asked, files, state, run);
			await showWeek(asked, state, shown.value?.week ?? null, dialect);
		});
	}

	/** Searches what was dropped or a folder, by `find`, then reads what it finds. Must be called within the event. */
	async function openFound(find: (onCount: OnCount) => Promise<readonly File[]>): Promise<void> {
		if (reading.value) return;
		const search = newRun();
		run = search;
		const files = await find((doneCount) => {
			if (!search.isCancelled) reading.value = { doneCount, totalCount: null };
			return !search.isCancelled;
		});
		reading.value = null;
		if (!search.isCancelled) await open(files);
	}

	/** Discards everything; questions that are open are never answered. */
	function clear(): void {
		run.isCancelled = true;
		worker?.close();
		worker = null;
		state.reset();
	}

	return {
		...{ ...state, open, openFound, clear },
		/** Stops reading and keeps what was read. */
		cancel(): void {
			run.isCancelled = true;
			worker?.cancel();
		},
		/** Shows another of the weeks that were read. */
		choose: (week: string) => guard((asked) => showWeek(asked, state, week, dialect)),
	};
}

export type GroupModel = ReturnType<typeof createGroupModel>;

/** A reading that may be cancelled. */
interface Run {
	isCancelled: boolean;
	/** Called with the files that the worker has read of a question. */
	onProgress: (fileCount: number) => void;
}

/** Each reading has its own, so that what is left of one that was cancelled does not go on with the next. */
const newRun = (): Run => ({ isCancelled: false, onProgress: () => {} });

/** Passes all files to the worker, or those before it is full or cancelled. */
async function readAll(
	asked: GroupWorker,
	files: ArrayLike<File>,
	{ reading, limit, setAside }: Pick<GroupState, 'reading' | 'limit' | 'setAside'>,
	run: Run,
): Promise<void> {
	let [readCount, drawnCount] = [0, Number.NEGATIVE_INFINITY];
	run.onProgress = (fileCount) => {
		const doneCount = readCount + fileCount;
		if (doneCount - drawnCount < files.length * BAR_STEP) return;
		drawnCount = doneCount;
		reading.value = { doneCount, totalCount: files.length };
	};
	run.onProgress(0);
	for await (const portion of readAhead(files, () => run.isCancelled)) {
		if (run.isCancelled) break;
		const read = await asked.ask<'read'>({ type: 'read', files: portion });
		readCount += FILES_A_QUESTION;
		setAside(read.aside);
		if (read.isFull) limit.value = 'full';
		if (read.isFull || run.isCancelled) break;
	}
}

/** Shows a week; the latest for null. Its merged CSV follows. */
async function showWeek(
	worker: GroupWorker,
	{ shown, file, reading }: GroupState,
	week: string | null,
	dialect: CsvDialect,
): Promise<void> {
	const answer = await worker.ask<'show'>({ type: 'show', week });
	reading.value = null;
	shown.value = answer.shown;
	file.value = null;
	const wanted = answer.shown?.week;
	if (wanted === undefined) return;
	const { url } = await worker.ask<'merge'>({ type: 'merge', week: wanted, dialect });
	// Meanwhile another week may have been chosen, or more files opened.
	if (shown.value?.week !== wanted || reading.value) return;
	file.value = { name: `sobrio-group-${wanted}.csv`, url };
}
