import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { completeMedia } from '@/utils/core/visit/media';

/** Goes up by one with each change of shape, together with an upgrade step and a test from every earlier version. */
export const SCHEMA_VERSION = 4;

export interface SobrioSchema extends DBSchema {
	/** Visits of the last 90 days. */
	visits: { key: string; value: Visit; indexes: { day: string } };
	/** Day totals, never deleted by age, by day, host, course and activity kind. */
	days: {
		key: [day: string, host: string, courseKey: string, activity: string];
		value: DayTotal;
		indexes: { host: string };
	};
	/** The last known name of each course. */
	courses: { key: [host: string, courseKey: string]; value: Course };
	/** Audits of the last 90 days. Normal measuring writes nothing here. */
	audits: { key: string; value: Audit };
	/** Their pages. The index finds a page that was visited before. */
	auditPages: {
		key: [auditId: string, number: number];
		value: AuditPage;
		indexes: { page: [auditId: string, path: string, code: string] };
	};
}

export type Database = IDBPDatabase<SobrioSchema>;

/** Sorts after every text: arrays are greater than strings as IndexedDB keys. */
export const AFTER_ALL_TEXTS: [] = [];

/** What happens to a database. */
export interface DatabaseEvents {
	/** There was none under its name. */
	onCreated?(): void;
	/** The browser has closed the connection: site data were cleared, the disk failed, or a newer version opens the database. */
	onClosed?(): void;
}

/** Opens the database, made or upgraded where needed. Only the background calls this. */
export function openDatabase(name = 'sobrio', { onCreated, onClosed }: DatabaseEvents = {}): Promise<Database> {
	return openDB<SobrioSchema>(name, SCHEMA_VERSION, {
		async upgrade(database, oldVersion, _newVersion, transaction) {
			if (oldVersion < 1) {
				onCreated?.();
				database.createObjectStore('visits', { keyPath: 'id' }).createIndex('day', 'day');
				database.createObjectStore('days', { keyPath: ['day', 'host', 'courseKey', 'activity'] });
				database.createObjectStore('courses', { keyPath: ['host', 'courseKey'] });
			}
			if (oldVersion === 1) {
				// Version 2 has more fields of media: in what was stored before, none of them is known.
				const [visits, days] = [transaction.objectStore('visits'), transaction.objectStore('days')];
				for (const visit of await visits.getAll()) await visits.put({ ...visit, media: completeMedia(visit.media) });
				for (const total of await days.getAll()) await days.put({ ...total, media: completeMedia(total.media) });
			}
			// Version 3 finds the last day of a host without going through all days.
			if (oldVersion < 3) transaction.objectStore('days').createIndex('host', 'host');
			if (oldVersion < 4) {
				database.createObjectStore('audits', { keyPath: 'id' });
				const pages = database.createObjectStore('auditPages', { keyPath: ['auditId', 'number'] });
				pages.createIndex('page', ['auditId', 'path', 'code']);
			}
		},
		blocking(_currentVersion, _blockedVersion, event) {
			(event.target as IDBDatabase).close();
			onClosed?.();
		},
		terminated: () => onClosed?.(),
	});
}
