import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from '@/utils/core/export/columns';
import { type Cell, csvLines, SOFTWARE } from '@/utils/core/export/csv';
import { csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { decodeText } from '@/utils/core/group/decode';
import { rowCells } from '@/utils/core/group/group-csv';
import { readShared } from '@/utils/core/group/read-shared';
import type { SharedError, SharedWeek } from '@/utils/core/group/shared-week';

/** Columns of `rows.csv`, in their order: those of an export in small letters, after the week and the order of its exports. */
export const ROW_NAMES = ['week', 'export_order', ...SHARED_PLACES, ...COLUMNS.map(csvName)].map((name) =>
	name.toLowerCase(),
);

/** Below the longest text that Node holds; a larger file has more than one week of 200,000 learners. */
const MAX_FILE_BYTES = 400_000_000;
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
	readonly aside: readonly { readonly path: string; readonly reason: SharedError | 'too-big' }[];
}

/** Every visible file of a folder and its folders that may be an export, by name. */
function* exportFiles(folder: string): Generator<string> {
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.name.startsWith('.')) continue;
		if (entry.isDirectory()) yield* exportFiles(path);
		else if (/\.(csv|json|tsv|txt)$/i.test(entry.name)) yield path;
	}
}

/** Joins all exports in a folder into one CSV, in the dialect of software, whatever they were saved as. `today` is the local day. */
export function compact(folder: string, rowsPath: string, today: string): Compacted {
	const aside: { path: string; reason: SharedError | 'too-big' }[] = [];
	let [fileCount, rowCount] = [0, 0];
	const file = openSync(rowsPath, 'w');
	let pieces = [csvLines([ROW_NAMES], SOFTWARE)];
	const flush = () => {
		writeSync(file, pieces.join(''));
		pieces = [];
	};
	try {
		for (const path of exportFiles(folder)) {
			fileCount += 1;
			const read = readFile(path, today);
			if (typeof read === 'string') aside.push({ path, reason: read });
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

function readFile(path: string, today: string): readonly SharedWeek[] | SharedError | 'too-big' {
	if (statSync(path).size > MAX_FILE_BYTES) return 'too-big';
	const shared = readShared(decodeText(readFileSync(path)), today);
	return shared.ok ? shared.weeks : shared.error;
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
