// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { liveVisit, traffic } from '@/tests/components/figures';
import { speakFrench } from '@/tests/components/french';
import { clear, control, hasControl, read, settle } from '@/tests/components/screen';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { createServices, measured, openPopup } from './popup-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('a measured page', () => {
	it('shows its weight, how sure it is, its kinds and the video', async () => {
		const { services } = createServices(measured(liveVisit()));
		await openPopup(services);
		expect(read('h1')).toBe('Prévention des risques');
		expect(read('.page .figure')).toBe('212 Mo'); // 182 + 30
		expect(read('.page')).toContain('mesuré à 100 %');
		expect(read('.page .legend')).toBe('Vidéo 182 MoImages 30 Mo');
		expect(read('.video')).toBe('Vidéo en 1080p, affichée en 640 × 360');
		expect(hasControl('Mesurer aussi les vidéos hébergées ailleurs')).toBe(false);
	});

	it.each([
		['out of view', { isOffScreen: true }, 'Vidéo en 1080p, hors de l’écran'],
		['in a hidden tab', { isHidden: true }, 'Vidéo en 1080p, onglet masqué'],
	])('says that the video plays %s', async (_title, change, text) => {
		const visit = liveVisit();
		const nowPlaying = visit.nowPlaying && { ...visit.nowPlaying, ...change };
		await openPopup(createServices(measured(liveVisit({ nowPlaying }))).services);
		expect(read('.video')).toBe(text);
	});

	it('follows the visit while it grows', async () => {
		let push: (visit: LiveVisit | null) => void = () => {};
		const { services } = createServices(measured(liveVisit()), {
			watchTab: (_, onVisit) => {
				push = onVisit;
				return () => {};
			},
		});
		await openPopup(services);
		push(liveVisit({ traffic: traffic(300, 30) }));
		await settle();
		expect(read('.page .figure')).toBe('330 Mo');
	});

	it('does not call a page wholly measured while a size is unknown', async () => {
		const { services } = createServices(measured(liveVisit({ traffic: traffic(150, 30, 0, 2) })));
		await openPopup(services);
		expect(read('.page .headline')).toContain('mesuré, sauf 2 fichiers de taille inconnue');
		expect(read('.page .headline')).not.toContain('100 %');
	});

	it('offers exact counting where bytes are estimated, and says when it is refused', async () => {
		const requestAccess = vi.fn(async () => false);
		const { services } = createServices(measured(liveVisit({ traffic: traffic(150, 30, 20, 2) })), {
			hasWideAccess: async () => false,
			requestAccess,
		});
		await openPopup(services);
		expect(read('.page .headline')).toContain('mesuré à 90 %, 2 fichiers de taille inconnue'); // 180 of 200
		control('Mesurer aussi les vidéos hébergées ailleurs').click();
		await settle();
		expect(requestAccess.mock.calls).toEqual([['*://*/*']]);
		expect(read('.exact')).toContain('Accès refusé : ces chiffres restent estimés.');
	});

	it('says that nothing is measured yet', async () => {
		const { services } = createServices(
			measured(liveVisit({ traffic: { received: {}, sentBytes: 0, sparedBytes: 0 }, nowPlaying: null })),
		);
		await openPopup(services);
		expect(read('.notice h2')).toBe('Rien de mesuré pour l’instant');
	});
});

describe('tips', () => {
	it('are put off for later, and brought back', async () => {
		const saveDismissedTips = vi.fn(async () => {});
		const { services } = createServices(measured(liveVisit()), { saveDismissedTips });
		await openPopup(services);
		const title = read('.tip h3');
		expect(title).toBe('La vidéo arrive en 1080p dans un cadre de 640 × 360.');
		control(`Plus tard : ${title}`).click();
		await settle();
		expect(saveDismissedTips.mock.lastCall).toEqual([{ 'oversized-video': '2026-11-26' }]);
		expect(read('.tip')).not.toContain(title);
		control('Annuler').click();
		await settle();
		expect(saveDismissedTips.mock.lastCall).toEqual([{}]);
		expect(read('.tip h3')).toBe(title);
	});
});

describe('pages without figures', () => {
	it.each([
		['a page of the browser', { id: 7, url: 'chrome://settings' }, 'Pas de cours ici'],
		['an address kept from us', { id: 7, url: null }, 'Pas de cours ici'],
	])('%s', async (_, tab, title) => {
		const { services } = createServices({}, { findTab: async () => tab });
		await openPopup(services);
		expect(read('.notice h2')).toBe(title);
	});

	it('a failure is told, and tried again', async () => {
		const answers = { 'visit/get': { ok: false, error: 'no-answer' } as unknown };
		const { services, asked } = createServices({});
		const others = asked.getMockImplementation();
		asked.mockImplementation((type, request) =>
			type === 'visit/get' ? Promise.resolve(answers['visit/get']) : (others?.(type, request) as Promise<unknown>),
		);
		await openPopup(services);
		expect(read('[role=alert]')).toContain('L’extension n’a pas répondu.');
		answers['visit/get'] = { ok: true, value: liveVisit() };
		control('Réessayer').click();
		await settle();
		expect(read('.page .figure')).toBe('212 Mo');
	});
});
