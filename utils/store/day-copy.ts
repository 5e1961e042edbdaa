import { browser } from '@/utils/browser/browser';
import { createItem } from '@/utils/browser/storage-item';
import { type CopiedDay, parseCopiedDay, parseCopiedDays } from '@/utils/core/schema/database-record';
import { AFTER_ALL_TEXTS, type Database } from './database';

/** Days of the history that are copied at most: a year. */
const MAX_DAYS = 366;
/** Of the 10 MB that `storage.local` holds, the settings need little: UTF-16 units of all days as JSON. */
const MAX_COPY_LENGTH = 4_000_000;

const copiedDays = createItem('copiedDays', parseCopiedDays);
const COPY_PREFIX = 'copy-';
const copyOf = (day: string) => createItem(COPY_PREFIX + day, parseCopiedDay);

/** Copies these days, or all, into `storage.local`, which the browser keeps in files of its own. */
export async function copyDays(
	database: Database,
	wanted: readonly string[] | 'all',
	underWay: ReadonlySet<string>,
): Promise<void> {
	const before = await copiedDays.read();
	const lengths = new Map(before.map(({ day, length }) => [day, length]));
	const days = wanted === 'all' ? [...new Set([...(await storedDays(database)), ...lengths.keys()])] : [...wanted];
	for (const day of days.sort().slice(-MAX_DAYS - lengths.size)) {
		const copied = await readDay(database, day, underWay);
		if (copied) lengths.set(day, await writeCopy(copied));
		else if (lengths.delete(day)) await copyOf(day).remove();
	}
	const newest = [...lengths].sort(([a], [b]) => (a < b ? 1 : -1));
	let room = MAX_COPY_LENGTH;
	const fitting = newest.filter(([, length], index) => {
		room -= length;
		return index < MAX_DAYS && room >= 0;
	});
	for (const [day] of newest.slice(fitting.length)) await copyOf(day).remove();
	const after = fitting.reverse().map(([day, length]) => ({ day, length }));
	if (JSON.stringify(after) !== JSON.stringify(before)) await copiedDays.write(after);
}

/** Whether any day is copied. */
export const hasCopy = async () => (await copiedDays.read()).length > 0;

/** The copied days, oldest first; what is damaged is left out. */
export async function readCopies(): Promise<CopiedDay[]> {
	const days = await copiedDays.read();
	const copies = await Promise.all(days.map(({ day }) => copyOf(day).read()));
	return copies.filter((copy) => copy !== null);
}

/** Deletes all copies, also those that an interrupted background has not listed. */
export async function discardCopies(): Promise<void> {
	const keys = Object.keys(await browser.storage.local.get(null));
	await browser.storage.local.remove(keys.filter((key) => key.startsWith(COPY_PREFIX)));
	await copiedDays.remove();
}

/** The newest days with figures. */
async function storedDays(database: Database): Promise<string[]> {
	const days: string[] = [];
	const store = database.transaction('days').store;
	let cursor = await store.openKeyCursor(null, 'prev');
	while (cursor && days.length < MAX_DAYS) {
		const [day] = cursor.key;
		days.push(day);
		cursor = await store.openKeyCursor(IDBKeyRange.upperBound([day], true), 'prev');
	}
	return days;
}

/** A day as it is stored; null where it has no figures. */
async function readDay(database: Database, day: string, underWay: ReadonlySet<string>): Promise<CopiedDay | null> {
	const transaction = database.transaction(['days', 'visits', 'courses']);
	const [totals, visits] = await Promise.all([
		transaction.objectStore('days').getAll(IDBKeyRange.bound([day], [day, AFTER_ALL_TEXTS])),
		Promise.all([...underWay].map((id) => transaction.objectStore('visits').get(id))),
	]);
	if (totals.length === 0) return null;
	const keys = new Map(
		totals.map(({ host, courseKey }) => [JSON.stringify([host, courseKey]), [host, courseKey] as const]),
	);
	const courses = await Promise.all(
		[...keys.values()].map(([host, courseKey]) => transaction.objectStore('courses').get([host, courseKey])),
	);
	return {
		record: {
			day,
			totals,
			visits: visits.filter((visit) => visit?.day === day).map((visit) => visit as NonNullable<typeof visit>),
		},
		courses: courses.filter((course) => course !== undefined),
	};
}

/** Writes a copy where it differs from the one that is there; returns its length. */
async function writeCopy(copied: CopiedDay): Promise<number> {
	const copy = copyOf(copied.record.day);
	const text = JSON.stringify(copied);
	if (JSON.stringify(await copy.read()) !== text) await copy.write(copied);
	return text.length;
}
