// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answers, permissions, startBrowser } from '@/tests/components/browser';
import { liveVisit } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { measured, openPopup, SITE } from './popup-rig';

beforeEach(startBrowser);

describe('a platform that is not followed', () => {
	it('is named, and followed once the browser agrees', async () => {
		const { asked } = await openPopup();
		expect(read('.notice h2')).toBe('Moodle reconnu');
		expect(read('.notice')).toContain('moodle.cfa.example');
		control('Suivre ce site').click();
		// Browsers require the request inside the click: before any promise settles.
		expect(permissions.request).toHaveBeenCalledWith({ origins: ['*://moodle.cfa.example/*'] });
		// The background knows the request in case the prompt closes the popup.
		expect(asked).toHaveBeenLastCalledWith('site/intend', { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 });
		expect(asked.mock.invocationCallOrder.at(-1)).toBeLessThan(permissions.request.mock.invocationCallOrder[0] ?? 0);
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 });
		expect(read('.status')).toBe('moodle.cfa.example est suivi. Les premiers chiffres arrivent.');
	});

	it('stays unfollowed after a refusal, and may be asked again', async () => {
		permissions.request.mockResolvedValue(false);
		const { asked } = await openPopup();
		control('Suivre ce site').click();
		await settle();
		expect(asked.mock.calls.map(([type]) => type)).not.toContain('site/follow');
		expect(read('.status')).toContain('Accès refusé : moodle.cfa.example n’est pas suivi.');
		expect(control('Suivre ce site')).toHaveProperty('disabled', false);
	});

	it('may be followed by hand where nothing is recognised', async () => {
		const detection = { place: null, isShared: false };
		const { asked } = await openPopup({ 'tab/inspect': { ok: true, value: detection } });
		expect(read('.notice h2')).toBe('Ce site n’est pas suivi');
		control('C’est mon site de formation').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'site', tabId: 7 });
	});

	describe('whose permission is gone', () => {
		const openWithout = async (site: typeof SITE, isGranted: boolean, answers: Answers = {}) => {
			permissions.contains.mockResolvedValue(false);
			permissions.request.mockResolvedValue(isGranted);
			return openPopup({
				'site/list': { ok: true, value: [site] },
				'tab/inspect': { ok: true, value: null },
				...answers,
			});
		};

		it('is shown as such, and gets it back by one click', async () => {
			const { asked } = await openWithout(SITE, true);
			expect(read('.notice h2')).toBe('moodle.cfa.example : accès manquant');
			control('Rétablir l’accès').click();
			await settle();
			expect(permissions.request.mock.calls).toEqual([[{ origins: ['*://moodle.cfa.example/*'] }]]);
			expect(asked).toHaveBeenCalledWith('site/follow', { host: SITE.host, platform: 'moodle', tabId: 7 });
			expect(read('.status')).toContain('Les premiers chiffres arrivent.');
		});

		it('is shown as such even if the popup made this page measurable', async () => {
			const { pushVisit } = await openWithout(SITE, true, measured(liveVisit()));
			await pushVisit(liveVisit());
			expect(read('.notice h2')).toBe('moodle.cfa.example : accès manquant');
			control('Rétablir l’accès').click();
			await settle();
			await pushVisit(liveVisit());
			expect(read('.page .figure')).toBe('212 Mo');
		});

		it('may be refused again', async () => {
			const { asked } = await openWithout(SITE, false);
			control('Rétablir l’accès').click();
			await settle();
			expect(asked.mock.calls.map(([type]) => type)).not.toContain('site/follow');
			expect(read('.status')).toContain('Accès refusé : moodle.cfa.example n’est pas mesuré.');
			expect(hasControl('Rétablir l’accès')).toBe(true);
		});

		it('is marked as the organisation’s if it is', async () => {
			await openWithout({ ...SITE, isManaged: true }, true);
			expect(read('.notice')).toContain('suivi à la demande de votre organisation');
		});
	});

	it('is reloaded when it is followed and was open before', async () => {
		const sites = [{ host: 'moodle.cfa.example', platform: 'moodle', sinceDay: '2026-11-02' }];
		const { tabs } = await openPopup({ 'site/list': { ok: true, value: sites } });
		control('Recharger la page').click();
		expect(tabs.reload).toHaveBeenCalledWith(7);
	});
});
