/** Bytes of a file, by the first one and the one after the last. */
export type ByteRange = readonly [first: number, end: number];

/** The range of a `Content-Range` header, such as `bytes 0-499/1234`; null for any other value. RFC 9110, section 14.4. */
export function readContentRange(value: string | null): ByteRange | null {
	const [, first, last] = /^\s*bytes\s+(\d{1,15})-(\d{1,15})\//i.exec(value ?? '') ?? [];
	return first !== undefined && Number(last) >= Number(first) ? [Number(first), Number(last) + 1] : null;
}

/** Ranges and one more, sorted and merged where they touch. */
export function withRange(ranges: readonly ByteRange[], added: ByteRange): ByteRange[] {
	const apart = ranges.filter(([first, end]) => end < added[0] || first > added[1]);
	const touching = ranges.filter((range) => !apart.includes(range));
	const first = Math.min(added[0], ...touching.map((range) => range[0]));
	const end = Math.max(added[1], ...touching.map((range) => range[1]));
	return [...apart, [first, end] as const].sort((a, b) => a[0] - b[0]);
}

/** Bytes of a range that lie in none of the merged ranges. */
export function uncoveredBytes(ranges: readonly ByteRange[], [first, end]: ByteRange): number {
	const covered = ranges.map((range) => Math.max(0, Math.min(end, range[1]) - Math.max(first, range[0])));
	return covered.reduce((rest, bytes) => rest - bytes, end - first);
}
