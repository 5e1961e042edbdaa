import { join } from 'node:path';
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
