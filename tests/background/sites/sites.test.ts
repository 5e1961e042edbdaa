import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sites } from '@/utils/background/sites/sites';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { hostPattern } from '@/utils/core/platforms/match-pattern';

interface Registration {
	readonly id: string;
	readonly js: string[];
	readonly matches: string[];
	readonly world?: string;
}

const MOODLE = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' };
const SCHOOL = { host: 'ecole.example', platform: 'site', sinceDay: '2026-11-23' };

/** Patterns that the fake browser accepts: not those of numbers that are no address. */
const VALID = /^\*:\/\/(?:\*|(?![\d.]+\/)[\w.-]+|127\.0\.0\.1)\/\*$/;

let registered: Registration[];
let granted: string[];
let sites: Sites;

beforeEach(() => {
	fakeBrowser.reset();
	registered = [];
	granted = [];
	fakeBrowser.permissions.contains = (async ({ origins }: { origins: string[] }) =>
		origins.every((origin) => granted.includes(origin))) as never;
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
		// Like the browsers, refuses an id that is already registered, and all scripts of a call for one pattern of no host.
		registerContentScripts: async (scripts: Registration[]) => {
			if (scripts.some(({ id }) => registered.some((other) => other.id === id))) throw new Error('Duplicate script ID');
			if (scripts.some(({ matches }) => matches.some((pattern) => !VALID.test(pattern))))
				throw new Error('Invalid match');
			registered.push(...scripts);
		},
		executeScript: async () => {
			throw new Error('No tab with id: 4');
		},
	});
	sites = new Sites();
});

const isPageWorld = ({ id }: Registration) => id.startsWith('page-world');
const matches = () => registered.filter((each) => !isPageWorld(each)).flatMap((each) => each.matches);
const hooked = () => registered.filter(isPageWorld).flatMap((each) => each.matches);

describe('followed sites', () => {
	it('are those that the user follows, and none at install', async () => {
		expect(sites.isFollowed('moodle.example')).toBe(false);
		expect(sites.isFollowed('cfa.moodlecloud.com')).toBe(false);
		await sites.follow(MOODLE);
		expect(sites.isFollowed('moodle.example')).toBe(true);
		expect(sites.isFollowed('evil-moodle.example')).toBe(false);
		await sites.unfollow('moodle.example');
		expect(sites.isFollowed('moodle.example')).toBe(false);
	});

	it('have the observer on their pages, on any port, and only there', async () => {
		await sites.follow(MOODLE);
		await sites.follow(SCHOOL);
		expect(matches()).toEqual([hostPattern('moodle.example'), hostPattern('ecole.example')]);
		const observer = { js: ['/observer.js'], allFrames: true, runAt: 'document_start', world: 'ISOLATED' };
		const pageWorld = { js: ['/page-world.js'], allFrames: true, runAt: 'document_start', world: 'MAIN' };
		expect(registered.filter((each) => !isPageWorld(each))).toMatchObject([observer, observer]);
		expect(registered.filter(isPageWorld)).toMatchObject([pageWorld, pageWorld]);
		expect(hooked()).toEqual(matches());
		await sites.unfollow('moodle.example');
		expect(matches()).toEqual([hostPattern('ecole.example')]);
		await sites.unfollowAll();
		expect(registered).toEqual([]);
	});

	it('are also observed in frames of other hosts while access to all hosts is granted', async () => {
		await sites.follow(MOODLE);
		granted = [ALL_HOSTS];
		await sites.syncScripts();
		expect(matches()).toEqual([ALL_HOSTS]);
		// The main world script runs on followed sites only.
		expect(hooked()).toEqual([hostPattern('moodle.example')]);
		granted = [];
		await sites.syncScripts();
		expect(matches()).toEqual([hostPattern('moodle.example')]);
	});

	it('are all observed when two are followed at the same time', async () => {
		await Promise.all([sites.follow(MOODLE), sites.follow(SCHOOL), sites.syncScripts()]);
		expect(matches()).toEqual([hostPattern('moodle.example'), hostPattern('ecole.example')]);
	});

	it('are restored after a restart of the background', async () => {
		await sites.follow(MOODLE);
		const next = new Sites();
		await next.restore();
		expect(next.list()).toEqual([{ ...MOODLE, isManaged: false }]);
	});

	it('ignore a closed tab', async () => {
		await expect(sites.observeTab(4)).resolves.toBeUndefined();
	});
});

