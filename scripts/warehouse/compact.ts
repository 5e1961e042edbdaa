import { closeSync, openSync, writeFileSync } from 'node:fs';
import { COLUMNS } from '@/utils/core/export/columns';
import { type Cell, csvLines, SOFTWARE } from '@/utils/core/export/csv';
import { csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { partName } from '@/utils/core/group/csv-parts';
import { decodeText } from '@/utils/core/group/decode';
import { rowCells } from '@/utils/core/group/group-csv';
import { readSharedParts } from '@/utils/core/group/read-shared';
import type { SharedFile, SharedWeek } from '@/utils/core/group/shared-week';
import { type AsideReason, type InboxFile, readInbox } from './inbox';

/** Columns of `rows.csv`, in their order: those of an export in small letters, after the week and the order of its exports. */
export const ROW_NAMES = ['week', 'export_order', ...SHARED_PLACES, ...COLUMNS.map(csvName)].map((name) =>
	name.toLowerCase(),
);

const VISIT_DIGITS = 9;
const EXPORT_DIGITS = 9;
/** Where the day of an export is unknown, every known one is later. */
const NO_DAY = '0000-00-00';
const PIECES_A_WRITE = 500;

/** A file that is not read. */
interface Unread {
	readonly ok: false;
	readonly error: AsideReason;
}

/** What became of a folder's files. */
export interface Compacted {
	readonly fileCount: number;
	readonly rowCount: number;
	/** Files that are not counted, with the reason. */
	readonly aside: readonly { readonly path: string; readonly reason: AsideReason }[];
}

/**
 * Joins all exports in a folder into one CSV, in the dialect of software, whatever they were saved as. `today` is the local day; `ours` are
 * the paths of files that are no part of the inbox. Throws where the folder cannot be read or the CSV not be written.
 */
export function compact(
	folder: string,
	rowsPath: string,
	today: string,
	ours: ReadonlySet<string> = new Set(),
): Compacted {
	const aside: { path: string; reason: AsideReason }[] = [];
	let [fileCount, exportCount, rowCount] = [0, 0, 0];
	const file = openSync(rowsPath, 'w');
	let pieces = [csvLines([ROW_NAMES], SOFTWARE)];
	const flush = () => {
		// A single write may stop short where the disk is nearly full, without an error.
		writeFileSync(file, pieces.join(''));
		pieces = [];
	};
	try {
		for (const inboxFile of readInbox(folder, ours)) {
			fileCount += 1;
			const { path } = inboxFile;
			const read = exportsIn(inboxFile, today);
			for (const [index, shared] of read.entries()) {
				exportCount += 1;
				if (shared.ok) {
					for (const week of shared.weeks) {
						pieces.push(linesOf(week, exportCount));
						rowCount += week.rows.length;
					}
				} else aside.push({ path: read.length > 1 ? partName(path, index) : path, reason: shared.error });
				if (pieces.length > PIECES_A_WRITE) flush();
			}
		}
		flush();
	} finally {
		closeSync(file);
	}
	return { fileCount, rowCount, aside };
}

/** What is in a file: an export, or several that were joined by hand. */
function exportsIn({ content }: InboxFile, today: string): readonly (SharedFile | Unread)[] {
	if (typeof content === 'string') return [{ ok: false, error: content }];
	const text = decodeText(content);
	if (text.startsWith(ROW_NAMES.slice(0, 2).join())) return [{ ok: false, error: 'joined' }];
	return readSharedParts(text, today);
}

/** The lines of an export. Of two of one code and week, the one with the later day counts, else the one with more visits, else the latter of them. */
function linesOf({ source, week, exportedOn, rows }: SharedWeek, exportNumber: number): string {
	const visits = rows.reduce((sum, { figures }) => sum + (figures.visits ?? 0), 0);
	const order = [
		exportedOn ?? NO_DAY,
		String(visits).padStart(VISIT_DIGITS, '0'),
		String(exportNumber).padStart(EXPORT_DIGITS, '0'),
	].join(' ');
	const cells = rows.map((row): readonly Cell[] => [week, order, source, exportedOn, ...rowCells(row)]);
	return csvLines(cells, SOFTWARE);
}
