import { LAST_DAY } from '@/utils/core/units/day';
import { csvParts } from './csv-parts';
import { sharedCsvSteps } from './read-shared-csv';
import { readSharedJson } from './read-shared-json';
import type { SharedFile } from './shared-week';
import { finish } from './steps';

/** Of exports that were joined, so many characters are read between two steps: about two hundred files of a week. */
const LENGTH_A_STEP = 300_000;

const NO_EXPORT: SharedFile = { ok: false, error: 'not-an-export' };

/**
 * What is in each of the exports that a file holds, whatever its name: one, or several that were joined by hand. Every text has a result.
 * `today` is the reader's local day: what a file says of later days is wrong.
 */
export function readSharedParts(text: string, today = LAST_DAY): readonly SharedFile[] {
	return finish(sharedPartSteps(text, today));
}

/** The same in steps of a few milliseconds, each with the share that is done, 0 to 1. */
export function* sharedPartSteps(text: string, today: string): Generator<number, readonly SharedFile[]> {
	const json = readSharedJson(text, today);
	if (json) return [json];
	const found: SharedFile[] = [];
	let [start, stepStart] = [0, 0];
	for (const { text: part, end } of csvParts(text)) {
		const steps = csvSteps(part, today);
		let step = steps.next();
		for (; !step.done; step = steps.next()) yield (start + step.value * part.length) / text.length;
		found.push(step.value);
		start = end;
		if (end - stepStart > LENGTH_A_STEP && end < text.length) {
			stepStart = end;
			yield end / text.length;
		}
	}
	return found;
}

function* csvSteps(text: string, today: string): Generator<number, SharedFile> {
	return (yield* sharedCsvSteps(text, today)) ?? NO_EXPORT;
}
