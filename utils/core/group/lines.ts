/** No line that we write comes near it; a longer one would only fill the memory. */
const MAX_LINE_LENGTH = 20_000_000;

/** A piece of a file: its lines so far, and the bytes read. */
export interface Lines {
	readonly lines: readonly string[];
	readonly readBytes: number;
}

/** The lines of a file, piece by piece. Throws at what is no UTF-8, or at an endless line. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<Lines> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const reader = stream.getReader();
	let rest = '';
	let readBytes = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			readBytes += value?.length ?? 0;
			const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
			rest = done ? '' : (lines.pop() ?? '');
			if (rest.length > MAX_LINE_LENGTH) throw new RangeError('endless line');
			yield { lines, readBytes };
			if (done) return;
		}
	} finally {
		await reader.cancel();
	}
}
