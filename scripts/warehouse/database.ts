import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ROOT } from '@/scripts/setup/paths.mjs';

const FOLDER = join(ROOT, 'docs', 'warehouse');

/** The four queries of the warehouse, by the name of their file. */
export const QUERIES = ['weeks', 'activities', 'courses', 'spread'] as const;

/** One of {@link QUERIES}. */
export type Query = (typeof QUERIES)[number];

/** A row of a query's result: texts, and numbers as they are written, with all their digits. */
export type ResultRow = Readonly<Record<string, string | null>>;

/** The text of a file of `docs/warehouse`, with the lines that are marked for an engine. */
export function warehouseSql(
	name: Query | 'schema' | 'ingest',
	engine: 'DuckDB' | 'PostgreSQL' | 'ClickHouse',
): string {
	return readFileSync(join(FOLDER, `${name}.sql`), 'utf8').replace(new RegExp(`^-- ${engine}: `, 'gm'), '');
}

/** A path as a text of SQL. */
export function quoted(path: string): string {
	return `'${path.replaceAll("'", "''")}'`;
}

/** The warehouse on DuckDB, within this process. */
export interface Warehouse {
	/** Loads a `rows.csv`. */
	ingest(rowsPath: string): Promise<void>;
	/** Loads the names of courses by their code. */
	nameCourses(names: ReadonlyMap<string, string>): Promise<void>;
	/** The whole result of a query, as `docs/warehouse` has it. */
	read(query: Query): Promise<readonly ResultRow[]>;
	/** Runs other SQL. */
	run(sql: string): Promise<void>;
	close(): void;
}

/** An amount of memory as DuckDB reads it, such as `4GB`. */
export function isMemory(text: string): boolean {
	return /^\d+(?:\.\d+)?\s?[KMGT]i?B$/i.test(text);
}

/**
 * Opens a warehouse without rows, in memory or in a new file. `memory` is the most that DuckDB takes before it writes to disk beside the
 * file; 80 % of the machine's by default. Rejects for what is no amount of memory.
 */
export async function openWarehouse(path = ':memory:', memory: string | null = null): Promise<Warehouse> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	const run = async (sql: string) => {
		await connection.run(sql);
	};
	if (memory !== null) await run(`SET memory_limit = ${quoted(memory)}`);
	// A year of a large organisation would not fit in memory in the order of its file.
	await run('SET preserve_insertion_order = false');
	await run(warehouseSql('schema', 'DuckDB'));
	return {
		run,
		ingest: (rowsPath) => run(warehouseSql('ingest', 'DuckDB').replaceAll("'rows.csv'", quoted(rowsPath))),
		async nameCourses(names) {
			const appender = await connection.createAppender('sobrio_courses');
			for (const [code, name] of names) {
				appender.appendVarchar(code);
				appender.appendVarchar(name);
				appender.endRow();
			}
			appender.closeSync();
		},
		async read(query) {
			const reader = await connection.runAndReadAll(warehouseSql(query, 'DuckDB'));
			const names = reader.columnNames();
			return reader
				.getRows()
				.map((row) =>
					Object.fromEntries(names.map((name, index) => [name, row[index] == null ? null : String(row[index])])),
				);
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}
