import { beforeEach, describe, expect, it } from 'vitest';
import { auditRoutes } from '@/utils/background/routes/audit-routes';
import { listAudits } from '@/utils/store/audits';
import { AuditRig, COURSE } from './audit-rig';

let rig: AuditRig;
let routes: ReturnType<typeof auditRoutes>;

beforeEach(() => {
	rig = new AuditRig();
	routes = auditRoutes({ database: rig.database, tracker: rig.tracker, audits: rig.audits } as never);
});

/** Starts an audit and walks through one page. */
async function record(): Promise<string> {
	const audit = await routes['audit/start']({ ...COURSE, name: 'Before' });
	rig.inspect(rig.open());
	return audit?.id ?? '';
}

const stored = async () => listAudits(await rig.database.open());

describe('what a page of ours requests of audits', () => {
	it('answers the pages of one that runs as they are now, after a number', async () => {
		const id = await record();
		expect(routes['audit/state']()).toMatchObject({ isAllowed: true, running: { id } });
		expect(JSON.parse(await routes['audit/pages']({ id, after: 0 }))).toMatchObject([{ number: 1 }]);
		expect(await routes['audit/pages']({ id, after: 1 })).toBe('[]');
		expect(await routes['audit/pages']({ id: 'another', after: 0 })).toBe('[]');
	});

	it('renames one, also while it runs', async () => {
		const id = await record();
		await routes['audit/rename']({ id, name: 'Version 1' });
		expect(rig.audits.running?.name).toBe('Version 1');
		await routes['audit/stop']();
		await routes['audit/rename']({ id, name: 'Version 2' });
		expect((await routes['audit/list']()).map(({ name, endedAtMs }) => [name, endedAtMs !== null])).toEqual([
			['Version 2', true],
		]);
	});

	it('deletes one with its pages, and ends it if it runs', async () => {
		const id = await record();
		await rig.tracker.flush();
		await routes['audit/delete']({ id });
		expect(rig.audits.running).toBeNull();
		expect(await stored()).toEqual([]);
		expect(await (await rig.database.open()).count('auditPages')).toBe(0);
	});
});
