import { readSharedCsv } from './read-shared-csv';
import { readSharedJson } from './read-shared-json';
import type { SharedFile } from './shared-week';

/** The content of a file that a learner may have shared, whatever its name. Every text has a result. */
export function readShared(text: string): SharedFile {
	return readSharedJson(text) ?? readSharedCsv(text) ?? { ok: false, error: 'not-an-export' };
}
