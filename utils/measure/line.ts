/** A response that has begun and not ended, of a type whose beginning the browser tells. */
export interface OpenRequest {
	/** Key of its row: it ends in the row it began in. */
	readonly key: string;
	/** A film's part, counted by its row while it is open. */
	readonly isFilm: boolean;
	/** Size of the whole resource as its headers announce it; null when they do not. */
	readonly wholeBytes: number | null;
	/** Milliseconds of the line that it had: those during which it was alone, half of those with one other, and so on. */
	lineMs: number;
}

/** How fast a visit's line was seen to be. */
export interface Line {
	/** Bytes of whole responses whose time is known. */
	bytes: number;
	/** Milliseconds of the line that they took. */
	ms: number;
	/** What it says is from the page before: forgotten as soon as a response of this page tells. */
	isInherited: boolean;
	/** Until when the open requests have got their time, milliseconds since 1970. */
	clockMs: number;
}

/** Smaller responses come in a burst with their headers: their time says nothing. */
const TELLING_BYTES = 100_000;

/** The next page comes over the same line: as the newest of these that learnt of it saw it. */
export function inheritLine(lines: readonly Line[]): Line {
	const { bytes, ms } = lines.findLast((line) => line.ms > 0) ?? { bytes: 0, ms: 0 };
	return { bytes, ms, isInherited: true, clockMs: 0 };
}

/** Shares the line's time since the last event among the requests that were open. */
export function passTime(line: Line, open: Readonly<Record<string, OpenRequest>>, nowMs: number): void {
	const sharing = Object.values(open).filter(({ isFilm }) => !isFilm);
	const passedMs = Math.max(0, nowMs - line.clockMs);
	for (const request of sharing) request.lineMs += passedMs / sharing.length;
	line.clockMs = Math.max(line.clockMs, nowMs);
}

/** Takes a whole response into account. */
export function learnLine(line: Line, bytes: number, lineMs: number): void {
	if (bytes < TELLING_BYTES || lineMs <= 0) return;
	if (line.isInherited) Object.assign(line, { bytes: 0, ms: 0, isInherited: false });
	line.bytes += bytes;
	line.ms += lineMs;
}

/** Bytes that the line carries in a millisecond; null while nothing told. */
export function lineSpeed({ bytes, ms }: Line): number | null {
	return ms > 0 ? bytes / ms : null;
}
