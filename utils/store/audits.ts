import { type PageLoad, placeLoad } from '@/utils/core/audit/place-load';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import { parseAudit, parseAuditPage } from '@/utils/core/schema/audit/audit';
import { AFTER_ALL_TEXTS, type Database } from './database';

/** A batch of pages ends with the page that brings it to so many files: some 600 kB. */
const FILES_A_BATCH = 2_000;
/** Pages that are asked for at once: in Firefox each step of a cursor is a message between processes, as is all of this. */
const PAGES_A_READING = 10;

/** All pages of an audit. */
const pagesOf = (id: string) => IDBKeyRange.bound([id], [id, AFTER_ALL_TEXTS]);

/** All audits, the newest first. */
export async function listAudits(database: Database): Promise<readonly Audit[]> {
	const audits = (await database.getAll('audits')).map(parseAudit).filter((audit) => audit !== null);
	return audits.sort((a, b) => b.startedAtMs - a.startedAtMs);
}

const fileCountOf = ({ first, again }: AuditPage) => (first?.files.length ?? 0) + (again?.files.length ?? 0);

/** The pages of an audit after a number, in order, a batch of them; none is left when there are none. */
export async function readAuditPages(database: Database, id: string, after: number): Promise<readonly AuditPage[]> {
	const { store } = database.transaction('auditPages');
	const pages: AuditPage[] = [];
	let fileCount = 0;
	let last = after;
	while (fileCount < FILES_A_BATCH) {
		const range = IDBKeyRange.bound([id, last], [id, AFTER_ALL_TEXTS], true);
		const values = await store.getAll(range, PAGES_A_READING);
		const read = values.map(parseAuditPage).filter((page) => page !== null);
		pages.push(...read);
		fileCount += read.reduce((sum, page) => sum + fileCountOf(page), 0);
		if (values.length < PAGES_A_READING) break;
		last = values.at(-1)?.number ?? last;
	}
	return pages;
}

/** Stores a new audit. */
export async function addAudit(database: Database, audit: Audit): Promise<void> {
	await database.put('audits', audit);
}

/** Changes an audit; does nothing where it is gone. Returns what is stored. */
export async function changeAudit(
	database: Database,
	id: string,
	change: (audit: Audit) => Audit,
): Promise<Audit | null> {
	const { store, done } = database.transaction('audits', 'readwrite');
	const audit = parseAudit(await store.get(id));
	const changed = audit && change(audit);
	if (changed) await store.put(changed);
	await done;
	return changed;
}

/**
 * Stores a load of a page in an audit that runs, in place of an earlier state of it. Returns false where there is no room for the page;
 * null where the audit has ended or is gone.
 */
export async function saveLoad(database: Database, id: string, loaded: PageLoad): Promise<boolean | null> {
	const transaction = database.transaction(['audits', 'auditPages'], 'readwrite');
	const audits = transaction.objectStore('audits');
	const pages = transaction.objectStore('auditPages');
	const [stored, found] = await Promise.all([audits.get(id), pages.index('page').get([id, loaded.path, loaded.code])]);
	const running = parseAudit(stored);
	if (!running || running.endedAtMs !== null) return null;
	const { audit, page } = placeLoad(running, parseAuditPage(found), loaded);
	if (page) await Promise.all([audits.put(audit), pages.put(page)]);
	await transaction.done;
	return page !== null;
}

/** Deletes the audits that a test picks, with their pages. Returns their ids. */
export async function deleteAudits(
	database: Database,
	isDeleted: (audit: Audit) => boolean,
): Promise<readonly string[]> {
	const transaction = database.transaction(['audits', 'auditPages'], 'readwrite');
	const deleted: string[] = [];
	for await (const cursor of transaction.objectStore('audits')) {
		const audit = parseAudit(cursor.value);
		// What cannot be read is of no use any more.
		if (audit && !isDeleted(audit)) continue;
		deleted.push(cursor.value.id);
		await transaction.objectStore('auditPages').delete(pagesOf(cursor.value.id));
		await cursor.delete();
	}
	await transaction.done;
	return deleted;
}
