import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { unreadKind } from '@/utils/core/group/file-content';
import type { SharedError } from '@/utils/core/group/shared-week';

/** Why a file is not counted. */
export type AsideReason =
	| SharedError
	| 'archive'
	| 'workbook'
	| 'joined'
	| 'too-big'
	| 'unreadable'
	| 'no-file'
	| 'loop';

/** Below the longest text that Node holds; a larger file has more than one week of 200,000 learners. */
const MAX_FILE_BYTES = 400_000_000;

/** What a reason means, for the terminal. */
export const REASONS: Readonly<Record<AsideReason, string>> = {
	'not-an-export': 'no export of Sobrio',
	damaged: 'cut off or changed: ask for the file again',
	newer: 'from a later version of Sobrio',
	personal: 'an export “For me”, with names in it: ask for one “To share”',
	xapi: 'statements, which an LRS adds up',
	empty: 'without a row',
	future: 'with a day after tomorrow',
	columns: 'without a column that is needed',
	dates: 'with days of which day and month are not clear, or that are none',
	numbers: 'with figures that are no numbers, or whose decimal mark is not clear',
	archive: 'an archive: unpack it into the folder',
	workbook: 'in a spreadsheet’s own format: save it as CSV, or ask for the original file',
	joined: 'the rows of another report',
	'too-big': 'above 400 MB',
	unreadable: 'may not be read, or is gone',
	'no-file': 'neither a file nor a folder',
	loop: 'a link to a folder that is read already',
};

/** A name of an inbox that may be an export: its bytes, or why there are none. */
export interface InboxFile {
	/** For people: what is no UTF-8 in it is lost. */
	readonly path: string;
	readonly content: Uint8Array | AsideReason;
}

/**
 * The files that may be exports in a folder, its folders and the folders that links lead to, each folder once, in the order of their names.
 * Hidden ones are left out, and those whose path is in `ours`. Names are bytes, which need not be UTF-8. Throws where the folder itself
 * cannot be read.
 */
export function* readInbox(folder: string, ours: ReadonlySet<string>): Generator<InboxFile> {
	const first = realPlace(Buffer.from(folder));
	const seen = new Set([first]);
	// A link to a folder above would bring everything in it.
	const isAbove = (real: string) => `${first}${sep}`.startsWith(real.endsWith(sep) ? real : `${real}${sep}`);

	function* within(parent: Buffer, names: readonly Buffer[]): Generator<InboxFile> {
		for (const name of names.toSorted(Buffer.compare)) {
			const place = Buffer.concat([parent, Buffer.from(sep), name]);
			const path = place.toString();
			if (name.toString('latin1').startsWith('.') || ours.has(path)) continue;
			const kind = kindOf(place);
			if (kind === 'folder') yield* inside(place, path);
			else {
				const unread = unreadKind(path);
				// Other names are other things, as a text about the folder.
				if (kind === 'unreadable' || unread !== 'not-an-export')
					yield { path, content: kind === 'file' ? (unread ?? contentOf(place)) : kind };
			}
		}
	}

	function* inside(place: Buffer, path: string): Generator<InboxFile> {
		const names = namesIn(place);
		if (typeof names === 'string') yield { path, content: names };
		else yield* within(place, names);
	}

	/** Read once. It may be gone by now, or lie deeper than a path may be long. */
	function namesIn(place: Buffer): readonly Buffer[] | AsideReason {
		try {
			const real = realPlace(place);
			if (seen.has(real) || isAbove(real)) return 'loop';
			seen.add(real);
			return readdirSync(place, { encoding: 'buffer' });
		} catch {
			return 'unreadable';
		}
	}

	yield* within(Buffer.from(folder), readdirSync(folder, { encoding: 'buffer' }));
}

/** Where a folder really is, a character for each byte. */
function realPlace(place: Buffer): string {
	return realpathSync.native(place, 'buffer').toString('latin1');
}

/** What a name leads to; a broken link, or one to itself, leads to nothing. */
function kindOf(place: Buffer): 'folder' | 'file' | 'no-file' | 'unreadable' {
	try {
		const stats = statSync(place);
		if (stats.isDirectory()) return 'folder';
		return stats.isFile() ? 'file' : 'no-file';
	} catch {
		return 'unreadable';
	}
}

function contentOf(place: Buffer): InboxFile['content'] {
	try {
		return statSync(place).size > MAX_FILE_BYTES ? 'too-big' : readFileSync(place);
	} catch {
		return 'unreadable';
	}
}
