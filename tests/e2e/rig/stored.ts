import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';

/** A page sends its final report when it is left, and the background writes within a second: what is stored is complete after this. */
export const STORED_MS = 1_500;

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	alarms: { create(name: string, info: object): Promise<void> };
	storage: { local: Area };
};

/** Everything that the extension stores, in its stored form. */
export interface Stored {
	/** The object stores of IndexedDB. */
	readonly visits: readonly Visit[];
	readonly days: readonly DayTotal[];
	readonly courses: readonly Course[];
	/** `storage.local`, on disk, without what comes at a time of its own: the copy of the days, the mark of visits that have just changed, the upkeep. */
	readonly local: Readonly<Record<string, unknown>>;
	/** What `storage.local` holds of the copy of the days, which is made some seconds after the figures. */
	readonly copy: Readonly<Record<string, unknown>>;
	/** When the daily upkeep has run: a minute after the install, and so in the middle of a slow test; null before. */
	readonly upkeep: unknown;
	/** `storage.session`, in memory. */
	readonly session: Readonly<Record<string, unknown>>;
	/** Names of all databases of the extension's origin. */
	readonly databases: readonly string[];
}

/** Reads everything that the extension stores, without its own code. */
export async function readStored(driver: Driver): Promise<Stored> {
	await databaseCreated(driver);
	return driver.evaluateInBackground(readAll);
}

/** Waits until the extension has created its database: a test that opens it before would create an empty one. */
export async function databaseCreated(driver: Driver): Promise<void> {
	const isCreated = () =>
		driver.evaluateInBackground(async () => {
			const { database } = (await chrome.storage.local.get('database')) as {
				database?: { value: { isCreated: boolean } };
			};
			return database?.value.isCreated === true;
		});
	await until(isCreated, 'the database');
}

/** Waits until every visit has rested for a second: a browser that is closed sooner shows an unknown request in it. */
export async function visitsRest(driver: Driver): Promise<void> {
	const rest = () =>
		driver.evaluateInBackground(async () => !('changingVisits' in (await chrome.storage.local.get('changingVisits'))));
	await until(rest, 'visits without changes');
}

/** Waits until the figures of pages that were just left are stored, on a slow machine too. */
export async function figuresStored(driver: Driver): Promise<void> {
	await sleep(STORED_MS);
	await visitsRest(driver);
}

/** Waits until `storage.local` passes the `expect` in `check`: the page shows a choice before it is stored. */
export async function expectLocal(driver: Driver, check: (local: Stored['local']) => void): Promise<void> {
	await until(async () => {
		check((await readStored(driver)).local);
		return true;
	}, 'the store');
}

/** Runs the daily upkeep now, which stores when it ran: a minute after the install it would come into the middle of a slow test. */
export async function runUpkeep(driver: Driver): Promise<void> {
	await driver.evaluateInBackground(() => chrome.alarms.create('upkeep', { when: Date.now() }));
	const hasRun = () => driver.evaluateInBackground(async () => 'upkeep' in (await chrome.storage.local.get(null)));
	await until(hasRun, 'the upkeep');
}

/** Runs in the background, so it stands alone. */
async function readAll(): Promise<Stored> {
	const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area> } }).chrome;
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	// One transaction: the background may write between two, and days would differ from their visits.
	const transaction = database.transaction(['visits', 'days', 'courses']);
	const all = (name: string) =>
		new Promise<never[]>((resolve, reject) => {
			const request = transaction.objectStore(name).getAll();
			request.onsuccess = () => resolve(request.result as never[]);
			request.onerror = () => reject(request.error);
		});
	const [visits, days, courses] = await Promise.all([all('visits'), all('days'), all('courses')]);
	database.close();
	const local = Object.entries(await storage.local.get(null));
	const isCopy = (key: string) => key === 'copiedDays' || key.startsWith('copy-');
	return {
		visits,
		days,
		courses,
		local: Object.fromEntries(local.filter(([key]) => !isCopy(key) && key !== 'changingVisits' && key !== 'upkeep')),
		copy: Object.fromEntries(local.filter(([key]) => isCopy(key))),
		upkeep: local.find(([key]) => key === 'upkeep')?.[1] ?? null,
		session: await storage.session.get(null),
		databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
	};
}

interface Area {
	get(keys: string | null): Promise<Record<string, unknown>>;
}

/** `storage.session` while no visit is in progress: only when the background started. */
export const ONLY_SINCE = { since: expect.any(Number) };

/** What `storage.local` holds from the first start on: the name of the database in use, and that no platform is followed by itself. */
export const ONLY_AT_INSTALL = {
	database: { version: 1, value: { name: 'sobrio', isCreated: true, loss: null } },
	knownPlatforms: { version: 1, value: { isFollowed: false } },
};
