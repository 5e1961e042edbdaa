import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sites } from '@/utils/background/sites/sites';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import { type Registration, useFakeScripts } from './fake-scripts';

const COURSERA = { host: 'www.coursera.org', platform: 'coursera', sinceDay: '2026-11-23' };
const MOODLE = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' };

let sites: Sites;
let registered: () => readonly Registration[];
/** By id. */
const scripts = () =>
	registered()
		.map(({ id, matches, excludeMatches = [] }) => ({ id, matches: matches.length, excludeMatches }))
		.toSorted((a, b) => a.id.localeCompare(b.id));
const stored = async () => (await fakeBrowser.storage.local.get('knownPlatforms')).knownPlatforms;

beforeEach(() => {
	fakeBrowser.reset();
	registered = useFakeScripts();
	sites = new Sites();
});

describe('known platforms', () => {
	it('are not followed after an install', async () => {
		await sites.adoptKnown(false);
		expect(sites.isFollowed('www.coursera.org')).toBe(false);
		expect(registered()).toEqual([]);
		expect(await stored()).toEqual({ version: 1, value: { isFollowed: false } });
	});

	it('stay followed after the update of a version that followed them without being asked, once', async () => {
		await sites.adoptKnown(true);
		expect(sites.isFollowed('www.coursera.org')).toBe(true);
		expect(registered().map(({ matches }) => matches)).toEqual([HOSTED_MATCHES, HOSTED_MATCHES]);
		await sites.followKnown(false);
		await sites.adoptKnown(true);
		expect(sites.isFollowed('www.coursera.org')).toBe(false);
	});

	it('do not begin to be followed by an update of a version that asks', async () => {
		await sites.adoptKnown(false);
		const next = new Sites();
		await next.adoptKnown(true);
		expect(next.isFollowed('www.coursera.org')).toBe(false);
	});

	it('are followed one by one, over https', async () => {
		await sites.follow(COURSERA);
		expect(registered().map(({ matches }) => matches)).toEqual([
			['https://www.coursera.org/*'],
			['https://www.coursera.org/*'],
		]);
		expect(sites.isFollowed('www.udemy.com')).toBe(false);
	});

	it('have each script once while all are followed, whether or not one is listed too', async () => {
		await sites.follow(COURSERA);
		await sites.follow(MOODLE);
		await sites.followKnown(true);
		expect(scripts()).toEqual(
			['followed', 'page-world'].flatMap((name) => [
				{ id: name, matches: HOSTED_MATCHES.length, excludeMatches: [] },
				{ id: `${name} moodle.example`, matches: 1, excludeMatches: [] },
			]),
		);
	});

	it('are given back but for one that is listed', async () => {
		const remove = vi.fn(async (_: { origins: string[] }) => true);
		Object.assign(fakeBrowser.permissions, { remove });
		await sites.follow({ ...COURSERA, host: 'openclassrooms.com' });
		await sites.giveBackKnown();
		const given = remove.mock.calls.flatMap(([{ origins }]) => origins);
		expect(given).toHaveLength(HOSTED_MATCHES.length - 1);
		expect(given).not.toContain('https://openclassrooms.com/*');
	});
});

describe('a pause', () => {
	beforeEach(async () => {
		await sites.follow(MOODLE);
		await sites.followKnown(true);
	});

	it('everywhere stops every script and lasts until the learner goes on', async () => {
		await sites.pause(null, true);
		expect(registered()).toEqual([]);
		const next = new Sites();
		await next.restore();
		expect([next.isFollowed('moodle.example'), next.isFollowed('www.coursera.org')]).toEqual([false, false]);
		await next.pause(null, false);
		expect([next.isFollowed('moodle.example'), next.isFollowed('www.coursera.org')]).toEqual([true, true]);
	});

	it('of one site leaves the others, and there only the observer, which shows the pause', async () => {
		await sites.pause('www.coursera.org', true);
		await sites.pause('moodle.example', true);
		expect(sites.isFollowed('www.udemy.com')).toBe(true);
		expect(scripts()).toEqual([
			{ id: 'followed', matches: HOSTED_MATCHES.length, excludeMatches: [] },
			{ id: 'followed moodle.example', matches: 1, excludeMatches: [] },
			{ id: 'page-world', matches: HOSTED_MATCHES.length, excludeMatches: ['https://www.coursera.org/*'] },
		]);
	});

	it('is none for sites of the organisation, which cannot be left out either', async () => {
		const policy = { followedHosts: ['moodle.example'] };
		const managed = vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
		await sites.reload();
		await sites.pause(null, true);
		await sites.leaveOut('moodle.example', true);
		expect(sites.isFollowed('moodle.example')).toBe(true);
		expect(sites.stateOf('moodle.example')).toMatchObject({ isManaged: true, suspension: null });
		expect(scripts().map(({ id }) => id)).toEqual(['followed moodle.example', 'page-world moodle.example']);
		managed.mockRestore();
	});

	it('ends with the erasure of everything', async () => {
		await sites.pause(null, true);
		await sites.leaveOut('www.udemy.com', true);
		await sites.unfollowAll();
		expect(sites.following()).toMatchObject({ hasKnown: false, isEverywhere: false, hosts: [], leftOut: [] });
	});
});

describe('a site that is left out', () => {
	it('has no script, and comes back as it was', async () => {
		await sites.follow(MOODLE);
		await sites.followKnown(true);
		const before = registered();
		await sites.leaveOut('moodle.example', true);
		await sites.leaveOut('www.coursera.org', true);
		const excludeMatches = ['https://www.coursera.org/*'];
		expect(scripts()).toEqual([
			{ id: 'followed', matches: HOSTED_MATCHES.length, excludeMatches },
			{ id: 'page-world', matches: HOSTED_MATCHES.length, excludeMatches },
		]);
		await sites.leaveOut('moodle.example', false);
		await sites.leaveOut('www.coursera.org', false);
		expect(new Set(registered())).toEqual(new Set(before));
		expect(sites.list()).toEqual([{ ...MOODLE, isManaged: false }]);
	});

	it('is taken back when it is followed', async () => {
		await sites.leaveOut('moodle.example', true);
		expect(sites.stateOf('moodle.example')).toMatchObject({ isListed: false, suspension: 'left-out' });
		await sites.follow(MOODLE);
		expect(sites.stateOf('moodle.example')).toMatchObject({ isListed: true, suspension: null });
	});
});
