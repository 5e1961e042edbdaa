/** Measures the ingest of a `rows.csv` and the four queries, in a process of its own: its peak memory is theirs. Arguments: `rows.csv`, database. */
import { openWarehouse, QUERIES } from '@/scripts/warehouse/database';

const MS_A_SECOND = 1_000;
const US_A_SECOND = 1_000_000;
const KB_A_MB = 1_000;

function print(name: string, ...cells: readonly (string | number)[]): void {
	const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(9));
	console.log(`${name.padEnd(12)} ${texts.join(' ')}`);
}

/** Runs a task, and prints its time and the peak memory so far. */
async function timed(name: string, task: () => Promise<readonly unknown[] | undefined>): Promise<void> {
	const start = performance.now();
	const before = process.cpuUsage();
	const rows = await task();
	const { user, system } = process.cpuUsage(before);
	const { maxRSS } = process.resourceUsage();
	print(
		name,
		(performance.now() - start) / MS_A_SECOND,
		(user + system) / US_A_SECOND,
		maxRSS / KB_A_MB,
		rows === undefined ? '' : String(rows.length),
	);
}

const [rowsPath = '', databasePath = ''] = process.argv.slice(2);
print('step', 'wall s', 'CPU s', 'peak MB', 'rows');
const warehouse = await openWarehouse(databasePath);
await timed('ingest', async () => {
	await warehouse.ingest(rowsPath);
	return undefined;
});
for (const query of QUERIES) await timed(query, () => warehouse.read(query));
warehouse.close();
