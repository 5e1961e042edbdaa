/**
 * What `npm run warehouse -- FOLDER` ends in: joins the exports in a folder into `rows.csv`, loads that into DuckDB
 * (`sobrio.duckdb`), and writes `rows.parquet`, the results of the four queries of `docs/warehouse` as CSV, and the report in French and in English. Options: `--out DIR`
 * (out/warehouse), `--courses FILE`, a CSV with the columns `course_code` and `course_name`; `--memory 4GB`, the most that DuckDB takes
 * before it writes to disk (80 % of the machine's by default).
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@/utils/core/units/day';
import { ROOT } from './setup/paths.mjs';
import { compact } from './warehouse/compact.ts';
import { isMemory, openWarehouse, QUERIES, quoted, type Warehouse, warehouseSql } from './warehouse/database.ts';
import { type Results, reportPage } from './warehouse/report.ts';

/** Files set aside that are named. */
const MAX_NAMED = 20;

/** Every result as CSV, and the rows as Parquet. */
async function writeTables(warehouse: Warehouse, out: string): Promise<void> {
	await warehouse.run(`COPY sobrio_rows TO ${quoted(join(out, 'rows.parquet'))} (FORMAT parquet, COMPRESSION zstd)`);
	for (const query of QUERIES) {
		const select = warehouseSql(query, 'DuckDB').trim().replace(/;$/, '');
		await warehouse.run(`COPY (${select}\n) TO ${quoted(join(out, `${query}.csv`))} (HEADER)`);
	}
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { out: { type: 'string' }, courses: { type: 'string' }, memory: { type: 'string' } },
});
const [folder] = positionals;
const { memory = null } = values;
if (folder === undefined || !existsSync(folder) || (memory !== null && !isMemory(memory))) {
	const usage = 'npm run warehouse -- FOLDER [--out DIR] [--courses FILE] [--memory 4GB]';
	console.error(`${usage}: a folder with exports “To share”.`);
	process.exit(1);
}
const out = resolve(values.out ?? join(ROOT, 'out', 'warehouse'));
mkdirSync(out, { recursive: true });
const today = dayOf(new Date());
const rowsPath = join(out, 'rows.csv');
const { fileCount, rowCount, aside } = compact(folder, rowsPath, today);
console.log(`${fileCount} files, ${rowCount} rows, ${aside.length} files set aside`);
for (const { path, reason } of aside.slice(0, MAX_NAMED)) console.log(`  ${relative(folder, path)}: ${reason}`);

const databasePath = join(out, 'sobrio.duckdb');
rmSync(databasePath, { force: true });
const warehouse = await openWarehouse(databasePath, memory);
try {
	await warehouse.ingest(rowsPath);
	if (values.courses !== undefined) await warehouse.nameCourses(values.courses);
	await writeTables(warehouse, out);
	const read = await Promise.all(QUERIES.map(async (query) => [query, await warehouse.read(query)] as const));
	const results = Object.fromEntries(read) as unknown as Results;
	for (const language of ['fr', 'en'] as const)
		writeFileSync(join(out, `report.${language}.html`), await reportPage(results, language, today));
	const counts = QUERIES.map((query) => `${query} ${results[query].length}`);
	console.log(`rows of results: ${counts.join(', ')}\nwritten to ${out}`);
} finally {
	warehouse.close();
}
