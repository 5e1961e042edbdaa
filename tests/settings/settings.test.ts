import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { readDismissedTips, restoreTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';
import { followSite, readFollowedSites, unfollowAllSites, unfollowSite } from '@/utils/settings/followed-sites';
import { readGoal } from '@/utils/settings/goal';
import { readLanguage, saveLanguage } from '@/utils/settings/language';
import { loadProfile, type ProfileState, saveProfile, watchProfile } from '@/utils/settings/profile';

beforeEach(() => fakeBrowser.reset());

describe('the profile', () => {
	beforeEach(() => {
		vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('fr-BE');
	});

	const desktop = { ...DEFAULT_PROFILE, device: 'desktop' as const, screenCount: 2 };

	it('is guessed until it is set, and after it is reset', async () => {
		const guessed = await loadProfile();
		expect(guessed.countryClue).not.toBeNull();
		await saveProfile(desktop);
		expect(await loadProfile()).toEqual({ profile: desktop, countryClue: null });
		await saveProfile(null);
		expect(await loadProfile()).toEqual(guessed);
	});

	it('notifies watchers of each change until they stop', async () => {
		const states: ProfileState[] = [];
		const stop = watchProfile((state) => states.push(state));
		await saveProfile(desktop);
		await vi.waitFor(() => expect(states).toEqual([{ profile: desktop, countryClue: null }]));
		await saveProfile(null);
		await vi.waitFor(() => expect(states.at(-1)?.countryClue).not.toBeNull());
		stop();
		await saveProfile(desktop);
		await loadProfile();
		expect(states).toHaveLength(2);
	});

	it('notifies only of the last of two quick changes', async () => {
		const states: ProfileState[] = [];
		const stop = watchProfile((state) => states.push(state));
		await Promise.all([saveProfile({ ...desktop, country: 'PL' }), saveProfile(desktop)]);
		await vi.waitFor(() => expect(states).not.toEqual([]));
		expect(states.map(({ profile }) => profile)).toEqual([desktop]);
		stop();
	});

	it('replaces invalid stored fields by defaults', async () => {
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'watch', country: 'BE' } } });
		expect(await loadProfile()).toEqual({ profile: { ...DEFAULT_PROFILE, country: 'BE' }, countryClue: null });
	});
});

describe('dismissed tips', () => {
	it('have known names, existing days and a number that fits in the storage', async () => {
		const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`tip-${index}`, '2026-11-23']));
		const value = {
			'hidden-video': '2026-11-23',
			'x y': '2026-11-23',
			a: 'x'.repeat(10_000_000),
			b: '2026-02-30',
			...many,
		};
		await fakeBrowser.storage.local.set({ dismissedTips: { version: 1, value } });
		const read = await readDismissedTips();
		expect(read['hidden-video']).toBe('2026-11-23');
		expect(Object.keys(read)).toHaveLength(1_000);
		expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['x y']));
	});

	it('are none at install, are stored with their day, and are restored together', async () => {
		expect(await readDismissedTips()).toEqual({});
		await saveDismissedTips({ 'lower-quality': '2026-11-23', 'audio-only': '2026-11-21' });
		expect(await readDismissedTips()).toEqual({ 'lower-quality': '2026-11-23', 'audio-only': '2026-11-21' });
		await restoreTips();
		expect(await readDismissedTips()).toEqual({});
	});

	it('exclude invalid days', async () => {
		await fakeBrowser.storage.local.set({ dismissedTips: { version: 1, value: { a: '2026-11-23', b: 3, c: null } } });
		expect(await readDismissedTips()).toEqual({ a: '2026-11-23' });
	});
});

describe('followed sites', () => {
	const moodle = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-20' };
	const other = { host: 'ecole.example', platform: 'site', sinceDay: '2026-11-22' };

	it('are all stored when two are followed at the same time', async () => {
		await Promise.all([followSite(moodle), followSite(other)]);
		expect(await readFollowedSites()).toEqual([moodle, other]);
	});

	it('are listed once each, with their first day and the platform found last', async () => {
		await followSite({ ...moodle, platform: 'site' });
		await followSite({ ...moodle, sinceDay: '2026-11-23' });
		expect(await readFollowedSites()).toEqual([moodle]);
	});

	it('are unfollowed one by one or all together', async () => {
		await followSite(moodle);
		await followSite(other);
		await unfollowSite('moodle.example');
		await unfollowSite('moodle.example');
		expect(await readFollowedSites()).toEqual([other]);
		await unfollowAllSites();
		expect(await readFollowedSites()).toEqual([]);
	});

	it('exclude invalid stored values', async () => {
		await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: [moodle, 'x', null, { host: 'y' }] } });
		expect(await readFollowedSites()).toEqual([moodle]);
		await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: 'spoilt' } });
		expect(await readFollowedSites()).toEqual([]);
	});
});

describe('the language', () => {
	it('is not set until the user chooses one, and after a reset', async () => {
		expect(await readLanguage()).toBeNull();
		await saveLanguage('en');
		expect(await readLanguage()).toBe('en');
		await saveLanguage(null);
		expect(await readLanguage()).toBeNull();
	});

	it('ignores a stored language without texts', async () => {
		await fakeBrowser.storage.local.set({ language: { version: 1, value: '../evil' } });
		expect(await readLanguage()).toBeNull();
	});
});

describe('the goal', () => {
	it('of version 1 is read under its new name', async () => {
		await fakeBrowser.storage.local.set({ goal: { version: 1, value: { kind: 'film', weeklyAmount: 3 } } });
		expect(await readGoal()).toEqual({ kind: 'video', weeklyAmount: 3 });
		await fakeBrowser.storage.local.set({ goal: { version: 1, value: { kind: 'data', weeklyAmount: 500 } } });
		expect(await readGoal()).toEqual({ kind: 'data', weeklyAmount: 500 });
	});
});