describe('a listed site that cannot be followed', () => {
	const BAD = ['256.1', '999.999.999.999', '1.2.3.4.5', 'a b/*', '*', 'moodle.example:8443', 'moodle.example.'];
	const stored = () =>
		fakeBrowser.storage.local.set({
			followedSites: { version: 1, value: [...BAD.map((host) => ({ ...SCHOOL, host })), MOODLE, SCHOOL] },
		});

	it('stops no other, after a restart neither, and is named so that it can be removed', async () => {
		await stored();
		for (let start = 0; start < 2; start++) {
			sites = new Sites();
			await sites.reload();
			expect(matches()).toEqual([hostPattern('moodle.example'), hostPattern('ecole.example')]);
			expect(hooked()).toEqual(matches());
		}
		expect(sites.list().flatMap(({ host, isRefused }) => (isRefused ? [host] : []))).toEqual(BAD);
		expect(BAD.filter((host) => sites.isFollowed(host))).toEqual([]);
		for (const name of BAD) await sites.unfollow(name);
		expect(sites.list()).toEqual([
			{ ...MOODLE, isManaged: false },
			{ ...SCHOOL, isManaged: false },
		]);
	});

	it('stays named when another site is followed', async () => {
		await stored();
		await sites.restore();
		await sites.follow({ ...SCHOOL, host: 'lycee.example' });
		expect(sites.list().filter(({ isRefused }) => isRefused)).toHaveLength(BAD.length);
		expect(matches()).toContain(hostPattern('lycee.example'));
	});

	it('is one whose script the browser refuses, too', async () => {
		const register = fakeBrowser.scripting.registerContentScripts as (scripts: Registration[]) => Promise<void>;
		Object.assign(fakeBrowser.scripting, {
			registerContentScripts: async (scripts: Registration[]) => {
				if (scripts.some(({ id }) => id.endsWith('ecole.example'))) throw new Error('Invalid match');
				await register(scripts);
			},
		});
		await sites.follow(SCHOOL);
		await sites.follow(MOODLE);
		expect(matches()).toEqual([hostPattern('moodle.example')]);
		expect(sites.list()).toEqual([
			{ ...SCHOOL, isManaged: false, isRefused: true },
			{ ...MOODLE, isManaged: false },
		]);
	});

	it('in an organisation’s policy is named and stops no other', async () => {
		const policy = { followedHosts: ['256.1', 'a b/*', 'École.example', 'moodle.example.', 7] };
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
		await sites.reload();
		const managed = { platform: 'site', sinceDay: null, isManaged: true };
		expect(sites.list()).toEqual([
			{ host: 'xn--cole-9oa.example', ...managed },
			{ host: 'moodle.example', ...managed },
			{ host: '256.1', ...managed, isRefused: true },
			{ host: 'a b/*', ...managed, isRefused: true },
		]);
		expect(matches()).toEqual([hostPattern('xn--cole-9oa.example'), hostPattern('moodle.example')]);
		vi.restoreAllMocks();
	});
});

describe('sites that the organisation follows', () => {
	beforeEach(async () => {
		const policy = { followedHosts: ['moodle.example'] };
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
		await sites.follow(SCHOOL);
		await sites.reload();
	});
	afterEach(() => vi.restoreAllMocks());

	it('are listed and observed before the user’s own, without an action of the user', () => {
		expect(sites.list()).toEqual([
			{ host: 'moodle.example', platform: 'site', sinceDay: null, isManaged: true },
			{ ...SCHOOL, isManaged: false },
		]);
		expect(matches()).toEqual([hostPattern('moodle.example'), hostPattern('ecole.example')]);
	});

	it('stay followed when the user unfollows them', async () => {
		await sites.unfollow('moodle.example');
		await sites.unfollowAll();
		expect(sites.list().map(({ host }) => host)).toEqual(['moodle.example']);
	});

	it('are not stored as the user’s own when their permission is granted', async () => {
		await sites.follow(MOODLE);
		expect(await fakeBrowser.storage.local.get()).toMatchObject({ followedSites: { value: [SCHOOL] } });
	});
});

describe('access to hosts', () => {
	const removed: unknown[] = [];
	beforeEach(() => {
		removed.length = 0;
		fakeBrowser.permissions.remove = (async (permissions: unknown) => {
			removed.push(permissions);
			return true;
		}) as never;
	});

	it('is removed for an unfollowed host, not for a followed one, over https only for a known platform', async () => {
		await sites.follow(MOODLE);
		await sites.follow({ ...MOODLE, host: 'www.udemy.com' });
		await sites.giveBackAccess(['moodle.example', 'ecole.example', 'www.udemy.com', 'openclassrooms.com']);
		expect(removed).toEqual([{ origins: ['*://ecole.example/*'] }, { origins: ['https://openclassrooms.com/*'] }]);
	});

	it('ignores a refusal of the browser to remove it', async () => {
		fakeBrowser.permissions.remove = (async () => {
			throw new Error('You cannot remove required permissions.');
		}) as never;
		await expect(sites.giveBackAccess(['ecole.example'])).resolves.toBeUndefined();
	});
});

describe('a page', () => {
	it.each([
		['https://ecole.moodlecloud.com/course/view.php?id=1', true],
		// Anybody in the same network can answer for it.
		['http://ecole.moodlecloud.com/course/view.php?id=1', false],
		['ftp://ecole.moodlecloud.com/', false],
		['http://moodle.example/', true],
		['https://moodle.example/', true],
		['https://other.example/', false],
	])('%s is followed: %s', async (address, isFollowed) => {
		await sites.follow(MOODLE);
		await sites.followKnown(true);
		expect(sites.isFollowedPage(address)).toBe(isFollowed);
	});
});

it('after a reload of the extension, the open pages of followed sites are observed, and no others', async () => {
	const injected: unknown[] = [];
	Object.assign(fakeBrowser.scripting, { executeScript: async (injection: unknown) => injected.push(injection) });
	Object.assign(fakeBrowser.tabs, {
		query: async () => [{ id: 1, url: 'https://moodle.example/' }, { id: 2, url: 'https://bank.example/' }, { id: 3 }],
	});
	await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: [MOODLE] } });
	await sites.restore();
	await sites.observeOpenTabs();
	expect(injected).toMatchObject([{ target: { tabId: 1, allFrames: true }, files: ['/observer.js'] }]);
});
