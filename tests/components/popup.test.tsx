// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormatProvider } from '@/components/language';
import { App } from '@/entrypoints/popup/App';
import { createPopupModel } from '@/entrypoints/popup/model';
import type { PopupServices } from '@/entrypoints/popup/services';
import { estimateUse } from '@/utils/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/carbon/profile';
import { EFFECTS, type SoberState } from '@/utils/measure/effects';
import { NO_MEDIA } from '@/utils/measure/media';
import type { LiveVisit } from '@/utils/measure/visit';
import type { PageMessages } from '@/utils/messaging/protocol';
import type { ProfileState } from '@/utils/settings/profile';
import { createFormat } from '@/utils/units/format';
import { COURSE, dayTotal, liveVisit, traffic } from './figures';
import { speakFrench } from './french';
import { clear, control, draw, hasControl, plain, read, settle } from './screen';

const MOODLE = {
	platform: 'moodle',
	platformName: 'Moodle',
	courseKey: '12',
	courseLabel: null,
	activity: 'page',
} as const;

const SOBER_OFF: SoberState = {
	isOn: false,
	isOnEverywhere: false,
	isManaged: false,
	effects: EFFECTS,
	avoidedBytes: 0,
	actions: [],
	cappableCount: 0,
	isStuck: false,
};

type Answers = Partial<Record<keyof PageMessages, unknown>>;

/** Thursday 26 November 2026, a Moodle in the tab, nothing followed, nothing measured. */
function createServices(answers: Answers, change: Partial<PopupServices> = {}) {
	const all: Answers = {
		'visit/get': { ok: true, value: null },
		'history/get': { ok: true, value: { days: [], courses: [] } },
		'site/list': { ok: true, value: [] },
		'site/intend': { ok: true, value: null },
		'site/follow': { ok: true, value: null },
		'sober/get': { ok: true, value: SOBER_OFF },
		'sober/switch': { ok: true, value: null },
		'sober/effect': { ok: true, value: null },
		'sober/act': { ok: true, value: null },
		...answers,
	};
	const asked = vi.fn((type: keyof PageMessages, _request: unknown) => Promise.resolve(all[type]));
	const services: PopupServices = {
		ask: asked as unknown as PopupServices['ask'],
		watchTab: () => () => {},
		findTab: async () => ({ id: 7, url: 'https://moodle.cfa.example/course/view.php?id=12' }),
		detect: async () => ({ place: MOODLE, isHosted: false, isShared: false }),
		requestAccess: vi.fn(async () => true),
		hasAccess: async () => true,
		hasWideAccess: async () => true,
		loadProfile: async () => ({ profile: DEFAULT_PROFILE, countryClue: 'zone' }),
		watchProfile: () => () => {},
		loadDismissedTips: async () => ({}),
		saveDismissedTips: vi.fn(async () => {}),
		reloadTab: vi.fn(),
		openDashboard: vi.fn(),
		now: () => new Date(2026, 10, 26, 15),
		...change,
	};
	return { services, asked };
}

async function open(services: PopupServices) {
	const model = createPopupModel(services);
	const format = createFormat('fr');
	draw(() => (
		<FormatProvider value={format}>
			<App model={model} onDashboard={services.openDashboard} />
		</FormatProvider>
	));
	await model.start();
	await settle();
}

