import { expect, it } from 'vitest';
import { AuditRig } from './audit-rig';

it('each audit of a course has a name of its own', async () => {
	const rig = new AuditRig();
	const names: (string | undefined)[] = [];
	for (let time = 0; time < 3; time++) {
		names.push((await rig.start())?.name);
		await rig.audits.stop();
	}
	expect(names).toEqual(['Before', 'Before (2)', 'Before (3)']);
});
