import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AUDIT, FILE, LOAD, PAGE } from '@/tests/core/schema/audit/audit-sample';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import { readAuditPages } from '@/utils/store/audits';
import { type Database, openDatabase } from '@/utils/store/database';

const PAGE_COUNT = 45;
const FILES = Array.from({ length: 200 }, (_, index) => ({ ...FILE, path: `/file-${index}` }));
const NUMBERS = Array.from({ length: PAGE_COUNT }, (_, index) => index + 1);

let database: Database;

async function put(number: number, changed: object = {}): Promise<void> {
	const page: AuditPage = { ...PAGE, number, code: `p${number}`, ...changed };
	await database.put('auditPages', page);
}

beforeEach(async () => {
	database = await openDatabase(`audit-pages-${Math.random()}`);
});
afterEach(() => {
	vi.restoreAllMocks();
	database.close();
});

/** The numbers of the pages that each batch has. */
async function batches(): Promise<readonly (readonly number[])[]> {
	const found: number[][] = [];
	for (let after = 0; ; after = found.at(-1)?.at(-1) ?? after) {
		const pages = await readAuditPages(database, AUDIT.id, after);
		if (pages.length === 0) return found;
		found.push(pages.map(({ number }) => number));
	}
}

it('reads all pages of one audit in order, each once, some of them where they have many files', async () => {
	for (const number of NUMBERS) await put(number, { first: { ...LOAD, files: FILES } });
	await put(1, { auditId: 'audit-0000' });
	await put(1, { auditId: 'audit-0002' });
	const found = await batches();
	expect(found.flat()).toEqual(NUMBERS);
	expect(found.length).toBeGreaterThan(2);
});

it('leaves out what cannot be read, however many pages of it follow each other', async () => {
	for (const number of NUMBERS) await put(number, number > 5 && number < 40 ? { title: 12 } : {});
	expect((await batches()).flat()).toEqual([1, 2, 3, 4, 5, 40, 41, 42, 43, 44, 45]);
});

it('asks the database for several pages at once: each request is a message between processes', async () => {
	for (const number of NUMBERS) await put(number);
	const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
	const step = vi.spyOn(IDBCursor.prototype, 'continue');
	expect(await readAuditPages(database, AUDIT.id, 0)).toHaveLength(PAGE_COUNT);
	expect(getAll.mock.calls.length + step.mock.calls.length).toBeLessThan(PAGE_COUNT / 5);
});
