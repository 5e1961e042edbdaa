import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PROFILE } from '@/utils/carbon/profile';
import { readDismissedTips, restoreTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';
import { followedSites } from '@/utils/settings/followed-sites';
import { readProfile, saveProfile, watchProfile } from '@/utils/settings/profile';

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
		await fakeBrowser.storage.local.set({ profile: { device: 'watch', country: 'BE' } });
		expect(await readProfile()).toEqual({ ...DEFAULT_PROFILE, country: 'BE' });
	});

	it('tells its watchers, until they stop', async () => {
		const onChange = vi.fn();
		const stop = watchProfile(onChange);
		await saveProfile(desktop);
		stop();
		await saveProfile(DEFAULT_PROFILE);
		expect(onChange.mock.calls).toEqual([[desktop]]);
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
});

describe('followed sites', () => {
	it('are none at first, and are kept in their order', async () => {
		const sites = [
			{ host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-20' },
			{ host: 'ecole.example', platform: 'site', sinceDay: '2026-11-22' },
		];
		expect(await followedSites.getValue()).toEqual([]);
		await followedSites.setValue(sites);
		expect(await followedSites.getValue()).toEqual(sites);
	});
});
