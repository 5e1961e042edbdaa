import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { DayRecord } from '@/utils/core/schema/backup-file';
import type { Course, Visit } from '@/utils/core/schema/visit';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { type Database, openDatabase } from '@/utils/store/database';
import { saveVisit } from '@/utils/store/visits';

/** Opens the database of a browser that has none yet. */
export function openFresh(): Promise<Database> {
	globalThis.indexedDB = new IDBFactory();
	return openDatabase();
}

/** Saves visits one after another, with the name of their course. */
export async function saveAll(
	database: Database,
	visits: readonly Visit[],
	label: string | null = null,
): Promise<void> {
	for (const each of visits) await saveVisit(database, each, label);
}

/** All that a backup would hold. */
export async function contentsOf(database: Database) {
	const days: DayRecord[] = [];
	for (let after = ''; ; after = days.at(-1)?.day ?? '') {
		const batch = await readDayRecords(database, after);
		if (batch.length === 0) break;
		days.push(...batch);
	}
	return { days, courses: (await readBackupHead(database)).courses as Course[] };
}
