// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { liveVisit } from '@/tests/components/figures';
import { speakFrench } from '@/tests/components/french';
import { clear, control, hasControl, read, settle } from '@/tests/components/screen';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { createServices, measured, openPopup } from './popup-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('a platform that is not followed', () => {
	it('is named, and followed once the browser agrees', async () => {
		const { services, asked } = createServices({});
		await openPopup(services);
		expect(read('.notice h2')).toBe('Moodle reconnu');
		expect(read('.notice')).toContain('moodle.cfa.example');
		control('Suivre ce site').click();
		// The browsers want the request inside the click: it is there before any promise settles.
		expect(services.requestAccess).toHaveBeenCalledWith('*://moodle.cfa.example/*');
		// And the background knows the wish, should the browser's prompt close the popup.
		expect(asked).toHaveBeenLastCalledWith('site/intend', { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 });
		expect(asked.mock.invocationCallOrder.at(-1)).toBeLessThan(
			vi.mocked(services.requestAccess).mock.invocationCallOrder[0] ?? 0,
		);
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 });
		expect(read('.status')).toBe('moodle.cfa.example est suivi. Les premiers chiffres arrivent.');
	});

	it('stays unfollowed after a refusal, and may be asked again', async () => {
		const { services, asked } = createServices({}, { requestAccess: async () => false });
		await openPopup(services);
		control('Suivre ce site').click();
		await settle();
		expect(asked.mock.calls.map(([type]) => type)).not.toContain('site/follow');
		expect(read('.status')).toContain('Accès refusé : moodle.cfa.example n’est pas suivi.');
		expect(control('Suivre ce site')).toHaveProperty('disabled', false);
	});

	it('may be followed by hand where nothing is recognised', async () => {
		const { services, asked } = createServices(
			{},
			{ detect: async () => ({ place: null, isHosted: false, isShared: false }) },
		);
		await openPopup(services);
		expect(read('.notice h2')).toBe('Ce site n’est pas suivi');
		control('C’est mon site de formation').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'site', tabId: 7 });
	});

	describe('whose permission is gone', () => {
		const SITE = {
			host: 'moodle.cfa.example',
			platform: 'moodle',
			sinceDay: '2026-11-02',
			lastDay: null,
			isManaged: false,
		};
		const openWithout = async (site: typeof SITE, isGranted: boolean) => {
			const requestAccess = vi.fn(async () => isGranted);
			const created = createServices(
				{ 'site/list': { ok: true, value: [site] } },
				{ hasAccess: async () => false, detect: async () => null, requestAccess },
			);
			await openPopup(created.services);
			return { ...created, requestAccess };
		};

		it('says so, and gets it back by one click', async () => {
			const { asked, requestAccess } = await openWithout(SITE, true);
			expect(read('.notice h2')).toBe('moodle.cfa.example : accès manquant');
			control('Rétablir l’accès').click();
			await settle();
			expect(requestAccess.mock.calls).toEqual([['*://moodle.cfa.example/*']]);
			expect(asked).toHaveBeenCalledWith('site/follow', { host: SITE.host, platform: 'moodle', tabId: 7 });
			expect(read('.status')).toContain('Les premiers chiffres arrivent.');
		});

		it('says so though this page is measured since the popup was opened on it', async () => {
			let push: (visit: LiveVisit | null) => void = () => {};
			const { services } = createServices(
				{ ...measured(liveVisit()), 'site/list': { ok: true, value: [SITE] } },
				{
					hasAccess: async () => false,
					watchTab: (_, onVisit) => {
						push = onVisit;
						return () => {};
					},
				},
			);
			await openPopup(services);
			push(liveVisit());
			await settle();
			expect(read('.notice h2')).toBe('moodle.cfa.example : accès manquant');
			control('Rétablir l’accès').click();
			await settle();
			push(liveVisit());
			await settle();
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

		it('is said to be the organisation’s where it is', async () => {
			await openWithout({ ...SITE, isManaged: true }, true);
			expect(read('.notice')).toContain('suivi à la demande de votre organisation');
		});
	});

	it('is reloaded when it is followed and was open before', async () => {
		const sites = [{ host: 'moodle.cfa.example', platform: 'moodle', sinceDay: '2026-11-02' }];
		const { services } = createServices({ 'site/list': { ok: true, value: sites } });
		await openPopup(services);
		control('Recharger la page').click();
		expect(services.reloadTab).toHaveBeenCalledWith(7);
	});
});