const measured = (visit: LiveVisit): Answers => ({ 'visit/get': { ok: true, value: visit } });

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('a measured page', () => {
	it('shows its weight, how sure it is, its kinds and the film', async () => {
		const { services } = createServices(measured(liveVisit()));
		await open(services);
		expect(read('h1')).toBe('Prévention des risques');
		expect(read('.page .figure')).toBe('212 Mo'); // 182 + 30
		expect(read('.page')).toContain('100 % mesurés');
		expect(read('.page .legend')).toBe('Vidéo 182 MoImages 30 Mo');
		expect(read('.film')).toBe('Film en 1080p, affiché en 640 × 360');
		expect(hasControl('Compter exactement')).toBe(false);
	});

	it.each([
		['out of view', { isOffScreen: true }, 'Film en 1080p, hors de l’écran'],
		['in a hidden tab', { isHidden: true }, 'Film en 1080p, onglet masqué'],
	])('says that the film plays %s', async (_title, change, text) => {
		const visit = liveVisit();
		const nowPlaying = visit.nowPlaying && { ...visit.nowPlaying, ...change };
		await open(createServices(measured(liveVisit({ nowPlaying }))).services);
		expect(read('.film')).toBe(text);
	});

	it('follows the visit while it grows', async () => {
		let push: (visit: LiveVisit | null) => void = () => {};
		const { services } = createServices(measured(liveVisit()), {
			watchTab: (_, onVisit) => {
				push = onVisit;
				return () => {};
			},
		});
		await open(services);
		push(liveVisit({ traffic: traffic(300, 30) }));
		await settle();
		expect(read('.page .figure')).toBe('330 Mo');
	});

	it('does not call a page wholly measured while a size is unknown', async () => {
		const { services } = createServices(measured(liveVisit({ traffic: traffic(150, 30, 0, 2) })));
		await open(services);
		expect(read('.page .headline')).toContain('mesurés, sauf 2 tailles inconnues');
		expect(read('.page .headline')).not.toContain('100 %');
	});

	it('offers exact counting where bytes are estimated, and says when it is refused', async () => {
		const requestAccess = vi.fn(async () => false);
		const { services } = createServices(measured(liveVisit({ traffic: traffic(150, 30, 20, 2) })), {
			hasWideAccess: async () => false,
			requestAccess,
		});
		await open(services);
		expect(read('.page .headline')).toContain('90 % mesurés, 2 tailles inconnues'); // 180 of 200
		control('Compter exactement').click();
		await settle();
		expect(requestAccess.mock.calls).toEqual([['*://*/*']]);
		expect(read('.exact')).toContain('Accès refusé : les estimations restent.');
	});

	it('says that nothing is measured yet', async () => {
		const { services } = createServices(
			measured(liveVisit({ traffic: { received: {}, sentBytes: 0, sparedBytes: 0 }, nowPlaying: null })),
		);
		await open(services);
		expect(read('.notice h2')).toBe('Rien de mesuré pour l’instant');
	});
});

