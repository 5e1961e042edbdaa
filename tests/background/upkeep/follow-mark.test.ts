import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { markAudit } from '@/utils/background/upkeep/button';
import { markPausedTab, showPause } from '@/utils/background/upkeep/pause-mark';
import { FOLLOW_MARK_ALARM, markFollowed, unmarkFollowed } from '@/utils/background/upkeep/toolbar';

const texts = new Map<number, string | null>();

beforeEach(() => {
	fakeBrowser.reset();
	texts.clear();
	vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name) => name);
	Object.assign(fakeBrowser, {
		action: {
			setBadgeBackgroundColor: async () => {},
			setBadgeTextColor: async () => {},
			setTitle: async () => {},
			setBadgeText: async ({ tabId, text }: { tabId: number; text: string | null }) => texts.set(tabId, text),
		},
	});
	Object.assign(fakeBrowser.tabs, { TAB_ID_NONE: -1 });
});

it('a tab whose site was just followed has a tick, until the alarm of a minute', async () => {
	await markFollowed(7, 'moodle.cfa.example');
	expect(texts.get(7)).toBe('✓');
	const alarm = await fakeBrowser.alarms.get(FOLLOW_MARK_ALARM);
	expect((alarm?.scheduledTime ?? 0) - Date.now()).toBeGreaterThan(50_000);
	await unmarkFollowed();
	expect(texts.get(7)).toBeNull();
});

it('the next tab takes the tick over', async () => {
	await markFollowed(7, 'moodle.cfa.example');
	await markFollowed(8, 'ecole.example');
	expect([texts.get(7), texts.get(8)]).toEqual([null, '✓']);
});

it('a site that is followed from no tab marks none', async () => {
	await markFollowed(-1, 'moodle.cfa.example');
	expect(texts.size).toBe(0);
});

it('an audit that runs has a red mark on every tab, which keeps other texts, until it ends', async () => {
	const setBadgeBackgroundColor = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
	const setTitle = vi.spyOn(fakeBrowser.action, 'setTitle');
	await markAudit({ name: 'Before' });
	expect(texts.get(undefined as never)).toBe('●');
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'audit_badge_title' });
	const [{ color } = {}] = setBadgeBackgroundColor.mock.lastCall ?? [];
	await markFollowed(7, 'moodle.cfa.example');
	expect(texts.get(7)).toBe('✓');
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'audit_badge_title', tabId: 7 });
	await markAudit(null);
	expect(texts.get(undefined as never)).toBe('');
	expect(setBadgeBackgroundColor.mock.lastCall?.[0].color).not.toBe(color);
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'extension_name' });
});

it('what is paused is not audited: two bars and no red mark, until it goes on', async () => {
	const setBadgeBackgroundColor = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
	const setTitle = vi.spyOn(fakeBrowser.action, 'setTitle');
	const color = () => setBadgeBackgroundColor.mock.lastCall?.[0].color;
	await markAudit({ name: 'Before' });
	const red = color();
	await markPausedTab(7, 'moodle.cfa.example');
	expect(texts.get(7)).toBe('II');
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'pause_marked_site', tabId: 7 });
	expect(color()).not.toBe(red);

	const following = { hosts: [], leftOut: [], hasKnown: false, knownMatches: [] };
	await showPause({ following: () => ({ ...following, isEverywhere: true }) });
	expect(texts.get(undefined as never)).toBe('II');
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'pause_marked' });
	expect(color()).not.toBe(red);

	await showPause({ following: () => ({ ...following, isEverywhere: false }) });
	expect(texts.get(undefined as never)).toBe('●');
	expect(setTitle).toHaveBeenLastCalledWith({ title: 'audit_badge_title' });
	expect(color()).toBe(red);
	await markAudit(null);
	expect(texts.get(undefined as never)).toBe('');
});
