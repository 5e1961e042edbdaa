import type { Waste } from '@/utils/core/schema/waste';

/** Visits of a course in which a file has to come before it is held to come each time. */
const REPEATED_VISITS = 3;

/** How many visits of a course a file came in, and the id of the last of them, by the key of its address. */
export type CourseFiles = Readonly<Record<string, readonly [visitCount: number, visitId: string]>>;

/** Takes note of the files that came in a visit; the same visit again changes nothing. Those that came move to the end. */
export function noteFiles(known: CourseFiles, visitId: string, keys: readonly string[]): CourseFiles {
	const files = new Map(Object.entries(known));
	for (const key of keys) {
		const [visitCount, lastId] = files.get(key) ?? [0, ''];
		files.delete(key);
		files.set(key, lastId === visitId ? [visitCount, lastId] : [visitCount + 1, visitId]);
	}
	return Object.fromEntries(files);
}

/** The files that came again and again, which a cache should have kept. */
export function repeatWaste(known: CourseFiles, files: readonly (readonly [key: string, bytes: number])[]): Waste {
	const repeated = files.filter(([key]) => (known[key]?.[0] ?? 0) >= REPEATED_VISITS);
	return { repeatCount: repeated.length, repeatBytes: repeated.reduce((sum, [, bytes]) => sum + bytes, 0) };
}
