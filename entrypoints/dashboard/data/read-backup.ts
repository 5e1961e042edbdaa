import { ask } from '@/utils/browser/rpc';
import { type BackupError, isEnd, parseDayLine, parseStart } from '@/utils/core/export/backup';
import { readLines } from '@/utils/core/group/lines';
import type { BackupHead } from '@/utils/core/schema/backup-file';
import type { Task } from './write-backup';

/** More than fifty years of ten courses a day. */
const MAX_FILE_BYTES = 500_000_000;
/** Reading and checking the file is most of the work; storing it is the rest. */
const READING_SHARE = 0.9;

/** Ends the reading with its reason. */
export class Refusal extends Error {
	readonly error: BackupError;

	constructor(error: BackupError) {
		super(error.code);
		this.error = error;
	}
}

/** The value of a reply; throws a refusal where the background failed. */
export function answerOf<Value>(reply: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
	if (!reply.ok) throw new Refusal({ code: 'store' });
	return reply.value;
}

/** Sends all days of a backup to the background, which checks each, under an id. Resolves to the file's head. Throws a refusal. */
export async function sendBackup(file: Blob, task: Task, id: string): Promise<BackupHead> {
	if (file.size > MAX_FILE_BYTES) throw new Refusal({ code: 'too-big' });
	answerOf(await ask('restore/begin', { id }));
	const head = await readDays(file, task, id);
	if (task.isCancelled()) throw new Refusal({ code: 'cancelled' });
	return head;
}

async function readDays(file: Blob, task: Task, id: string): Promise<BackupHead> {
	let head: BackupHead | null = null;
	let lineCount = 0;
	let isOver = false;
	for await (const { lines, readBytes } of linesOf(file, () => lineCount + 1)) {
		if (task.isCancelled()) throw new Refusal({ code: 'cancelled' });
		/** Lines that should be days, and their numbers. */
		const days: unknown[] = [];
		const lineNumbers: number[] = [];
		for (const line of lines) {
			lineCount++;
			if (head === null) head = startOf(line);
			else if (isEnd(line) && !isOver) isOver = true;
			else if (line !== '') {
				// Nothing may follow the end.
				days.push(isOver ? null : parseDayLine(line));
				lineNumbers.push(lineCount);
			}
		}
		const bad = answerOf(await ask('restore/add', { id, days }));
		if (bad !== null) throw new Refusal({ code: 'damaged', line: lineNumbers[bad] ?? lineCount });
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

/** The lines of the file. Throws a refusal with the line that cannot be read. */
async function* linesOf(file: Blob, lineAt: () => number): ReturnType<typeof readLines> {
	try {
		yield* readLines(file.stream());
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(lineAt() === 1 ? { code: 'not-a-backup' } : { code: 'damaged', line: lineAt() });
	}
}
