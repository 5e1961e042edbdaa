/** Far above any line that we write; a longer one would only fill the memory. */
const MAX_LINE_LENGTH = 20_000_000;

/** The complete lines of a file, chunk by chunk, with the bytes read so far. Throws for invalid UTF-8 or an endless line. */
export async function* readLines(stream: ReadableStream<Uint8Array>) {
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
