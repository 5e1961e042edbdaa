import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { visit } from '@/tests/store/visit';
import { eraseRoutes } from '@/utils/background/routes/erase-routes';
import { Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';
import { CopyKeeper } from '@/utils/background/upkeep/copy-keeper';
import { runUpkeep } from '@/utils/background/upkeep/upkeep';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { enqueue } from '@/utils/core/delivery/queue';
import { changeBucketQueue, saveBucket } from '@/utils/settings/bucket';
import { changeQueue, saveLrs } from '@/utils/settings/lrs';
import { readNotices, saveNotices } from '@/utils/settings/notices';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { saveVisit } from '@/utils/store/visits';

const LRS_ORIGIN = 'https://lrs.example/*';
const KNOWN = 'https://*.udemy.com/*';
const LRS = {
	endpoint: 'https://lrs.example/xapi',
	key: 'k',
	secret: 's',
	version: '1.0.3',
	scope: 'personal',
} as const;

let granted: string[];
let registered: { id: string }[];
let shown: Record<string, object>;
const setBadgeText = vi.fn(async () => {});

beforeEach(() => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	granted = [KNOWN, ALL_HOSTS, LRS_ORIGIN, '*://moodle.example/*'];
	registered = [];
	shown = { 'week:2026-W47': {} };
	setBadgeText.mockClear();
	vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({} as never);
	Object.assign(fakeBrowser.permissions, {
		contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((each) => granted.includes(each)),
		getAll: async () => ({ origins: granted }),
		remove: async ({ origins = [] }: { origins?: string[] }) => {
			granted = granted.filter((each) => !origins.includes(each));
			return true;
		},
	});
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		registerContentScripts: async (scripts: { id: string }[]) => void registered.push(...scripts),
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
	});
	Object.assign(fakeBrowser.notifications, {
		getAll: async () => shown,
		clear: async (id: string) => delete shown[id],
	});
	const draw = async () => {};
	Object.assign(fakeBrowser.action, {
		setBadgeText,
		setTitle: draw,
		setBadgeTextColor: draw,
		setBadgeBackgroundColor: draw,
	});
	Object.assign(fakeBrowser.i18n, { getMessage: () => '' });
	Object.assign(fakeBrowser, { declarativeNetRequest: { updateSessionRules: draw } });
	Object.assign(fakeBrowser.tabs, { query: async () => [] });
});

describe('"Erase everything"', () => {
	it('gives back what was granted, registered, scheduled, shown and stored since the install', async () => {
		const database = new DatabaseKeeper();
		await saveVisit(await database.open(), visit(), 'Prévention');
		Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} });
		const copy = new CopyKeeper(database, () => new Set());
		await copy.renew();
		expect(await fakeBrowser.storage.local.get('copiedDays')).not.toEqual({});
		(await openDB('sobrio-7')).close();
		const sites = new Sites();
		await sites.follow({ host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' });
		const sober = new Sober(sites);
		await saveLrs({ ...LRS, isWeekly: true });
		for (const change of [changeQueue, changeBucketQueue]) await change((queue) => enqueue(queue, '2026-W48', 5));
		await fakeBrowser.alarms.create('lrs', { delayInMinutes: 60 });
		await saveBucket({ folder: 'https://bucket.example/in?sig=1', user: '', password: '', isWeekly: true });
		await fakeBrowser.alarms.create('bucket', { delayInMinutes: 60 });
		await fakeBrowser.alarms.create('upkeep', { delayInMinutes: 60 });
		await runUpkeep(await database.open(), new Date(), new Set());
		await saveNotices({ hasBadge: true, hasNudge: true });
		await fakeBrowser.storage.session.set({ since: 5, 'course-file:7': {}, 'visit:a': {}, 'save-data': true });
		expect(registered.map(({ id }) => id)).toContain('everywhere');
		const tracker = { discard: vi.fn(async () => {}) };
		const badge = { redraw: vi.fn(async () => {}) };
		const audits = { erased: vi.fn(async () => {}) };

		const erasing = { copy, database, sites, sober, tracker, badge, audits } as never;
		expect(await eraseRoutes(erasing)['erase/all']()).toEqual([]);

		expect(granted).toEqual([]);
		expect(registered).toEqual([]);
		expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['upkeep']);
		expect(shown).toEqual({});
		expect(setBadgeText).toHaveBeenCalledWith({ text: '' });
		expect(badge.redraw).toHaveBeenCalled();
		expect(await readNotices()).toEqual({ hasBadge: false, hasNudge: false });
		expect(await fakeBrowser.storage.session.get()).toEqual({ since: 5 });
		expect(await fakeBrowser.storage.local.get()).toEqual({
			followedSites: { version: 1, value: [] },
			knownPlatforms: { version: 1, value: { isFollowed: false } },
			database: { version: 1, value: { name: 'sobrio', isCreated: true, loss: null } },
		});
		expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['sobrio']);
		expect(tracker.discard).toHaveBeenCalledWith(null);
		expect(await (await database.open()).count('visits')).toBe(0);
	});

	it('goes on after a step that fails, and names what it was to erase', async () => {
		const database = new DatabaseKeeper();
		await saveVisit(await database.open(), visit(), 'Prévention');
		const sites = new Sites();
		await sites.follow({ host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' });
		const fail = vi.fn(async () => {
			throw new Error('QuotaExceededError');
		});
		const [tracker, badge, audits] = [{ discard: fail }, { redraw: async () => {} }, { erased: async () => {} }];
		const [sober, copy] = [{ reset: fail }, new CopyKeeper(database, () => new Set())];

		const erasing = { copy, database, sites, sober, tracker, badge, audits } as never;
		const failed = await eraseRoutes(erasing)['erase/all']();

		expect(failed).toEqual(['settings', 'figures']);
		expect(sites.hosts()).toEqual([]);
		expect(await (await database.open()).count('visits')).toBe(0);
	});
});
