import { LAST_DAY } from '@/utils/core/units/day';
import { sharedCsvSteps } from './read-shared-csv';
import { readSharedJson } from './read-shared-json';
import type { SharedFile } from './shared-week';
import { finish } from './steps';

/**
 * The content of a file that a learner may have shared, whatever its name. Every text has a result. `today` is the reader's local day:
 * what a file says of later days is wrong.
 */
export function readShared(text: string, today = LAST_DAY): SharedFile {
	return finish(sharedSteps(text, today));
}

/** The same in steps of a few milliseconds, each with the share that is done, 0 to 1. */
export function* sharedSteps(text: string, today: string): Generator<number, SharedFile> {
	return readSharedJson(text, today) ?? (yield* sharedCsvSteps(text, today)) ?? { ok: false, error: 'not-an-export' };
}
