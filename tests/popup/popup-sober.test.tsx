// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { type Answers, startBrowser } from '@/tests/components/browser';
import { liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, plain, read, settle } from '@/tests/components/screen';
import type { NowPlaying } from '@/utils/core/schema/media';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { EFFECTS, type SoberState } from '@/utils/core/sober/effects';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

describe('sober mode', () => {
	const box = (label: string) =>
		[...document.querySelectorAll('.sober label')].find((each) => plain(each.textContent ?? '') === label)
			?.firstElementChild as HTMLInputElement;
	const sober = (state: Partial<SoberState>): Answers => ({
		...measured(liveVisit()),
		'sober/get': { ok: true, value: { ...SOBER_OFF, ...state } },
	});

	it('is off by default, and one click switches it on for this site', async () => {
		const { asked } = await openPopup(sober({}));
		expect(box('Mode sobre sur ce site').checked).toBe(false);
		expect(box('Mode sobre sur ce site').getAttribute('role')).toBe('switch');
		expect(document.querySelector('.sober details.off')).not.toBeNull();
		expect(read('.sober [role=status]')).toBe('');
		box('Mode sobre sur ce site').click();
		expect(asked).toHaveBeenCalledWith('sober/switch', { host: 'moodle.cfa.example', isOn: true });
	});

	it('lists what it does, each with a switch of its own, and all sites', async () => {
		const { asked } = await openPopup(sober({ isOn: true, effects: EFFECTS.filter((each) => each !== 'embeds') }));
		const labels = [...document.querySelectorAll('.sober details label')];
		expect(labels).toHaveLength(1 + EFFECTS.length);
		const embeds = box('Lecteurs YouTube, Vimeo et autres chargés au clic');
		expect(embeds.checked).toBe(false);
		embeds.click();
		expect(asked).toHaveBeenCalledWith('sober/effect', { effect: 'embeds', isOn: true });
		box('Sur tous les sites suivis').click();
		expect(asked).toHaveBeenCalledWith('sober/switch', { host: null, isOn: true });
	});

	it('names the highest resolution that was chosen', async () => {
		await openPopup(sober({ isOn: true, limitLines: 1080 }));
		expect(box('Vidéos à la taille affichée, 1080p au plus').checked).toBe(true);
	});

	it('shows what it avoided, as an estimate, and what lasts until the page is reloaded', async () => {
		await openPopup(sober({ isOn: true, avoidedBytes: 43_000_000, isStuck: true }));
		expect(read('.sober [role=status]')).toContain('Environ 43 Mo évités sur cette page');
		expect(read('.sober [role=status]')).toContain('rechargez la page');
	});

	it('says what switching on did to the video, once that was seen, until it is switched off', async () => {
		const answers = sober({});
		const { pushVisit } = await openPopup({
			...answers,
			'sober/get': () => ({ ok: true, value: { ...SOBER_OFF, isOn: box('Mode sobre sur ce site')?.checked ?? false } }),
		});
		const status = () => read('.sober [role=status]');
		box('Mode sobre sur ce site').click();
		await settle();
		await pushVisit(liveVisit());
		expect(status()).toBe('');
		const { nowPlaying } = liveVisit();
		const lower = nowPlaying && { ...nowPlaying, decodedWidthPx: 854, decodedHeightPx: 480 };
		await pushVisit(liveVisit({ nowPlaying: lower }));
		// 182 MB in 10 min are 1.092 GB an hour, of which ADEME's 480p would leave 0.7 GB.
		expect(status()).toBe('Cette vidéo : de 1080p à 480p, environ 390 Mo de moins par heure.');
		box('Mode sobre sur ce site').click();
		await settle();
		expect(status()).toBe('');
	});

	it('is not for the learner to switch where the organisation has decided', async () => {
		await openPopup(sober({ isOn: true, isManaged: true }));
		expect(box('Mode sobre sur ce site').disabled).toBe(true);
		expect(read('.sober [role=status]')).toContain('Réglé par votre organisation.');
	});

	it('is not offered where nothing is measured', async () => {
		await openPopup();
		expect(document.querySelector('.sober')).toBeNull();
	});
});

