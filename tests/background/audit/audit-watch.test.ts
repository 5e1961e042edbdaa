import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { INSPECTION } from '@/tests/core/schema/audit/audit-sample';
import { AuditWatch } from '@/utils/background/audit/audit-watch';
import { AuditRig, HOST, PAGE_5 } from './audit-rig';

const TAB = 1;
const AT_MS = 1_000_000;

let rig: AuditRig;
let watch: AuditWatch;
let frames: readonly { readonly result: unknown }[];
const executeScript = vi.fn(async () => frames);

beforeEach(() => {
	rig = new AuditRig();
	watch = new AuditWatch(rig.tracker, (course) => rig.audits.keeps(course));
	frames = [{ result: { ...INSPECTION, host: HOST } }];
	executeScript.mockClear();
	Object.assign(fakeBrowser.scripting, { executeScript });
});

afterEach(() => void vi.useRealTimers());

/** Inspects the visit of the tab, and waits for the effects. */
async function inspect(visitId: string, nowMs = AT_MS): Promise<void> {
	watch.inspectIfDue(TAB, visitId, nowMs);
	await new Promise((resolve) => setTimeout(resolve));
}

const documentsOf = (visitId: string) => Object.keys(rig.tracker.registry.find(visitId)?.trace?.documents ?? {});

describe('the pages of an audited course', () => {
	it('are inspected in each frame, at most every two seconds', async () => {
		await rig.start();
		const id = rig.open();
		await inspect(id);
		expect(executeScript).toHaveBeenCalledWith({ target: { tabId: TAB, allFrames: true }, files: ['/audit.js'] });
		expect(documentsOf(id)).toEqual([INSPECTION.frameId]);
		await inspect(id, AT_MS + 1_900);
		expect(executeScript).toHaveBeenCalledTimes(1);
		await inspect(id, AT_MS + 2_000);
		expect(executeScript).toHaveBeenCalledTimes(2);
	});

	it('are inspected a second after they began', async () => {
		await rig.start();
		const id = rig.open();
		vi.useFakeTimers();
		watch.begin(TAB, id);
		await vi.advanceTimersByTimeAsync(999);
		expect(executeScript).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(executeScript).toHaveBeenCalledTimes(1);
	});

	it('take nothing of what is no inspection', async () => {
		await rig.start();
		const id = rig.open();
		frames = [{ result: null }, { result: { ...INSPECTION, title: 'x'.repeat(999) } }];
		await inspect(id);
		expect(documentsOf(id)).toEqual([]);
	});

	it('are not inspected while no audit runs, and not where they show people', async () => {
		await inspect(rig.open());
		await rig.start();
		await inspect(rig.open(`https://${HOST}/user/view.php?id=5&course=7`));
		expect(executeScript).not.toHaveBeenCalled();
	});

	it('of another course lose the names that were noted before their course was known', async () => {
		await rig.start();
		const id = rig.open(PAGE_5, 4_000, '8');
		expect(rig.tracker.registry.find(id)?.trace).toBeDefined();
		await inspect(id);
		expect(rig.tracker.registry.find(id)?.trace).toBeUndefined();
		expect(executeScript).not.toHaveBeenCalled();
	});
});
