/** A file that travelled for a document. */
export interface LoadedFile {
	readonly url: string;
	/** Who asked, as Resource Timing names it. */
	readonly initiator: string;
	/** MIME type, lower case and without parameters; '' where the browser does not tell it (Firefox) or the server did not. */
	readonly type: string;
	/** Ending of the path, lower case and without its dot; '' when it has none. */
	readonly ending: string;
	/** Bytes of the body as it travelled, and unpacked. */
	readonly bytes: number;
	readonly decodedBytes: number;
}

const ENDING = /^[^?#]*\.([a-z\d]{1,5})(?![^?#])/i;

/** A frame's document is told of by its own script; Firefox shows it here too. */
const FRAMES = ['iframe', 'frame'];

/** Chrome tells it, and no library of types knows it yet. */
interface TypedTiming extends PerformanceResourceTiming {
	readonly contentType?: string;
}

/**
 * The files that a document and its navigation brought over the network since a moment on the clock of `performance`, as far as
 * its buffer of entries holds them (250, unless the page asked for another size). What the cache answered, what was only
 * asked for anew (304), and what another origin keeps to itself is not among them.
 */
export function loadedFiles(sinceMs: number): LoadedFile[] {
	const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
	return (entries as TypedTiming[]).flatMap((entry) => {
		// Each field is read once: Firefox makes a content script pay for each.
		const { name, initiatorType, startTime, transferSize, encodedBodySize: bytes } = entry;
		const hasTravelled = bytes > 0 && transferSize >= bytes;
		if (!hasTravelled || startTime < sinceMs || !name.startsWith('http') || FRAMES.includes(initiatorType)) return [];
		return {
			url: name,
			initiator: initiatorType,
			type: entry.contentType?.toLowerCase().split(';', 1)[0] ?? '',
			ending: (ENDING.exec(name)?.[1] ?? '').toLowerCase(),
			bytes,
			decodedBytes: entry.decodedBodySize,
		};
	});
}
