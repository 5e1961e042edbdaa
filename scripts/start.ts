/**
 * What `npm start` ends in, once `scripts/run.mjs` has installed and built everything: the demo course in a browser with
 * Sobrio, for a user or, without a display, automatically.
 */

import { HELP, hasDisplay, readStartOptions } from './setup/start-options.mjs';
import { guide } from './start/guide.ts';
import { studyAlone } from './start/study-alone.ts';
import { WORDS } from './start/words.ts';

const read = readStartOptions(process.argv.slice(2), hasDisplay(process.env, process.platform));
if (!read.ok) {
	console.error(read.error);
	process.exitCode = 1;
} else if (read.value.wantsHelp) {
	console.log(HELP[read.value.lang]);
} else {
	try {
		await (read.value.isHeadless ? studyAlone(read.value) : guide(read.value));
	} catch (error) {
		const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
		console.error(WORDS[read.value.lang].failed(reason));
		// A study that was broken off may still wait for minutes for a browser that is gone.
		process.exit(1);
	}
}