describe('tips', () => {
	it('are put off for later, and brought back', async () => {
		const saveDismissedTips = vi.fn(async () => {});
		const { services } = createServices(measured(liveVisit()), { saveDismissedTips });
		await open(services);
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

describe('a platform that is not followed', () => {
	it('is named, and followed once the browser agrees', async () => {
		const { services, asked } = createServices({});
		await open(services);
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
		await open(services);
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
		await open(services);
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
			await open(created.services);
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
			await open(services);
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
		await open(services);
		control('Recharger la page').click();
		expect(services.reloadTab).toHaveBeenCalledWith(7);
	});
});

describe('pages without figures', () => {
	it.each([
		['a page of the browser', { id: 7, url: 'chrome://settings' }, 'Pas de cours ici'],
		['an address kept from us', { id: 7, url: null }, 'Pas de cours ici'],
	])('%s', async (_, tab, title) => {
		const { services } = createServices({}, { findTab: async () => tab });
		await open(services);
		expect(read('.notice h2')).toBe(title);
	});

	it('a failure is told, and tried again', async () => {
		const answers = { 'visit/get': { ok: false, error: 'no-answer' } as unknown };
		const { services, asked } = createServices({});
		const others = asked.getMockImplementation();
		asked.mockImplementation((type, request) =>
			type === 'visit/get' ? Promise.resolve(answers['visit/get']) : (others?.(type, request) as Promise<unknown>),
		);
		await open(services);
		expect(read('[role=alert]')).toContain('L’extension n’a pas répondu.');
		answers['visit/get'] = { ok: true, value: liveVisit() };
		control('Réessayer').click();
		await settle();
		expect(read('.page .figure')).toBe('212 Mo');
	});
});

describe('sober mode', () => {
	const box = (label: string) =>
		[...document.querySelectorAll('.sober label')].find((each) => plain(each.textContent ?? '') === label)
			?.firstElementChild as HTMLInputElement;
	const sober = (state: Partial<SoberState>): Answers => ({
		...measured(liveVisit()),
		'sober/get': { ok: true, value: { ...SOBER_OFF, ...state } },
	});

	it('is off, and one click switches it on for this site', async () => {
		const { services, asked } = createServices(sober({}));
		await open(services);
		expect(box('Mode sobre sur ce site').checked).toBe(false);
		expect(read('.sober [role=status]')).toBe('');
		box('Mode sobre sur ce site').click();
		expect(asked).toHaveBeenCalledWith('sober/switch', { host: 'moodle.cfa.example', isOn: true });
	});

	it('lists what it does, each with a switch of its own, and all sites', async () => {
		const { services, asked } = createServices(
			sober({ isOn: true, effects: EFFECTS.filter((each) => each !== 'embeds') }),
		);
		await open(services);
		const labels = [...document.querySelectorAll('.sober details label')];
		expect(labels).toHaveLength(1 + EFFECTS.length);
		const embeds = box('Lecteurs YouTube, Vimeo et autres chargés au clic');
		expect(embeds.checked).toBe(false);
		embeds.click();
		expect(asked).toHaveBeenCalledWith('sober/effect', { effect: 'embeds', isOn: true });
		box('Sur tous les sites suivis').click();
		expect(asked).toHaveBeenCalledWith('sober/switch', { host: null, isOn: true });
	});

	it('says what it avoided, as an estimate, and what holds until the page is opened again', async () => {
		const { services } = createServices(sober({ isOn: true, avoidedBytes: 43_000_000, isStuck: true }));
		await open(services);
		expect(read('.sober [role=status]')).toContain('Environ 43 Mo évités sur cette page');
		expect(read('.sober [role=status]')).toContain('jusqu’à la prochaine ouverture');
	});

	it('is not for the learner to switch where the organisation has decided', async () => {
		const { services } = createServices(sober({ isOn: true, isManaged: true }));
		await open(services);
		expect(box('Mode sobre sur ce site').disabled).toBe(true);
		expect(read('.sober [role=status]')).toContain('Réglé par votre organisation.');
	});

	it('is not offered where nothing is measured', async () => {
		const { services } = createServices({});
		await open(services);
		expect(document.querySelector('.sober')).toBeNull();
	});
});

describe('what a tip can do itself', () => {
	const state = (said: Partial<SoberState>): Answers => ({
		...measured(liveVisit()),
		'sober/get': { ok: true, value: { ...SOBER_OFF, ...said } },
	});

	it('is one click, is thanked for once and comes back', async () => {
		const answers = state({ cappableCount: 1 });
		const { services, asked } = createServices(answers);
		await open(services);
		const title = read('.tip h3');
		control('Baisser la qualité').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('sober/act', {
			host: 'moodle.cfa.example',
			tabId: 7,
			action: 'quality',
			isOn: true,
		});
		expect(read('.tip [role=status]')).toContain('C’est fait, jusqu’à la prochaine page.');
		control('Annuler').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('sober/act', expect.objectContaining({ action: 'quality', isOn: false }));
		expect(read('.tip h3')).toBe(title);
		expect(read('.tip [role=status]')).toBe('');
	});

	it('is not proposed again while it is done', async () => {
		const { services } = createServices(state({ actions: ['quality'] }));
		await open(services);
		expect(hasControl('Baisser la qualité')).toBe(false);
		expect(read('.tip h3')).not.toContain('1080p');
	});

	it('is nothing on a light page without a film', async () => {
		const light = liveVisit({ traffic: traffic(0, 0.2), media: NO_MEDIA, nowPlaying: null });
		const { services } = createServices(measured(light));
		await open(services);
		expect(document.querySelector('.tip')).toBeNull();
		expect(read('.calm')).toBe('Rien à améliorer ici.');
	});
});

describe('the week', () => {
	const days = [
		dayTotal('2026-11-16', 500, 60, 30),
		dayTotal('2026-11-23', 300, 60, 30),
		dayTotal('2026-11-26', 100, 40, 20),
	];
	const history = { 'history/get': { ok: true, value: { days, courses: [COURSE] } } };

	it('sums up this week and compares it with the last', async () => {
		const { services, asked } = createServices(history);
		await open(services);
		expect(asked).toHaveBeenCalledWith('history/get', { firstDay: '2026-11-16', lastDay: '2026-11-29' });
		expect(read('.week')).toContain('400 Mo 100 Mo aujourd’hui');
		expect(read('.week')).toContain('1 h 40 de cours, 50 % en vidéo'); // 60 + 40 min; 50 of 100
		expect(read('.week')).toContain('20 % sous la précédente'); // 400 / 500
	});

	it('tells the bars in a table', async () => {
		const { services } = createServices(history);
		await open(services);
		const rows = [...document.querySelectorAll('.week-bars tr')].map((row) => plain(row.textContent ?? ''));
		expect(rows).toHaveLength(7);
		expect(rows[0]).toBe('lundi 23 novembre300 Mo');
		expect(rows[3]).toBe('jeudi 26 novembre100 Mo');
	});

	it('leads to where its export is looked at before it leaves', async () => {
		const { services } = createServices(history);
		await open(services);
		control('Exporter la semaine').click();
		expect(services.openDashboard).toHaveBeenCalledWith('#export/2026-W48');
	});

	it('offers no export while there is nothing in it', async () => {
		const { services } = createServices({});
		await open(services);
		expect(hasControl('Exporter la semaine')).toBe(false);
	});
});

describe('the equipment', () => {
	const lesson: Answers = {
		'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 620, 55, 37)], courses: [COURSE] } },
	};

	it('is told to be guessed, and its line leads to the settings', async () => {
		const { services } = createServices(lesson);
		await open(services);
		expect(read('.week')).toContain('Équipement deviné : portable, France. Vérifier');
		control('Vérifier').click();
		expect(services.openDashboard).toHaveBeenCalledWith('#reglages');
	});

	it('changes the grams of an open popup as soon as it is set elsewhere, and is no longer called guessed', async () => {
		let change: (state: ProfileState) => void = () => {};
		const { services } = createServices(lesson, {
			watchProfile: (onChange) => {
				change = onChange;
				return () => {};
			},
		});
		await open(services);
		// 620 MB and 55 minutes, France: two comparisons, dated.
		expect(read('.week')).toContain(
			'25 à 54 g CO₂e, soit 180 à 380 m en voiture ou 9 à 18 km en TGV (ADEME, novembre 2026)',
		);
		const polish = { ...DEFAULT_PROFILE, country: 'PL' };
		change({ profile: polish, countryClue: null });
		await settle();
		const use = { receivedBytes: 620e6, sentBytes: 0, activeMs: 55 * 60_000 };
		expect(read('.week')).toContain(plain(createFormat('fr').grams(estimateUse(use, polish).co2eGrams)));
		expect(read('.week')).not.toContain('25 à 54 g');
		expect(read('.week')).not.toContain('deviné');
	});

	it('compares nothing with less than a gram', async () => {
		const { services } = createServices({
			'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 1, 0, 0)], courses: [COURSE] } },
		});
		await open(services);
		expect(read('.week')).toContain('CO₂e');
		expect(read('.week')).not.toContain('soit');
	});
});
