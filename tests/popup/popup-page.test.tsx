// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { permissions, startBrowser } from '@/tests/components/browser';
import { liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { readDismissedTips } from '@/utils/settings/dismissed-tips';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

describe('a measured page', () => {
	it('shows its bytes, how reliable they are, its types of content and the video', async () => {
		await openPopup(measured(liveVisit()));
		expect(read('h1')).toBe('Prévention des risques');
		expect(read('.page .figure')).toBe('212 Mo'); // 182 + 30
		expect(read('.page')).toContain('mesuré à 100 %');
		expect(read('.page .legend')).toBe('Vidéo 182 MoImages 30 Mo');
		expect(read('.video')).toBe('Vidéo 1080p affichée en 640 × 360');
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
	});

	it.each([
		['out of view', { isOffScreen: true }, 'Vidéo en 1080p, hors de l’écran'],
		['in a hidden tab', { isHidden: true }, 'Vidéo en 1080p, onglet masqué'],
	])('shows that the video plays %s', async (_title, change, text) => {
		const visit = liveVisit();
		const nowPlaying = visit.nowPlaying && { ...visit.nowPlaying, ...change };
		await openPopup(measured(liveVisit({ nowPlaying })));
		expect(read('.video')).toBe(text);
	});

	it('follows the visit while it grows', async () => {
		const { pushVisit } = await openPopup(measured(liveVisit()));
		await pushVisit(liveVisit({ traffic: traffic(300, 30) }));
		expect(read('.page .figure')).toBe('330 Mo');
	});

	it('does not call a page 100 % measured while a size is unknown', async () => {
		await openPopup(measured(liveVisit({ traffic: traffic(150, 30, 0, 2) })));
		expect(read('.page .headline')).toContain('mesuré, 2 fichiers de taille inconnue');
		expect(read('.page .headline')).not.toContain('100 %');
	});

	it('offers exact measurement for estimated bytes, and shows a refusal', async () => {
		permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
		permissions.request.mockResolvedValue(false);
		await openPopup(measured(liveVisit({ traffic: traffic(150, 30, 20, 2) })));
		expect(read('.page .headline')).toContain('mesuré à 90 %, au moins 180 Mo, 2 fichiers de taille inconnue'); // 180 of 200
		control('Mesurer les vidéos hébergées ailleurs').click();
		await settle();
		expect(permissions.request.mock.calls).toEqual([[{ origins: [ALL_HOSTS] }]]);
		expect(read('.exact')).toContain('Accès refusé : ces chiffres restent estimés.');
	});

	it('shows that nothing is measured yet', async () => {
		await openPopup(measured(liveVisit({ traffic: { received: {}, sentBytes: 0, sparedBytes: 0 }, nowPlaying: null })));
		expect(read('.notice h2')).toBe('Rien de mesuré pour l’instant');
	});
});

describe('tips', () => {
	it('are dismissed, and restored', async () => {
		await openPopup(measured(liveVisit()));
		const title = read('.tip h3');
		expect(title).toBe('La vidéo arrive en 1080p dans un cadre de 640 × 360.');
		expect(read('.tip .stake')).toMatch(/^Jusqu’à [\d,]+ [MG]o et [\d,]+ g CO₂e de moins par heure$/);
		control(`Plus tard : ${title}`).click();
		await settle();
		expect(await readDismissedTips()).toEqual({ 'oversized-video': '2026-11-26' });
		expect(read('.tip')).not.toContain(title);
		control('Annuler').click();
		await settle();
		expect(await readDismissedTips()).toEqual({});
		expect(read('.tip h3')).toBe(title);
	});
});

describe('a promise per hour', () => {
	it('names a version that the player has shown to have', async () => {
		const { nowPlaying, media } = liveVisit();
		const videoMsByHeight = { 720: 5_000, 1080: media.videoMs };
		const large = { shownWidthPx: 1280, shownHeightPx: 700 };
		await openPopup(
			measured(
				liveVisit({
					traffic: traffic(2_000, 0.2),
					nowPlaying: nowPlaying && { ...nowPlaying, ...large },
					media: { ...media, videoMsByHeight },
				}),
			),
		);
		expect(read('.tip .stake')).toMatch(/^En 720p, cela éviterait/);
	});
});

describe('pages without figures', () => {
	it.each([
		['a page of the browser', 'chrome://settings', 'Pas de cours ici'],
		['an address that the browser withholds', null, 'Pas de cours ici'],
	])('%s', async (_, url, title) => {
		await openPopup({}, url);
		expect(read('.notice h2')).toBe(title);
	});

	it('a failure is shown, and retried', async () => {
		let reply: object = { ok: false, error: 'no-answer' };
		await openPopup({ 'visit/get': () => reply });
		expect(read('[role=alert]')).toContain('L’extension n’a pas répondu.');
		reply = { ok: true, value: liveVisit() };
		control('Réessayer').click();
		await settle();
		expect(read('.page .figure')).toBe('212 Mo');
	});
});

describe('exact measurement', () => {
	it('is not offered for a video in one file, which no access changes', async () => {
		permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
		const { media, ...visit } = liveVisit({ traffic: traffic(150, 30, 20, 2) });
		await openPopup(measured({ ...visit, media: { ...media, singleQualityMs: 60_000 } }));
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
	});

	it('is not offered for a window on another host alone, which is no video', async () => {
		permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
		await openPopup(measured(liveVisit({ traffic: traffic(150, 30, 0, 2), windowCount: 2 })));
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
	});

	it('says which access the browser will ask for', async () => {
		permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
		await openPopup(measured(liveVisit({ traffic: traffic(150, 30, 20, 2) })));
		expect(read('.exact')).toContain('votre navigateur demandera l’accès à tous les sites');
	});
});

describe('the tip slot', () => {
	const light = (activeMs: number) =>
		liveVisit({ activeMs, traffic: traffic(0, 0.2), media: NO_MEDIA, nowPlaying: null });

	it('says nothing of what could be better before a minute was observed', async () => {
		const { pushVisit } = await openPopup(measured(light(59_000)));
		expect(read('.tip-slot')).toBe('Les conseils arrivent après une minute sur cette page.');
		await pushVisit(light(60_000));
		expect(read('.tip-slot')).toBe('Rien à améliorer ici.');
	});

	it('keeps the shown tip and its promise while the visit goes on, and counts those that come', async () => {
		const { pushVisit } = await openPopup(measured(liveVisit({ traffic: traffic(182, 0.2) })));
		const before = [read('.tip h3'), read('.tip .stake')];
		expect(read('.tip h2')).toBe('Conseil');
		const later = { ...liveVisit({ traffic: traffic(1_800, 300) }), activeMs: 700_000 };
		await pushVisit({ ...later, media: { ...later.media, hiddenMs: 400_000 } });
		expect([read('.tip h3'), read('.tip .stake')]).toEqual(before);
		expect(read('.tip h2')).toBe('Conseil 1 sur 3Suivant');
	});

	it('starts anew with the next page', async () => {
		const { pushVisit } = await openPopup(measured(liveVisit()));
		control(`Plus tard : ${read('.tip h3')}`).click();
		await settle();
		expect(read('.tip')).toContain('Ce conseil ne reviendra pas avant 30 jours.');
		await pushVisit({ ...light(90_000), id: 'visit-2' });
		expect(read('.tip-slot')).toBe('Rien à améliorer ici.');
	});
});
