import { headers } from '@/tests/core/visit/sample';
import { video } from './fold-cases';

/** Size of a video whose response announces all of it. */
export const WHOLE_BYTES = 9_000_000;

/** A request of that video. */
export const large = (changes: Parameters<typeof video>[0] = {}) => ({
	...video({ requestId: '1', ...changes }),
	responseHeaders: headers({ 'content-type': 'video/mp4', 'content-length': WHOLE_BYTES }),
});

/** When its requests begin and end, unless told otherwise, milliseconds since 1970. */
export const START_MS = large().timeStamp;
