import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AUDIT, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { addAudit, listAudits } from '@/utils/store/audits';
import { type Database, openDatabase } from '@/utils/store/database';
import { readHistory } from '@/utils/store/history';
import { eraseHost, readLastDays } from '@/utils/store/hosts';
import { saveVisit } from '@/utils/store/visits';
import { visit } from './visit';

const MOODLE = 'moodle.example';
const SCHOOL = 'ecole.example';

let database: Database;

beforeEach(async () => {
	database = await openDatabase(`hosts-${Math.random()}`);
	await saveVisit(database, visit({ id: 'a', host: MOODLE, day: '2026-11-20' }), 'Sécurité');
	await saveVisit(database, visit({ id: 'b', host: SCHOOL, day: '2026-11-21' }), 'Excel');
	await saveVisit(database, visit({ id: 'c', host: MOODLE, day: '2026-11-23' }), 'Sécurité');
	for (const [id, host] of [
		['ours', MOODLE],
		['theirs', SCHOOL],
	] as const) {
		await addAudit(database, { ...AUDIT, id, host });
		await database.put('auditPages', { ...PAGE, auditId: id });
	}
});
afterEach(() => database.close());

it('erasing a host removes its visits, days, course names and audits, and leaves other hosts unchanged', async () => {
	await eraseHost(database, MOODLE);
	const { days, courses } = await readHistory(database, '2000-01-01', '2999-12-31');
	expect(days.map(({ host, visitCount }) => [host, visitCount])).toEqual([[SCHOOL, 1]]);
	expect(courses.map(({ label }) => label)).toEqual(['Excel']);
	expect(await database.getAllKeys('visits')).toEqual(['b']);
	expect(await database.count('courses')).toBe(1);
	expect((await listAudits(database)).map(({ id }) => id)).toEqual(['theirs']);
	expect((await database.getAll('auditPages')).map(({ auditId }) => auditId)).toEqual(['theirs']);
});

it('erasing a host without records changes nothing', async () => {
	await eraseHost(database, 'autre.example');
	expect(await database.count('visits')).toBe(3);
});

it('reads the last day of each host, and leaves out a host that was never visited', async () => {
	const lastDays = await readLastDays(database, [MOODLE, SCHOOL, 'autre.example']);
	expect([...lastDays].sort()).toEqual([
		[SCHOOL, '2026-11-21'],
		[MOODLE, '2026-11-23'],
	]);
	expect((await readLastDays(database, [])).size).toBe(0);
});
