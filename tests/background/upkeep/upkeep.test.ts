import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AUDIT, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { visit } from '@/tests/store/visit';
import { runUpkeep, scheduleUpkeep, UPKEEP_ALARM } from '@/utils/background/upkeep/upkeep';
import { addAudit, listAudits } from '@/utils/store/audits';
import { type Database, openDatabase } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { saveVisit } from '@/utils/store/visits';

const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-11-23T12:00:00Z');
const NONE = new Set<string>();

let database: Database;

beforeEach(async () => {
	fakeBrowser.reset();
	database = await openDatabase();
	await eraseHistory(database);
	for (const day of ['2026-08-20', '2026-11-22', '2026-11-23']) {
		await saveVisit(database, visit({ id: `visit-${day}`, day }), null);
	}
});

/** Runs the upkeep so many days from today. */
const runAfter = (dayCount: number, underWay: ReadonlySet<string> = NONE) =>
	runUpkeep(database, new Date(TODAY + dayCount * DAY_MS), underWay);
const stored = async () => (await database.getAll('visits')).map(({ day }) => day).sort();

describe('the upkeep', () => {
	it('deletes the audits older than 90 days, with their pages', async () => {
		for (const [id, day] of [
			['old', '2026-08-20'],
			['new', '2026-11-22'],
		] as const) {
			await addAudit(database, { ...AUDIT, id, startedAtMs: Date.parse(`${day}T12:00:00Z`) });
			await database.put('auditPages', { ...PAGE, auditId: id });
		}
		await runAfter(0);
		expect(await listAudits(database)).toHaveLength(2);
		await runAfter(1);
		expect((await listAudits(database)).map(({ id }) => id)).toEqual(['new']);
		expect((await database.getAll('auditPages')).map(({ auditId }) => auditId)).toEqual(['new']);
	});

	it('deletes the visits older than 90 days, by the day of the upkeep before', async () => {
		await runAfter(0);
		expect(await stored()).toHaveLength(3);
		await runAfter(1);
		expect(await stored()).toEqual(['2026-11-22', '2026-11-23']);
		await runAfter(92);
		await runAfter(93);
		expect(await stored()).toEqual([]);
	});

	it('deletes nothing by a clock that is 100 days ahead for a while', async () => {
		await runAfter(-1);
		await runAfter(0);
		const before = await stored();
		for (const minute of [0, 1, 2]) await runAfter(100 + minute / 1_440);
		await runAfter(0.1);
		await runAfter(1);
		await runAfter(2);
		expect(await stored()).toEqual(before);
	});

	it('leaves the visits under way', async () => {
		await runAfter(0);
		await runAfter(1, new Set(['visit-2026-08-20']));
		expect(await stored()).toHaveLength(3);
	});

	it('is scheduled once, and anew when a wrong clock had put it far off', async () => {
		await scheduleUpkeep();
		const first = await fakeBrowser.alarms.get(UPKEEP_ALARM);
		await scheduleUpkeep();
		expect(await fakeBrowser.alarms.get(UPKEEP_ALARM)).toEqual(first);
		await fakeBrowser.alarms.create(UPKEEP_ALARM, { when: Date.now() + 101 * DAY_MS });
		await scheduleUpkeep();
		const next = (await fakeBrowser.alarms.get(UPKEEP_ALARM))?.scheduledTime ?? 0;
		expect(next).toBeLessThanOrEqual(Date.now() + DAY_MS);
	});
});
