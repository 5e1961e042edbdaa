import type { Waste } from '@/utils/core/schema/waste';

/** A file that came in this many visits of a course is considered uncached. */
const REPEATED_VISITS = 3;

/** In how many visits of a course a file came, and the id of the last of them, by the key of its address. */
export type CourseFiles = Readonly<Record<string, readonly [visitCount: number, visitId: string]>>;

/** Counts the files that came in a visit; the same visit again changes nothing. Those that came move to the end. */
export function noteFiles(known: CourseFiles, visitId: string, keys: readonly string[]): CourseFiles {
	const files = new Map(Object.entries(known));
	for (const key of keys) {
		const [visitCount, lastId] = files.get(key) ?? [0, ''];
		files.delete(key);
		files.set(key, lastId === visitId ? [visitCount, lastId] : [visitCount + 1, visitId]);
	}
	return Object.fromEntries(files);
}

/** The files that came repeatedly although a cache could have kept them. */
export function repeatWaste(known: CourseFiles, files: readonly (readonly [key: string, bytes: number])[]): Waste {
	const repeated = files.filter(([key]) => (known[key]?.[0] ?? 0) >= REPEATED_VISITS);
	return { repeatCount: repeated.length, repeatBytes: repeated.reduce((sum, [, bytes]) => sum + bytes, 0) };
}
