import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { AUDIT, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { addAudit, listAudits, readAuditPages } from '@/utils/store/audits';
import { openDatabase, SCHEMA_VERSION } from '@/utils/store/database';
import { readLastDays } from '@/utils/store/hosts';
import { saveVisit } from '@/utils/store/visits';
import { visit as someVisit } from './visit';

/** The media fields of version 1. */
const OLD_MEDIA = { videoMs: 60_000, audioMs: 0, hiddenMs: 4_000, oversizedMs: 0, videoMsByHeight: { 480: 60_000 } };

/** Creates a database of an earlier version, with one visit and its day. */
async function openOld(name: string, version = 1): Promise<void> {
	const old = await openDB(name, version, {
		upgrade(database) {
			database.createObjectStore('visits', { keyPath: 'id' }).createIndex('day', 'day');
			const days = database.createObjectStore('days', { keyPath: ['day', 'host', 'courseKey', 'activity'] });
			if (version === 3) days.createIndex('host', 'host');
			database.createObjectStore('courses', { keyPath: ['host', 'courseKey'] });
		},
	});
	const visit = version === 1 ? { ...someVisit(), media: OLD_MEDIA } : someVisit();
	const { id: _, startedAtMs: __, ...context } = visit;
	await old.put('visits', visit);
	await old.put('days', { ...context, visitCount: 1 });
	old.close();
}

describe('a database of version 1', () => {
	it('is upgraded to the current version, with its new media fields empty', async () => {
		await openOld('from 1');
		const database = await openDatabase('from 1');
		expect(database.version).toBe(SCHEMA_VERSION);
		const media = { ...NO_MEDIA, ...OLD_MEDIA };
		expect(media.detailedMs).toBe(0);
		expect((await database.getAll('visits')).map((visit) => visit.media)).toEqual([media]);
		expect((await database.getAll('days')).map((day) => day.media)).toEqual([media]);
		database.close();
	});

	it('accepts later reports of a stored visit', async () => {
		await openOld('goes on');
		const database = await openDatabase('goes on');
		const visit = someVisit();
		const media = { ...visit.media, detailedMs: 30_000, msByPlayer: { native: 30_000 } };
		await saveVisit(database, { ...visit, media }, null);
		expect((await database.getAll('days')).map((day) => [day.visitCount, day.media])).toEqual([[1, media]]);
		database.close();
	});
});

describe.each([1, 2, 3])('a database of version %i', (version) => {
	it('finds the last day of a host', async () => {
		const name = `last day from ${version}`;
		await openOld(name, version);
		const database = await openDatabase(name);
		expect(database.version).toBe(SCHEMA_VERSION);
		const { host, day } = someVisit();
		expect([...(await readLastDays(database, [host]))]).toEqual([[host, day]]);
		database.close();
	});

	it('keeps its figures and has room for audits', async () => {
		const name = `audits from ${version}`;
		await openOld(name, version);
		const database = await openDatabase(name);
		expect((await database.getAll('visits')).map(({ id }) => id)).toEqual([someVisit().id]);
		expect(await listAudits(database)).toEqual([]);
		await addAudit(database, AUDIT);
		await database.put('auditPages', PAGE);
		expect(await listAudits(database)).toEqual([AUDIT]);
		expect(await readAuditPages(database, AUDIT.id, 0)).toEqual([PAGE]);
		database.close();
	});
});
