import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useFakeScripts } from '@/tests/background/sites/fake-scripts';
import { siteRoutes } from '@/utils/background/routes/site-routes';
import { Sites } from '@/utils/background/sites/sites';
import { DatabaseKeeper } from '@/utils/store/database-keeper';

beforeEach(() => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	useFakeScripts();
});

it('a policy that was loaded this moment is in the list of sites', async () => {
	const sites = new Sites();
	await sites.restore();
	await fakeBrowser.storage.managed.set({ followedHosts: ['moodle.example'] });
	const routes = siteRoutes({ sites, database: new DatabaseKeeper() } as never);
	const listed = { host: 'moodle.example', platform: 'site', sinceDay: null, isManaged: true, lastDay: null };
	expect(await routes['site/list']()).toEqual([listed]);
});
