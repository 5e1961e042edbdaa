import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '@/scripts/setup/plain-errors';

/**
 * Makes a folder and those above it that are missing. Throws where that cannot be, with the path that cannot be made. Node's own
 * `recursive` (24.21) never ends in `/proc`, and says of a read-only disk that the folder is not there.
 */
export function makeFolder(path: string): void {
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
	if (dirname(path) !== path) makeFolder(dirname(path));
	try {
		mkdirSync(path);
	} catch (error) {
		// The folder above is there.
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		throw new PlainError(`${path} cannot be made: its disk takes no folder.`);
	}
}
