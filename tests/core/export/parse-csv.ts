/** A strict RFC 4180 parser: throws at a bare quote, text after a closing quote or a line end other than CRLF. */
export function parseCsv(file: string, separator: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	const refuse = (why: string): never => {
		throw new Error(`${why} at ${at} of ${JSON.stringify(file)}`);
	};
	while (at < file.length) {
		let cell = '';
		if (file[at] === '"') {
			for (at++; file[at] !== '"' || file[at + 1] === '"'; at++) {
				if (at >= file.length) refuse('quote left open');
				if (file[at] === '"') at++;
				cell += file[at];
			}
			at++;
		} else {
			for (; at < file.length && file[at] !== separator && file[at] !== '\r'; at++) {
				if (file[at] === '"' || file[at] === '\n') refuse('bare quote or line feed');
				cell += file[at];
			}
		}
		row.push(cell);
		if (file[at] === separator) {
			at++;
			continue;
		}
		if (file[at] !== '\r' || file[at + 1] !== '\n') refuse('neither separator nor line end');
		at += 2;
		rows.push(row);
		row = [];
	}
	if (row.length > 0) refuse('last line not ended');
	return rows;
}
