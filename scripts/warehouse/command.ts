import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { PlainError } from '@/scripts/setup/plain-errors';
import { decodeText } from '@/utils/core/group/decode';
import { dayOf } from '@/utils/core/units/day';
import { type Compacted, compact } from './compact';
import { readCourseNames } from './course-codes';
import { isMemory, openWarehouse, QUERIES, quoted, type Warehouse, warehouseSql } from './database';
import { REASONS } from './inbox';
import { makeFolder } from './make-folder';
import { type Results, reportPage } from './report';

const USAGE =
	'npm run warehouse -- FOLDER [--out DIR] [--courses FILE] [--memory 4GB]: a folder with exports “To share”.';
/** Writes a line for the person at the terminal. */
type Print = (line: string) => void;

/** Files set aside that are named. */
const MAX_NAMED = 20;
/** What a run writes: no part of the inbox, even if it lies there. */
const TABLES = ['rows.csv', ...QUERIES.map((query) => `${query}.csv`)];

/** What the command line asks for. Throws for what cannot be done. */
function readOptions(args: readonly string[]) {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { out: { type: 'string' }, courses: { type: 'string' }, memory: { type: 'string' } },
	});
	const [folder, ...others] = positionals;
	const { memory = null, courses: coursesPath } = values;
	const isWhole = others.length === 0 && values.out !== '' && (memory === null || isMemory(memory));
	if (!folder || !isWhole) throw new PlainError(USAGE);
	if (!statSync(folder).isDirectory()) throw new PlainError(`${folder} is a file. ${USAGE}`);
	const courses = coursesPath === undefined ? null : readCourseNames(decodeText(readFileSync(coursesPath)));
	if (coursesPath !== undefined && courses === null)
		throw new PlainError(`${coursesPath} has no columns “course_code” and “course_name”: npm run codes makes them.`);
	return { folder: resolve(folder), out: resolve(values.out ?? join(ROOT, 'out', 'warehouse')), courses, memory };
}

/** A line of a terminal: a name may hold what would end or colour it. */
const shown = (name: string) => name.replace(/\p{Cc}/gu, '?');

function printFiles(folder: string, { fileCount, rowCount, aside }: Compacted, print: Print): void {
	print(`files: ${fileCount}, rows: ${rowCount}, files set aside: ${aside.length}`);
	for (const { path, reason } of aside.slice(0, MAX_NAMED))
		print(`  ${shown(relative(folder, path))}: ${REASONS[reason]}`);
	if (aside.length > MAX_NAMED) print(`  and ${aside.length - MAX_NAMED} more`);
}

/** Joins the exports of a folder into `rows.csv`, whose path is returned. Throws where there are none. */
function joinExports(folder: string, out: string, print: Print): string {
	makeFolder(out);
	const [rowsPath, newPath] = [join(out, 'rows.csv'), join(out, 'rows.csv.new')];
	const ours = new Set(TABLES.map((name) => join(out, name)));
	try {
		const compacted = compact(folder, newPath, dayOf(new Date()), ours);
		printFiles(folder, compacted, print);
		if (compacted.rowCount === 0) throw new PlainError(`No export “To share” in ${folder}: nothing was written.`);
		renameSync(newPath, rowsPath);
		return rowsPath;
	} finally {
		rmSync(newPath, { force: true });
	}
}

/** Every result as CSV, and the rows as Parquet. */
async function writeTables(warehouse: Warehouse, out: string): Promise<void> {
	await warehouse.run(`COPY sobrio_rows TO ${quoted(join(out, 'rows.parquet'))} (FORMAT parquet, COMPRESSION zstd)`);
	for (const query of QUERIES) {
		const select = warehouseSql(query, 'DuckDB').trim().replace(/;$/, '');
		await warehouse.run(`COPY (${select}\n) TO ${quoted(join(out, `${query}.csv`))} (HEADER)`);
	}
}

async function writeReports(warehouse: Warehouse, out: string, print: Print): Promise<void> {
	const read = await Promise.all(QUERIES.map(async (query) => [query, await warehouse.read(query)] as const));
	const results = Object.fromEntries(read) as unknown as Results;
	for (const language of ['fr', 'en'] as const)
		writeFileSync(join(out, `report.${language}.html`), await reportPage(results, language, dayOf(new Date())));
	print(`rows of results: ${QUERIES.map((query) => `${query} ${results[query].length}`).join(', ')}`);
	if (results.weeks.length === 0) print('No week has 10 learners: the report shows nothing about fewer.');
	print(`written to ${out}`);
}

/** What DuckDB refuses, as it says it in its first line. */
async function withDuckDb(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
		if (!/^[A-Z]\w+(?: \w+)* Error: /.test(first)) throw error;
		throw new PlainError(`DuckDB: ${first}`);
	}
}

/** Runs the command with its arguments. Rejects with one line for what its user can mend. */
export async function runWarehouse(args: readonly string[], print: Print): Promise<void> {
	const { folder, out, courses, memory } = readOptions(args);
	const rowsPath = joinExports(folder, out, print);
	const databasePath = join(out, 'sobrio.duckdb');
	rmSync(databasePath, { force: true });
	await withDuckDb(async () => {
		const warehouse = await openWarehouse(databasePath, memory);
		try {
			await warehouse.ingest(rowsPath);
			if (courses) await warehouse.nameCourses(courses);
			await writeTables(warehouse, out);
			await writeReports(warehouse, out, print);
		} finally {
			warehouse.close();
		}
	});
}
