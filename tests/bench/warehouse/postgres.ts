import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Query, quoted, type ResultRow, warehouseSql } from '@/scripts/warehouse/database';

/** Where Debian puts PostgreSQL, by version. */
const HOME = '/usr/lib/postgresql';
const EVERYONE = 0o777;

/** An engine whose figures are compared with DuckDB's. */
export interface OtherEngine {
	/** Makes the tables and loads a `rows.csv`. */
	ingest(rowsPath: string): void;
	read(query: Query): readonly ResultRow[];
	close(): void;
}

/** The folder of PostgreSQL's programs; null where it is not installed. */
function programs(): string | null {
	const version = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a))[0] : undefined;
	return version === undefined ? null : join(HOME, version, 'bin');
}

/**
 * Starts a PostgreSQL in a temporary folder, reached through a socket in it; nothing listens on the network. Null where it is not installed.
 */
export function startPostgres(): OtherEngine | null {
	const bin = programs();
	if (bin === null) return null;
	// The server refuses to run as root, and its user must reach the folder.
	const folder = mkdtempSync('/tmp/sobrio-postgres-');
	chmodSync(folder, EVERYONE);
	const asServer = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
	const run = (program: string, ...args: readonly string[]) => {
		const [command = '', ...rest] = [...asServer, join(bin, program), ...args];
		return execFileSync(command, rest, { encoding: 'utf8', cwd: folder, maxBuffer: 2 ** 28 });
	};
	const data = join(folder, 'data');
	run('initdb', '-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C');
	const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
	run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
	const psql = (sql: string) => {
		const path = join(folder, 'statements.sql');
		writeFileSync(path, sql);
		return run('psql', '-h', folder, '-d', 'postgres', '-q', '--csv', '-v', 'ON_ERROR_STOP=1', '-f', path);
	};
	return {
		ingest(rowsPath) {
			psql(warehouseSql('schema', 'PostgreSQL'));
			psql(warehouseSql('ingest', 'PostgreSQL').replaceAll("'rows.csv'", quoted(rowsPath)));
		},
		read(query) {
			const [header = '', ...lines] = psql(warehouseSql(query, 'PostgreSQL')).trim().split('\n');
			const names = header.split(',');
			return lines.map((line) => {
				const cells = line.split(',');
				return Object.fromEntries(names.map((name, index) => [name, cells[index] || null]));
			});
		},
		close() {
			run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
