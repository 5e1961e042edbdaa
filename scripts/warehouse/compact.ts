import { closeSync, openSync, writeFileSync } from 'node:fs';
import { COLUMNS } from '@/utils/core/export/columns';
import { type Cell, csvLines, SOFTWARE } from '@/utils/core/export/csv';
import { csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { decodeText } from '@/utils/core/group/decode';
import { rowCells } from '@/utils/core/group/group-csv';
import { readShared } from '@/utils/core/group/read-shared';
import type { SharedWeek } from '@/utils/core/group/shared-week';
import { type AsideReason, type InboxFile, readInbox } from './inbox';

/** Columns of `rows.csv`, in their order: those of an export in small letters, after the week and the order of its exports. */
export const ROW_NAMES = ['week', 'export_order', ...SHARED_PLACES, ...COLUMNS.map(csvName)].map((name) =>
	name.toLowerCase(),
);

const VISIT_DIGITS = 9;
const FILE_DIGITS = 9;
/** Where the day of an export is unknown, every known one is later. */
const NO_DAY = '0000-00-00';
const PIECES_A_WRITE = 500;

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
	let [fileCount, rowCount] = [0, 0];
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
			const read = weeksIn(inboxFile, today);
			if (typeof read === 'string') aside.push({ path: inboxFile.path, reason: read });
			else {
				for (const week of read) pieces.push(linesOf(week, fileCount));
				rowCount += read.reduce((sum, { rows }) => sum + rows.length, 0);
			}
			if (pieces.length > PIECES_A_WRITE) flush();
		}
		flush();
	} finally {
		closeSync(file);
	}
	return { fileCount, rowCount, aside };
}

function weeksIn({ content }: InboxFile, today: string): readonly SharedWeek[] | AsideReason {
	if (typeof content === 'string') return content;
	const text = decodeText(content);
	const shared = readShared(text, today);
	if (shared.ok) return shared.weeks;
	return text.startsWith(ROW_NAMES.slice(0, 2).join()) ? 'joined' : shared.error;
}

/** The lines of an export. Of two of one code and week, the one with the later day counts, else the one with more visits, else the latter file. */
function linesOf({ source, week, exportedOn, rows }: SharedWeek, fileNumber: number): string {
	const visits = rows.reduce((sum, { figures }) => sum + (figures.visits ?? 0), 0);
	const order = [
		exportedOn ?? NO_DAY,
		String(visits).padStart(VISIT_DIGITS, '0'),
		String(fileNumber).padStart(FILE_DIGITS, '0'),
	].join(' ');
	const cells = rows.map((row): readonly Cell[] => [week, order, source, exportedOn, ...rowCells(row)]);
	return csvLines(cells, SOFTWARE);
}
