import { isAuthorsFile, MOODLE_BODY } from '@/utils/core/platforms/own-files';

/** A file that was transferred for a document. */
export interface LoadedFile {
	readonly url: string;
	/** Resource Timing's initiator type. */
	readonly initiator: string;
	/** MIME type, lower case and without parameters; '' where the browser (Firefox) or the server does not give it. */
	readonly type: string;
	/** Extension of the path, lower case and without its dot; '' when it has none. */
	readonly ending: string;
	/** Bytes of the body as transferred, and decompressed. */
	readonly bytes: number;
	readonly decodedBytes: number;
}

const ENDING = /^[^?#]*\.([a-z\d]{1,5})(?![^?#])/i;

/** A frame's document is read by the script in that frame; Firefox also lists it in the parent. */
const FRAMES = ['iframe', 'frame'];

/** Chrome only, and not in TypeScript's types yet. */
interface TypedTiming extends PerformanceResourceTiming {
	readonly contentType?: string;
}

/**
 * The files that a document and its navigation transferred since a moment on the clock of `performance`, as far as the
 * buffer of entries holds them (250, unless the page changed its size). Files from the cache, revalidated files (304) and
 * files whose size another origin hides are left out.
 */
export function loadedFiles(sinceMs: number): LoadedFile[] {
	const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
	return (entries as TypedTiming[]).flatMap((entry) => {
		// Each field is read once: every access from a content script is slow in Firefox (Xray wrappers).
		const { name, initiatorType, startTime, transferSize, encodedBodySize: bytes } = entry;
		const isTransferred = bytes > 0 && transferSize >= bytes;
		if (!isTransferred || startTime < sinceMs || !name.startsWith('http') || FRAMES.includes(initiatorType)) return [];
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

/** The files that a course author made: the author cannot change what the platform itself brings. */
export function authorsFiles(files: readonly LoadedFile[]): readonly LoadedFile[] {
	const isMoodle = document.querySelector(MOODLE_BODY) !== null;
	return files.filter(({ url }) => {
		const { hostname, pathname } = new URL(url);
		return isAuthorsFile(pathname, isMoodle && hostname === location.hostname);
	});
}