describe('what a tip can do itself', () => {
	const state = (report: Partial<SoberState>): Answers => ({
		...measured(liveVisit()),
		'sober/get': { ok: true, value: { ...SOBER_OFF, ...report } },
	});

	const LOWER = 'Baisser la qualité';
	const status = () => read('.tip [role=status]');
	const playing = (change: Partial<NowPlaying>) => {
		const visit = liveVisit();
		return liveVisit({ nowPlaying: visit.nowPlaying && { ...visit.nowPlaying, ...change } });
	};

	it('is one click that can be undone, and counts as done once the player shows the change', async () => {
		const { asked, pushVisit } = await openPopup(state({ cappableCount: 1 }));
		const title = read('.tip h3');
		control(LOWER).click();
		await settle();
		expect(asked).toHaveBeenCalledWith('sober/act', {
			host: 'moodle.cfa.example',
			tabId: 7,
			action: 'quality',
			isOn: true,
		});
		expect(status()).toContain('Demandé au lecteur');
		expect(status()).not.toContain('C’est fait');
		await pushVisit(playing({ decodedWidthPx: 854, decodedHeightPx: 480 }));
		expect(status()).toContain('C’est fait : la vidéo est maintenant en 480p.');
		await pushVisit(liveVisit({ nowPlaying: null }));
		expect(status()).toContain('480p');
		control('Annuler').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('sober/act', expect.objectContaining({ action: 'quality', isOn: false }));
		expect(read('.tip h3')).toBe(title);
		expect(status()).toBe('');
	});

	it('is over with its page: another visit with a lower resolution is not taken for it', async () => {
		const { pushVisit } = await openPopup(state({ cappableCount: 1 }));
		control(LOWER).click();
		await settle();
		await pushVisit({ ...playing({ decodedWidthPx: 854, decodedHeightPx: 480 }), id: 'visit-2' });
		expect(read('.tip-slot')).not.toContain('480p');
		await pushVisit(liveVisit());
		expect(status()).toContain('Demandé au lecteur');
	});

	it('says so where the player did not take it, and does not offer it again', async () => {
		const { asked } = await openPopup(state({ cappableCount: 0 }));
		vi.useFakeTimers({ toFake: ['setTimeout'] });
		control(LOWER).click();
		await vi.advanceTimersByTimeAsync(7_000);
		vi.useRealTimers();
		await settle();
		expect(status()).toContain('Sobrio ne peut pas régler ce lecteur');
		expect(hasControl('Annuler')).toBe(false);
		expect(asked).toHaveBeenCalledWith('sober/act', expect.objectContaining({ action: 'quality', isOn: false }));
	});

	it.each([
		['exists in one quality', { isAdaptive: false }],
		['is played by a player that nobody can control', { player: 'panopto' }],
	] as const)('is not offered where the video %s', async (_, change) => {
		await openPopup({ ...state({}), ...measured(playing(change)) });
		expect(hasControl(LOWER)).toBe(false);
	});

	it('is for its author, not for the learner, to change where the video exists in one quality', async () => {
		await openPopup({ ...state({}), ...measured(playing({ isAdaptive: false })) });
		expect(read('.tip')).not.toContain('1080p');
	});

	it('is not proposed again while it is done', async () => {
		await openPopup(state({ actions: ['quality'] }));
		expect(hasControl('Baisser la qualité')).toBe(false);
		expect(read('.tip h3')).not.toContain('1080p');
	});

	it('is nothing on a light page without a video', async () => {
		const light = liveVisit({ traffic: traffic(0, 0.2), media: NO_MEDIA, nowPlaying: null });
		await openPopup(measured(light));
		expect(document.querySelector('.tip')).toBeNull();
		expect(read('.calm')).toBe('Rien à améliorer ici.');
	});
});
