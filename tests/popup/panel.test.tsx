// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { permissions, startBrowser } from '@/tests/components/browser';
import { liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { measured, openPanel, openPopup, SITE } from './popup-rig';

const LESSON = 'https://moodle.cfa.example/mod/page/view.php?id=3';

beforeEach(startBrowser);

describe('the panel', () => {
	it('opens from the popup, inside the click, and the popup closes', async () => {
		const open = vi.fn(async () => {});
		Object.assign(fakeBrowser, { sidePanel: { open } });
		await openPopup(measured(liveVisit()));
		control('Garder à côté').click();
		expect(open).toHaveBeenCalledWith({ windowId: 1 });
		await settle();
		expect(window.close).toHaveBeenCalled();
	});

	it('shows what the popup shows, stays open, and offers no panel', async () => {
		const { tabs } = await openPanel(measured(liveVisit()));
		expect(read('.page .figure')).toBe('212 Mo');
		expect(hasControl('Garder à côté')).toBe(false);
		control('Tableau de bord').click();
		await settle();
		expect(tabs.create).toHaveBeenCalled();
		expect(window.close).not.toHaveBeenCalled();
	});

	it('follows the active tab, and forgets the figures of the one before', async () => {
		const { activate } = await openPanel({
			'visit/get': ({ tabId }: { tabId: number }) => ({
				ok: true,
				value: tabId === 7 ? liveVisit() : tabId === 8 ? liveVisit({ id: 'other', traffic: traffic(5, 0) }) : null,
			}),
		});
		await activate(8, LESSON);
		expect(read('.page .figure')).toBe('5 Mo');
		await activate(9, 'chrome://settings/');
		expect(read('.notice h2')).toBe('Pas de cours ici');
		expect(document.querySelector('.sober')).toBeNull();
		await activate(7, LESSON);
		expect(read('.page .figure')).toBe('212 Mo');
	});

	it('shows the tab that is left once the window in front is closed, whatever gets the focus', async () => {
		const { activate, setTab, fire } = await openPanel({
			'visit/get': ({ tabId }: { tabId: number }) => ({
				ok: true,
				value: tabId === 7 ? liveVisit() : liveVisit({ id: 'other', traffic: traffic(5, 0) }),
			}),
		});
		await activate(8, LESSON);
		setTab(7, LESSON);
		await fire('windows.onRemoved', 2);
		expect(read('.page .figure')).toBe('212 Mo');
	});

	it('shows what became of a tip again when its tab is active again', async () => {
		const { activate } = await openPanel({
			'visit/get': ({ tabId }: { tabId: number }) => ({
				ok: true,
				value: tabId === 7 ? liveVisit() : liveVisit({ id: 'other', nowPlaying: null }),
			}),
		});
		const title = read('.tip h3');
		control(`Plus tard : ${title}`).click();
		await settle();
		await activate(8, LESSON);
		expect(read('.tip-slot')).not.toContain('Annuler');
		await activate(7, LESSON);
		expect(read('.tip')).toContain('Ce conseil ne reviendra pas avant 30 jours.');
		control('Annuler').click();
		await settle();
		expect(read('.tip h3')).toBe(title);
	});

	it('does not let a slow tab overtake the one after it', async () => {
		let answerSlowly = (_: object) => {};
		const slow = new Promise<object>((resolve) => {
			answerSlowly = resolve;
		});
		const { activate } = await openPanel({
			'visit/get': ({ tabId }: { tabId: number }) =>
				tabId === 8 ? slow : { ok: true, value: liveVisit({ traffic: traffic(tabId, 0) }) },
		});
		await activate(8, LESSON);
		await activate(9, LESSON);
		answerSlowly({ ok: true, value: liveVisit({ traffic: traffic(1, 0) }) });
		await settle();
		expect(read('.page .figure')).toBe('9 Mo');
	});

	it('keeps sober mode of the tab before in its place until that of the next is read: nothing below it moves', async () => {
		let answerSlowly = (_: object) => {};
		const slow = new Promise<object>((resolve) => {
			answerSlowly = resolve;
		});
		const { activate, asked } = await openPanel({
			'visit/get': ({ tabId }: { tabId: number }) => ({
				ok: true,
				value: tabId === 7 ? liveVisit() : liveVisit({ id: 'other', host: 'autre.example' }),
			}),
			'sober/get': ({ tabId }: { tabId: number }) =>
				tabId === 8 ? slow : { ok: true, value: { ...SOBER_OFF, isOn: true } },
		});
		await activate(8, LESSON);
		const sober = document.querySelector<HTMLInputElement>('.sober .switch input');
		expect(sober?.checked).toBe(true);
		sober?.click();
		await settle();
		expect(asked).toHaveBeenCalledWith('sober/switch', { host: 'moodle.cfa.example', isOn: false });
		answerSlowly({ ok: true, value: SOBER_OFF });
		await settle();
		await settle();
		expect(document.querySelector<HTMLInputElement>('.sober .switch input')?.checked).toBe(false);
	});

	it('shows the new page of the same tab once it is loaded', async () => {
		let visit: object | null = liveVisit();
		const { fire, setTab } = await openPanel({ 'visit/get': () => ({ ok: true, value: visit }) });
		visit = null;
		setTab(7, 'chrome://newtab/');
		await fire('tabs.onUpdated', 7, { status: 'complete' }, { active: true });
		expect(read('.notice h2')).toBe('Pas de cours ici');
	});

	it('keeps the figures until those of the next page come, though that page is loaded before', async () => {
		let visit: object | null = liveVisit();
		const answers = { 'visit/get': () => ({ ok: true, value: visit }), 'site/list': { ok: true, value: [SITE] } };
		const { fire, setTab, pushVisit } = await openPanel(answers);
		visit = null;
		setTab(7, LESSON, 'loading');
		await fire('tabs.onUpdated', 7, { url: LESSON }, { active: true });
		expect(read('.page .figure')).toBe('212 Mo');
		setTab(7, LESSON);
		await fire('tabs.onUpdated', 7, { status: 'complete' }, { active: true });
		expect(read('.page .figure')).toBe('212 Mo');
		visit = liveVisit({ id: 'next', traffic: traffic(5, 0) });
		await pushVisit(liveVisit({ id: 'next', traffic: traffic(5, 0) }));
		expect(read('.page .figure')).toBe('5 Mo');
	});

	it('shows no figures of a page that is still loading, and the way to be measured once it is loaded without any', async () => {
		const { fire, setTab } = await openPanel({ 'site/list': { ok: true, value: [SITE] } }, null);
		setTab(7, LESSON, 'loading');
		await fire('tabs.onActivated', { tabId: 7 });
		expect(document.querySelector('.skeleton')).not.toBeNull();
		setTab(7, LESSON);
		await fire('tabs.onUpdated', 7, { status: 'complete' }, { active: true });
		expect(document.querySelector('.skeleton')).not.toBeNull();
		await vi.waitFor(() => expect(hasControl('Recharger la page')).toBe(true), 15_000);
	});

	it('shows no figures of another host, and waits no longer than ten seconds for a page that goes on loading', async () => {
		let visit: object | null = liveVisit();
		const OTHER = { ...SITE, host: 'autre.example' };
		const answers = {
			'visit/get': () => ({ ok: true, value: visit }),
			'site/list': { ok: true, value: [SITE, OTHER] },
		};
		const { fire, setTab } = await openPanel(answers);
		visit = null;
		const url = 'https://autre.example/course/view.php?id=3';
		setTab(7, url, 'loading');
		await fire('tabs.onUpdated', 7, { url }, { active: true });
		expect(document.querySelector('.skeleton')).not.toBeNull();
		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000);
		await fire('tabs.onUpdated', 7, { url }, { active: true });
		expect(hasControl('Recharger la page')).toBe(true);
		setTab(7, `${url}&next`, 'loading');
		await fire('tabs.onUpdated', 7, { url: `${url}&next` }, { active: true });
		expect(document.querySelector('.skeleton')).not.toBeNull();
	});

	it('says that it cannot see a page whose address the browser withholds', async () => {
		await openPanel({}, null);
		expect(read('.notice h2')).toBe('Sobrio ne voit pas cette page');
	});

	it('shows that access was lost while it is open, and gets it back', async () => {
		const { fire, setTab } = await openPanel({ ...measured(liveVisit()), 'site/list': { ok: true, value: [SITE] } });
		permissions.contains.mockResolvedValue(false);
		setTab(7, null);
		await fire('permissions.onRemoved', { origins: ['*://moodle.cfa.example/*'] });
		expect(read('.notice h2')).toBe('moodle.cfa.example : accès manquant');
		permissions.contains.mockResolvedValue(true);
		setTab(7, LESSON);
		await fire('permissions.onAdded', { origins: ['*://moodle.cfa.example/*'] });
		expect(read('.page .figure')).toBe('212 Mo');
	});
});
