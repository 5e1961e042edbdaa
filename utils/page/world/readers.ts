import type { HiddenBodies } from './bodies';
import type { Counter, Counters } from './counters';
import { caller, isView, matches, plainBytes, reader } from './natives';
import type { BodyTap, TapOf } from './taps';

/** Types that servers do not compress: only for these are the bytes read those that were transferred. */
const UNCOMPRESSED_TYPE = /^(?:video|audio)\//i;

/**
 * Counts what the frame's scripts read of a response chunk by chunk (`response.body`), as players do that abort
 * segments. The counter of its address holds the bytes until the response is complete. The cache may have answered: the background uses
 * them only where network events saw the request break off. A response of hidden size counts when it has been read to its end.
 */
export function hookReaders(
	{ counter: counterOf, release, notify }: Counters,
	addTap: (tapOf: TapOf) => void,
	hidden?: HiddenBodies,
): void {
	const urlOf = reader(Response.prototype, 'url');
	const headersOf = reader(Response.prototype, 'headers');
	const header = caller(Headers.prototype, 'get');

	/** Counts what is read until it is complete. */
	const partTap = (url: string): BodyTap => {
		const name = `part:${url}`;
		let counter: Counter | undefined;
		let readBytes = 0;
		return {
			chunk(value) {
				if (!isView(value)) return;
				if (!counter) {
					counter = counterOf(name);
					counter.count++;
					counter.mayBeCached = true;
				}
				const bytes = plainBytes(value) ?? 0;
				readBytes += bytes;
				counter.receivedBytes += bytes;
				notify();
			},
			end(isComplete) {
				if (!isComplete || !counter) return;
				counter.count--;
				counter.receivedBytes -= readBytes;
				counter = undefined;
				release(name);
			},
		};
	};
	addTap((response) => {
		const url = urlOf(response);
		const headers = headersOf(response);
		// Without a length, a truncated response cannot be distinguished from a complete one.
		const isCounted =
			matches(/^http/, url) &&
			header(headers, 'content-length') !== null &&
			matches(UNCOMPRESSED_TYPE, header(headers, 'content-type') ?? '') &&
			!header(headers, 'content-encoding');
		if (isCounted) return partTap(url);
		return hidden?.isHidden(response) === true ? hiddenTap(url, hidden) : null;
	});
}

/** Counts a response of hidden size once it is complete. */
function hiddenTap(url: string, { noteRead }: HiddenBodies): BodyTap {
	let readBytes: number | null = 0;
	return {
		chunk(value) {
			if (readBytes !== null) readBytes += isView(value) ? (plainBytes(value) ?? 0) : 0;
		},
		end(isComplete) {
			if (isComplete && readBytes !== null) noteRead(url, readBytes);
			readBytes = null;
		},
	};
}
