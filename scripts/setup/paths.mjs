import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The first of the commands that PATH offers, as a full path; null when there is none. */
export function findCommand(names) {
	for (const name of names) {
		for (const folder of (process.env.PATH ?? '').split(delimiter)) {
			const path = join(folder, name);
			if (folder && isExecutable(path)) return path;
		}
	}
	return null;
}

/** True for a file that this user may execute. */
export function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		// Absent and forbidden are the same here.
		return false;
	}
}
