/** Why a file is not read: by its name no export, an archive, or a workbook; too big for a browser, or gone. */
export type UnreadReason = UnreadKind | 'too-big' | 'unreadable';

type UnreadKind = 'not-an-export' | 'archive' | 'workbook';

/** Why a file of that name is not read; null where it may be an export. */
export function unreadKind(name: string): UnreadKind | null {
	if (/\.(csv|json|tsv|txt)$/i.test(name)) return null;
	if (/\.(zip|gz|tgz|tar|7z|rar|bz2|xz)$/i.test(name)) return 'archive';
	return /\.(xls[xmb]?|ods|numbers)$/i.test(name) ? 'workbook' : 'not-an-export';
}

/** A file that the page has opened: its bytes in pieces, or why there are none. */
export interface GroupFile {
	readonly name: string;
	readonly content: readonly Uint8Array<ArrayBuffer>[] | UnreadReason;
}

/** The weeks of about 220,000 learners: a text of that length, and its rows, fit in the memory of a page. */
const MAX_TABLE_BYTES = 200_000_000;
/** Only a table holds more than one learner. About a hundred times a learner's week. */
const MAX_JSON_BYTES = 20_000_000;

/**
 * Reads a file, piece by piece up to the longest that a browser can read. Never asks for its size: for that, and to pass a file on to a
 * worker, Chromium's page waits for the browser's process, in which a busy machine blocked it for 170 ms. Goes on after each piece once
 * `onPiece`, which gets its bytes, has settled. Never throws.
 */
export async function readContent(
	file: Pick<File, 'name' | 'stream'>,
	onPiece: OnPiece = () => {},
): Promise<GroupFile> {
	return { name: file.name, content: await contentOf(file, onPiece) };
}

type OnPiece = (byteCount: number) => Promise<void> | void;

async function contentOf(file: Pick<File, 'name' | 'stream'>, onPiece: OnPiece): Promise<GroupFile['content']> {
	const { name } = file;
	const kind = unreadKind(name);
	if (kind) return kind;
	const maxBytes = /\.json$/i.test(name) ? MAX_JSON_BYTES : MAX_TABLE_BYTES;
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	let byteCount = 0;
	try {
		const reader = file.stream().getReader();
		for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
			byteCount += piece.value.length;
			if (byteCount > maxBytes) {
				await reader.cancel();
				return 'too-big';
			}
			pieces.push(piece.value);
			await onPiece(piece.value.length);
		}
		return pieces;
	} catch {
		// The file is gone: the others are read all the same.
		return 'unreadable';
	}
}

/** The pieces of a file as one. */
export function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
	const [first] = pieces;
	if (first && pieces.length === 1) return first;
	const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let start = 0;
	for (const piece of pieces) {
		bytes.set(piece, start);
		start += piece.length;
	}
	return bytes;
}
