import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { type BackupError, type BackupHead, isEnd, parseDayLine, parseStart } from '@/utils/core/export/backup';
import { readLines } from '@/utils/core/group/lines';
import type { Task } from './write-backup';

/** Fifty years of ten courses a day come to less. */
const MAX_FILE_BYTES = 500_000_000;
/** Reading and looking at the file is most of the work; storing it is the rest. */
const READING_SHARE = 0.9;

/** What reading a backup came to: how many records are new, or why nothing was changed. */
export type Restored =
	| { readonly ok: true; readonly changedCount: number }
	| { readonly ok: false; readonly error: BackupError };

/** Stops the reading with its reason. */
class Refusal extends Error {
	readonly error: BackupError;

	constructor(error: BackupError) {
		super(error.code);
		this.error = error;
	}
}

/** Reads a backup into the store: first the whole file is looked at, then all of it is stored, or none. */
export async function readBackup(services: DashboardServices, file: Blob, task: Task): Promise<Restored> {
	const id = crypto.randomUUID();
	try {
		if (file.size > MAX_FILE_BYTES) throw new Refusal({ code: 'too-big' });
		answerOf(await services.ask('restore/begin', { id }));
		const head = await readDays(services, file, task, id);
		if (task.isCancelled()) throw new Refusal({ code: 'cancelled' });
		const sites = services.sitesOf(head.settings);
		const changedCount = answerOf(await services.ask('restore/finish', { id, courses: head.courses, sites }));
		if (changedCount === null) throw new Refusal({ code: 'damaged', line: 1 });
		await services.restoreSettings(head.settings);
		answerOf(await services.ask('settings/restored', {}));
		return { ok: true, changedCount };
	} catch (error) {
		if (error instanceof Refusal) return { ok: false, error: error.error };
		throw error;
	}
}

function answerOf<Value>(reply: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
	if (!reply.ok) throw new Refusal({ code: 'store' });
	return reply.value;
}

/** Hands the days to the background, which looks at each; gives the file's head. */
async function readDays(services: DashboardServices, file: Blob, task: Task, id: string): Promise<BackupHead> {
	let head: BackupHead | null = null;
	let lineCount = 0;
	let isOver = false;
	for await (const { lines, readBytes } of linesOf(file, () => lineCount + 1)) {
		if (task.isCancelled()) throw new Refusal({ code: 'cancelled' });
		/** Lines that should be days, and where they stand. */
		const days: unknown[] = [];
		const places: number[] = [];
		for (const line of lines) {
			lineCount++;
			if (head === null) head = startOf(line);
			else if (isEnd(line) && !isOver) isOver = true;
			else if (line !== '') {
				// A day after the end is none.
				days.push(isOver ? null : parseDayLine(line));
				places.push(lineCount);
			}
		}
		const bad = answerOf(await services.ask('restore/add', { id, days }));
		if (bad !== null) throw new Refusal({ code: 'damaged', line: places[bad] ?? lineCount });
		task.report((READING_SHARE * readBytes) / Math.max(1, file.size));
	}
	if (head === null) throw new Refusal({ code: 'not-a-backup' });
	if (!isOver) throw new Refusal({ code: 'damaged', line: lineCount });
	return head;
}

function startOf(line: string): BackupHead {
	const start = parseStart(line);
	if (start === 'damaged') throw new Refusal({ code: 'damaged', line: 1 });
	if (typeof start === 'string') throw new Refusal({ code: start });
	return start;
}

/** The lines of the file; whatever cannot be read is damaged where it stands. */
async function* linesOf(file: Blob, lineAt: () => number): ReturnType<typeof readLines> {
	try {
		yield* readLines(file.stream());
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(lineAt() === 1 ? { code: 'not-a-backup' } : { code: 'damaged', line: lineAt() });
	}
}
