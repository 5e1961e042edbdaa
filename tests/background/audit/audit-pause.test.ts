import { beforeEach, expect, it } from 'vitest';
import { AuditRig, PAGE_5 } from './audit-rig';

let rig: AuditRig;

beforeEach(() => {
	rig = new AuditRig();
});

it('an audit outlives a pause, also one with a restart in it, and goes on after it', async () => {
	await rig.start();
	rig.isPaused = true;
	await rig.audits.endIfOver(Date.now());
	await rig.restart();
	expect(rig.audits.running?.name).toBe('Before');
	rig.isPaused = false;
	rig.inspect(rig.open(PAGE_5));
	expect((await rig.stored()).pages.length).toBe(1);
});

it('none starts in a pause', async () => {
	rig.isPaused = true;
	expect(await rig.start()).toBeNull();
});

it('an audit ends where its site is not followed any more, paused or not', async () => {
	await rig.start();
	rig.isPaused = true;
	rig.isFollowed = false;
	await rig.audits.endIfOver(Date.now());
	expect(rig.audits.running).toBeNull();
});
