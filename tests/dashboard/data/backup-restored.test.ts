import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBackupModel } from '@/entrypoints/dashboard/data/backup-model';
import { undoRestoration } from '@/entrypoints/dashboard/data/restore-backup';
import { BackupRig } from '@/tests/dashboard/backup-rig';
import { visit } from '@/tests/store/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { adoptSecret, discardSecret, readStoredSecret } from '@/utils/settings/pseudonyms';
import { saveVisit } from '@/utils/store/visits';

const NOTHING_CHOSEN = { weekly: false, secret: false, hosts: [] };
const SECRET = 'ab'.repeat(32);
const site = (host: string) => ({ host, platform: 'moodle', sinceDay: '2026-11-23' });
const SETTINGS = {
	goal: { version: 2, value: { kind: 'video', weeklyAmount: 3 } },
	exportSecret: { version: 1, value: SECRET },
	weekly: { version: 1, value: { isOn: true, form: 'json', scope: 'personal', isSaved: true } },
	followedSites: { version: 1, value: ['moodle.example', '256.1', 'www.udemy.com'].map(site) },
};

let rig: BackupRig;

beforeEach(async () => {
	rig = await BackupRig.open();
});

/** A backup of another browser: two days, a course's name, and settings. */
async function otherFile(settings: object = SETTINGS): Promise<string> {
	await saveVisit(rig.database, visit({ id: 'b', day: '2026-11-24' }), 'Prévention');
	await saveVisit(rig.database, visit({ id: 'c', day: '2026-11-25' }), 'Prévention');
	const text = await (await rig.write()).text();
	await rig.eraseAll();
	return text.replace('"settings":{}', `"settings":${JSON.stringify(settings)}`);
}

const local = () => fakeBrowser.storage.local.get();

describe('a backup that is chosen', () => {
	it('is first shown as a list of what it would change, and changes nothing', async () => {
		const file = await otherFile();
		await saveVisit(rig.database, visit({ id: 'a', day: '2026-11-25' }), 'Ancien nom');
		const before = await (await rig.write()).text();
		const read = await rig.preview(file);
		expect(read).toMatchObject({
			ok: true,
			preview: {
				settings: { names: ['goal'], hasWeekly: true, hasSecret: true },
				hosts: ['moodle.example', 'www.udemy.com'],
				misnamed: ['256.1'],
			},
		});
		const history = read.ok ? read.preview.history : null;
		const { receivedBytes } = sumTraffic(visit().traffic);
		const { activeMs } = visit();
		expect(history).toMatchObject({
			added: { count: 1, firstDay: '2026-11-24', lastDay: '2026-11-24', receivedBytes, activeMs },
			replacedCount: 1,
			replaced: [
				{
					day: '2026-11-25',
					before: { receivedBytes, activeMs },
					after: { receivedBytes: 2 * receivedBytes, activeMs: 2 * activeMs },
				},
			],
			courseCount: 0,
		});
		expect(await (await rig.write()).text()).toBe(before);
		expect(await local()).toEqual({});
	});

	it('takes no secret, no automatic file and no site silently', async () => {
		const restored = await rig.restore(await otherFile(), NOTHING_CHOSEN);
		expect(restored.ok).toBe(true);
		expect(await local()).toEqual({ goal: SETTINGS.goal });
		expect(JSON.stringify(await (await rig.write()).text())).not.toContain(SECRET);
		expect(restored.ok && restored.undo.hosts).toEqual([]);
	});

	it('takes what the user ticked', async () => {
		const restored = await rig.restore(await otherFile(), { weekly: true, secret: true, hosts: ['moodle.example'] });
		expect(await local()).toMatchObject({ goal: SETTINGS.goal, weekly: SETTINGS.weekly });
		expect(await (await rig.write()).text()).toContain(SECRET);
		expect(restored.ok && restored.undo.hosts).toEqual(['moodle.example']);
	});

	it('is undone with one click, settings and secret included', async () => {
		const file = await otherFile();
		await saveVisit(rig.database, visit({ id: 'a', day: '2026-11-25' }), 'Ancien nom');
		const before = await (await rig.write()).text();
		const unfollowed = vi.fn();
		const { background } = rig;
		rig.background = (message) => {
			if (message.type === 'site/unfollow') unfollowed(message.request);
			return background(message);
		};
		const restored = await rig.restore(file, { weekly: true, secret: true, hosts: ['moodle.example'] });
		expect(await (await rig.write()).text()).not.toBe(before);
		expect(restored.ok && (await undoRestoration(restored.undo))).toBe(true);
		expect(await (await rig.write()).text()).toBe(before);
		expect(unfollowed.mock.calls).toEqual([[{ host: 'moodle.example' }]]);
	});

	it('does not undo a setting that the user has changed since', async () => {
		const restored = await rig.restore(await otherFile(), NOTHING_CHOSEN);
		const goal = { version: 2, value: { kind: 'data', weeklyAmount: 9 } };
		await fakeBrowser.storage.local.set({ goal });
		expect(restored.ok && (await undoRestoration(restored.undo))).toBe(true);
		expect(await local()).toEqual({ goal });
	});

	it('does not bring back a secret that the user has erased since', async () => {
		const file = await otherFile();
		await adoptSecret('b'.repeat(64));
		const restored = await rig.restore(file, { ...NOTHING_CHOSEN, secret: true });
		await discardSecret();
		expect(restored.ok && (await undoRestoration(restored.undo))).toBe(true);
		expect(await readStoredSecret()).toBeNull();
	});

	it.each<[string, object]>([
		['of another shape', { goal: { version: 1, value: { kind: 'data', weeklyAmount: -5 } } }],
		['without a shape', { goal: 5, notices: null, language: 'fr', profile: [], weekly: '', followedSites: 7 }],
		['that is as at install', { notices: { version: 1, value: { hasBadge: false, hasNudge: false } } }],
		['of an unknown name', { lrs: { version: 1, value: { endpoint: 'https://a.example' } } }],
		['of ten megabytes', { dismissedTips: { version: 1, value: { 'hidden-video': 'x'.repeat(10_000_000) } } }],
	])('leaves out a setting %s', async (_, settings) => {
		const file = await otherFile(settings);
		expect(await rig.preview(file)).toMatchObject({ preview: { settings: { names: [] }, hosts: [] } });
		await rig.restore(file, { weekly: true, secret: true, hosts: [] });
		expect(JSON.stringify(await local()).length).toBeLessThan(100_000);
	});

	it('has a setting of ten thousand hosts bounded', async () => {
		const names = Array.from({ length: 10_000 }, (_, index) => `host${index}.example`);
		const value = { hosts: Object.fromEntries(names.map((name) => [name, true])) };
		await rig.restore(await otherFile({ soberMode: { version: 1, value } }), NOTHING_CHOSEN);
		expect(JSON.stringify(await local()).length).toBeLessThan(100_000);
	});

	it('changes nothing at all when the browser cannot store its settings', async () => {
		const file = await otherFile();
		const before = await (await rig.write()).text();
		const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
		expect(await rig.restore(file, NOTHING_CHOSEN)).toEqual({ ok: false, error: { code: 'store' } });
		set.mockRestore();
		expect(await (await rig.write()).text()).toBe(before);
	});
});

