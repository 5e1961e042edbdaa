import { readSharedCsv } from './read-shared-csv';
import { readSharedJson } from './read-shared-json';
import type { SharedFile } from './shared-week';

/** What a file holds that a learner may have shared, whatever its name. Every text has an answer. */
export function readShared(text: string): SharedFile {
	return readSharedJson(text) ?? readSharedCsv(text) ?? { ok: false, error: 'not-an-export' };
}
