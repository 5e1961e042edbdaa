import { sampleAudits } from '@/scripts/screenshots/audits';
import { sampleHistory } from '@/scripts/screenshots/history';
import type { BrowserName, BrowserOptions, Driver } from '@/tests/e2e/drivers/driver';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { dayOf, weekOf } from '@/utils/core/units/day';
import { openWithExtension } from './open-with-extension';
import { databaseCreated } from './stored';

/** Records to put into the extension's store. */
export interface Records {
	readonly visits?: readonly Visit[];
	readonly days?: readonly DayTotal[];
	readonly courses?: readonly Course[];
	readonly audits?: readonly Audit[];
	readonly auditPages?: readonly AuditPage[];
}

/** Writes records of past days into the extension's own store, as the background would have. */
export async function seed(driver: Driver, records: Records): Promise<void> {
	await databaseCreated(driver);
	return driver.evaluateInBackground(putAll, records);
}

/** Opens a French browser whose extension has stored the sample courses of a week, by default the current one. */
export async function openWithHistory(
	browser: BrowserName,
	week = weekOf(dayOf(new Date())),
	more: Partial<BrowserOptions> = {},
): Promise<Driver> {
	const driver = await openWithExtension(browser, more);
	await seed(driver, { ...sampleHistory(week, dayOf(new Date())), ...sampleAudits(Date.now()) });
	return driver;
}

/** Runs in the background, so it stands alone. */
async function putAll(records: Records): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const names = Object.keys(records);
	const transaction = database.transaction(names, 'readwrite');
	for (const name of names) {
		for (const record of records[name as keyof Records] ?? []) transaction.objectStore(name).put(record);
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
}
