/**
 * Above the longest line that we write, a day of 10,000 totals and as many visits; a longer one would only fill the memory, and no
 * message could carry it.
 */
const MAX_LINE_LENGTH = 60_000_000;

/** The complete lines of a file, chunk by chunk, with the bytes read so far. Throws for invalid UTF-8 or an endless line. */
export async function* readLines(stream: ReadableStream<Uint8Array>) {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const reader = stream.getReader();
	/** Pieces of the line that has not ended yet: joined once, so that a long line costs no more than its length. */
	let pieces: string[] = [];
	let restLength = 0;
	let readBytes = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			readBytes += value?.length ?? 0;
			const [first = '', ...others] = decoder.decode(value, { stream: !done }).split('\n');
			pieces.push(first);
			restLength += first.length;
			const lines: string[] = [];
			for (const line of others) {
				lines.push(pieces.join(''));
				pieces = [line];
				restLength = line.length;
			}
			if (restLength > MAX_LINE_LENGTH) throw new RangeError('endless line');
			if (done) lines.push(pieces.join(''));
			yield { lines, readBytes };
			if (done) return;
		}
	} finally {
		await reader.cancel();
	}
}