describe('the model of the backup card', () => {
	const openModel = () => createBackupModel({ now: () => new Date(2026, 10, 26), saveFile: () => {} });

	it('asks for access to the ticked hosts in the click, and follows none that is refused', async () => {
		const file = new Blob([await otherFile()]);
		const request = vi.fn(async () => false);
		Object.assign(fakeBrowser.permissions, { request });
		const model = openModel();
		await model.choose(file);
		expect(model.state.value.step).toBe('preview');
		const restored = model.restore({ ...NOTHING_CHOSEN, hosts: ['moodle.example'] });
		expect(request).toHaveBeenCalledWith({ origins: ['*://moodle.example/*'] });
		await restored;
		expect(model.state.value).toMatchObject({ step: 'restored', canUndo: true });
		await model.undo();
		expect(model.state.value).toEqual({ step: 'undone' });
		expect(await rig.database.count('days')).toBe(0);
	});

	it('never stays at reading: a file that breaks off is refused', async () => {
		const broken = new Blob(['{']);
		const stream = () =>
			new ReadableStream<Uint8Array<ArrayBuffer>>({ start: (controller) => controller.error(new Error('gone')) });
		Object.assign(broken, { stream });
		const model = openModel();
		await model.choose(broken);
		expect(model.state.value).toMatchObject({ step: 'refused' });
	});

	it('says at once that a file is too large', async () => {
		const huge = Object.defineProperty(new Blob(['{']), 'size', { value: 600_000_000 });
		const asked = vi.fn();
		rig.background = async (message) => {
			asked(message.type);
			return { ok: true, value: null };
		};
		const model = openModel();
		await model.choose(huge);
		expect(model.state.value).toEqual({ step: 'refused', error: { code: 'too-big' } });
		expect(asked).not.toHaveBeenCalled();
	});
});
