import { styleText } from 'node:util';

/** What the system says of a file, by its code. */
const WORDS: Readonly<Record<string, string>> = {
	EACCES: 'may not be read or written',
	EPERM: 'may not be read or written',
	EROFS: 'cannot be written: its disk is read-only',
	ENOSPC: 'cannot be written: the disk is full',
	ENOENT: 'is not there',
	ENOTDIR: 'is not in a folder',
	EEXIST: 'is a file, not a folder',
	EISDIR: 'is a folder, not a file',
	ELOOP: 'is a link to itself',
	ENAMETOOLONG: 'has a name that is too long for its disk',
};

/** An error whose message is for the person at the terminal. */
export class PlainError extends Error {}

/** What an error says in one line to the person at the terminal; null for a bug of ours, which keeps its trace. */
export function plainText(error: unknown): string | null {
	if (error instanceof PlainError) return error.message;
	if (!(error instanceof Error)) return null;
	const { code, path } = error as NodeJS.ErrnoException;
	if (path !== undefined && code !== undefined) return `${path} ${WORDS[code] ?? `cannot be used (${code})`}.`;
	// Of a file that is open already, the system says no path.
	if (code === 'ENOSPC') return `A file ${WORDS[code]}.`;
	return code?.startsWith('ERR_PARSE_ARGS') ? error.message : null;
}

/** Runs a command to its end. What its user can mend ends it with one line and the exit code 1. */
export async function runPlainly(command: () => Promise<void> | void): Promise<void> {
	try {
		await command();
	} catch (error) {
		const text = plainText(error);
		if (text === null) throw error;
		console.error(styleText('red', text));
		process.exitCode = 1;
	}
}
