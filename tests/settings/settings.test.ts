import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PROFILE } from '@/utils/carbon/profile';
import { readDismissedTips, restoreTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';
import { followSite, readFollowedSites, unfollowAllSites, unfollowSite } from '@/utils/settings/followed-sites';
import { readProfile, saveProfile } from '@/utils/settings/profile';

beforeEach(() => fakeBrowser.reset());

describe('the profile', () => {
	const desktop = { ...DEFAULT_PROFILE, device: 'desktop' as const, screenCount: 2 };

	it('is null until it is set, and again once it is given up', async () => {
		expect(await readProfile()).toBeNull();
		await saveProfile(desktop);
		expect(await readProfile()).toEqual(desktop);
		await saveProfile(null);
		expect(await readProfile()).toBeNull();
	});

	it('is mended when what is stored is spoilt', async () => {
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'watch', country: 'BE' } } });
		expect(await readProfile()).toEqual({ ...DEFAULT_PROFILE, country: 'BE' });
	});
});

describe('dismissed tips', () => {
	it('are none at first, are kept with their day, and come back together', async () => {
		expect(await readDismissedTips()).toEqual({});
		await saveDismissedTips({ 'lower-quality': '2026-11-23', 'audio-only': '2026-11-21' });
		expect(await readDismissedTips()).toEqual({ 'lower-quality': '2026-11-23', 'audio-only': '2026-11-21' });
		await restoreTips();
		expect(await readDismissedTips()).toEqual({});
	});

	it('lose what is no day', async () => {
		await fakeBrowser.storage.local.set({ dismissedTips: { version: 1, value: { a: '2026-11-23', b: 3, c: null } } });
		expect(await readDismissedTips()).toEqual({ a: '2026-11-23' });
	});
});

describe('followed sites', () => {
	const moodle = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-20' };
	const other = { host: 'ecole.example', platform: 'site', sinceDay: '2026-11-22' };

	it('are all kept when two are followed at once', async () => {
		await Promise.all([followSite(moodle), followSite(other)]);
		expect(await readFollowedSites()).toEqual([moodle, other]);
	});

	it('are listed once each, since their first day, under the platform found last', async () => {
		await followSite({ ...moodle, platform: 'site' });
		await followSite({ ...moodle, sinceDay: '2026-11-23' });
		expect(await readFollowedSites()).toEqual([moodle]);
	});

	it('are forgotten one by one or all together', async () => {
		await followSite(moodle);
		await followSite(other);
		await unfollowSite('moodle.example');
		await unfollowSite('moodle.example');
		expect(await readFollowedSites()).toEqual([other]);
		await unfollowAllSites();
		expect(await readFollowedSites()).toEqual([]);
	});

	it('lose what is no site when what is stored is spoilt', async () => {
		await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: [moodle, 'x', null, { host: 'y' }] } });
		expect(await readFollowedSites()).toEqual([moodle]);
		await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: 'spoilt' } });
		expect(await readFollowedSites()).toEqual([]);
	});
});
