/**
 * Prints what the warehouse costs on DuckDB: processor time of the ingest and of the four queries, and peak memory. First its figures are
 * compared with those of the group's page on 2,000 exports, with PostgreSQL's where that is installed, and with ClickHouse's where
 * `--chdb DIR` names a folder in which `npm install chdb` was run: ends with 1 where a digit differs. Options: `--learners 10000`,
 * `--weeks 4`; a year of 100,000 learners (`--learners 100000 --weeks 52`) is 36.4 million rows and needs 20 GB of disk.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compact } from '@/scripts/warehouse/compact';
import { openWarehouse, QUERIES, type Query, type ResultRow } from '@/scripts/warehouse/database';
import { openClickHouse } from './warehouse/clickhouse';
import { generateRows } from './warehouse/generate';
import { type OtherEngine, startPostgres } from './warehouse/postgres';
import { asRow, asRows, groupOf, writeSample } from './warehouse/sample';

const SAMPLE_COUNT = 2_000;
const WEEK = '2026-W47';
const ROWS_A_WEEK = 7;
const BYTES_A_MB = 1_000_000;
/** `mkdtemp` lets only its owner in; PostgreSQL runs as another user. */
const READABLE = 0o755;

let isRight = true;

function check(what: string, isSame: boolean): void {
	isRight &&= isSame;
	console.log(`${isSame ? 'same' : 'DIFFERENT'}: ${what}`);
}

/** Whether each row has at least the cells of the other one; trailing zeros of a decimal do not count. */
function isSame(rows: readonly ResultRow[], expected: readonly ResultRow[]): boolean {
	const plain = (cell: string | null | undefined) => (cell?.includes('.') ? cell.replace(/\.?0+$/, '') : cell);
	return (
		rows.length === expected.length &&
		expected.every((row, index) =>
			Object.entries(row).every(([name, cell]) => plain(rows[index]?.[name]) === plain(cell)),
		)
	);
}

/** Compares the engines on a sample. */
async function compareSample(folder: string, chdbFolder: string | undefined): Promise<void> {
	const inbox = join(folder, 'inbox');
	writeSample(inbox, SAMPLE_COUNT, WEEK);
	const group = groupOf(inbox, (path) => readFileSync(path, 'utf8'), WEEK);
	const rowsPath = join(folder, 'sample.csv');
	const { fileCount } = compact(inbox, rowsPath, '2026-12-01');
	const duck = await openWarehouse();
	await duck.ingest(rowsPath);
	const results = new Map<Query, readonly ResultRow[]>();
	for (const query of QUERIES) results.set(query, await duck.read(query));
	duck.close();
	check(
		`${fileCount} files, DuckDB and the group's page, the week`,
		isSame(results.get('weeks') ?? [], [asRow(group.learnerCount, group.total)]),
	);
	check(
		`${fileCount} files, DuckDB and the group's page, activities`,
		isSame(results.get('activities') ?? [], asRows(group.activities, 'activity')),
	);
	const others = [
		{ name: 'PostgreSQL', open: startPostgres },
		{ name: 'ClickHouse', open: () => (chdbFolder === undefined ? null : openClickHouse(chdbFolder)) },
	];
	for (const { name, open } of others) compareEngine(name, open(), rowsPath, results);
}

/** Compares another engine's results with DuckDB's; says so where there is none. */
function compareEngine(
	name: string,
	engine: OtherEngine | null,
	rowsPath: string,
	results: ReadonlyMap<Query, readonly ResultRow[]>,
): void {
	if (!engine) {
		console.log(`${name} is not installed: not compared.`);
		return;
	}
	try {
		engine.ingest(rowsPath);
		for (const query of QUERIES)
			check(`DuckDB and ${name}, ${query}`, isSame(engine.read(query), results.get(query) ?? []));
	} finally {
		engine.close();
	}
}

const { values } = parseArgs({
	options: { learners: { type: 'string' }, weeks: { type: 'string' }, chdb: { type: 'string' } },
});
const [learnerCount, weekCount] = [Number(values.learners ?? 10_000), Number(values.weeks ?? 4)];
const folder = mkdtempSync(join(tmpdir(), 'sobrio-warehouse-'));
chmodSync(folder, READABLE);
try {
	await compareSample(folder, values.chdb);
	const rowsPath = join(folder, 'rows.csv');
	await generateRows(rowsPath, learnerCount, weekCount);
	const count = learnerCount * weekCount * ROWS_A_WEEK;
	console.log(`\n${count.toLocaleString('en')} rows, ${(statSync(rowsPath).size / BYTES_A_MB).toFixed(0)} MB of CSV`);
	const databasePath = join(folder, 'sobrio.duckdb');
	execFileSync(process.execPath, [...process.execArgv, 'tests/bench/warehouse/measure.ts', rowsPath, databasePath], {
		stdio: 'inherit',
	});
	console.log(`database of ${(statSync(databasePath).size / BYTES_A_MB).toFixed(0)} MB`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exit(isRight ? 0 : 1);
