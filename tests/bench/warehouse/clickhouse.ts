import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { quoted, type ResultRow, warehouseSql } from '@/scripts/warehouse/database';
import type { OtherEngine } from './postgres';

/** What is used of the npm package `chdb`: ClickHouse within this process. */
interface Chdb {
	readonly Session: new () => { query(sql: string, format?: string): string; cleanup(): void };
}

/** With these, numbers are texts with all their digits. */
const ALL_DIGITS = 'SET output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1';

/** Opens the ClickHouse of a folder in which `npm install chdb` was run. Throws where it was not. */
export function openClickHouse(folder: string): OtherEngine {
	const { Session } = createRequire(resolve(folder, 'package.json'))('chdb') as Chdb;
	const session = new Session();
	return {
		ingest(rowsPath) {
			session.query(warehouseSql('schema', 'ClickHouse'));
			session.query(warehouseSql('ingest', 'ClickHouse').replaceAll("'rows.csv'", quoted(rowsPath)));
			session.query(ALL_DIGITS);
		},
		read: (query) =>
			session
				.query(warehouseSql(query, 'ClickHouse'), 'JSONEachRow')
				.trim()
				.split('\n')
				.map((line) => textsOf(JSON.parse(line))),
		close: () => session.cleanup(),
	};
}

function textsOf(row: Readonly<Record<string, string | number | null>>): ResultRow {
	return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? null : String(cell)]));
}
