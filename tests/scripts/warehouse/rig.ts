import { join } from 'node:path';
import { plainText } from '@/scripts/setup/plain-errors';
import { runWarehouse } from '@/scripts/warehouse/command';
import { compact } from '@/scripts/warehouse/compact';
import { openWarehouse, type Warehouse } from '@/scripts/warehouse/database';

/** Local day on which the tests read exports. */
export const TODAY = '2026-12-01';

/** A warehouse of everything in a folder; `rows.csv` is made beside it. */
export async function warehouseOf(inbox: string): Promise<Warehouse> {
	const rowsPath = join(inbox, '..', 'rows.csv');
	compact(inbox, rowsPath, TODAY);
	const warehouse = await openWarehouse();
	await warehouse.ingest(rowsPath);
	return warehouse;
}

/** What the command says with its arguments, and the line that it ends with where its user can mend something. */
export async function runCommand(
	...args: readonly string[]
): Promise<{ readonly said: readonly string[]; readonly fault: string | null }> {
	const said: string[] = [];
	try {
		await runWarehouse(args, (line) => said.push(line));
		return { said, fault: null };
	} catch (error) {
		return { said, fault: plainText(error) };
	}
}
