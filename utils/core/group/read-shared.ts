import { LAST_DAY } from '@/utils/core/units/day';
import { readSharedCsv } from './read-shared-csv';
import { readSharedJson } from './read-shared-json';
import type { SharedFile } from './shared-week';

/**
 * The content of a file that a learner may have shared, whatever its name. Every text has a result. `today` is the reader's local day:
 * what a file says of later days is wrong.
 */
export function readShared(text: string, today = LAST_DAY): SharedFile {
	return readSharedJson(text, today) ?? readSharedCsv(text, today) ?? { ok: false, error: 'not-an-export' };
}
