// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FormatProvider } from '@/components/language';
import { App } from '@/entrypoints/dashboard/App';
import { createExportView } from '@/entrypoints/dashboard/export-view';
import { createDashboardModel } from '@/entrypoints/dashboard/model';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { DEFAULT_PROFILE } from '@/utils/carbon/profile';
import { EMPTY_QUEUE } from '@/utils/export/lrs';
import { NO_WEEKLY, NO_WEEKS } from '@/utils/export/weekly';
import { NO_MEDIA } from '@/utils/measure/media';
import type { DayTotal } from '@/utils/measure/visit';
import type { PageMessages } from '@/utils/messaging/protocol';
import { NO_NOTICES } from '@/utils/settings/notices';
import type { ProfileState } from '@/utils/settings/profile';
import type { Goal } from '@/utils/stats/goal';
import { createFormat } from '@/utils/units/format';
import { COURSE, dayTotal } from './figures';
import { speakFrench } from './french';
import { clear, control, draw, hasControl, plain, read, settle } from './screen';

const DAYS = [
	dayTotal('2026-11-16', 500, 60, 30),
	dayTotal('2026-11-23', 300, 60, 30),
	dayTotal('2026-11-26', 100, 40, 20),
];

type Answer = (request: { firstDay: string; lastDay: string }) => unknown;

/** Thursday 26 November 2026; history is answered from `days`, everything else with success. */
function createServices(days: readonly DayTotal[], answers: Partial<Record<keyof PageMessages, Answer>> = {}) {
	const asked = vi.fn(async (type: keyof PageMessages, request: { firstDay: string; lastDay: string }) => {
		const answer = answers[type];
		if (answer) return answer(request);
		if (type === 'site/list') return { ok: true, value: [] };
		if (type === 'backup/head') return { ok: true, value: { courses: [], firstDay: days[0]?.day ?? null } };
		if (type !== 'history/get') return { ok: true, value: null };
		const inside = days.filter(({ day }) => day >= request.firstDay && day <= request.lastDay);
		return { ok: true, value: { days: inside, courses: [COURSE] } };
	});
	const services: DashboardServices = {
		ask: asked as unknown as DashboardServices['ask'],
		loadProfile: async () => ({ profile: DEFAULT_PROFILE, countryClue: 'language' }),
		watchProfile: () => () => {},
		saveProfile: vi.fn(async () => {}),
		readGoal: async () => null,
		saveGoal: vi.fn(async () => {}),
		watchGoal: () => () => {},
		resetSettings: vi.fn(async () => {}),
		chosenLanguage: null,
		chooseLanguage: vi.fn(async () => {}),
		hasAccess: vi.fn(async () => true),
		requestAccess: vi.fn(async () => true),
		version: '1.2.3',
		language: 'fr',
		readLrs: async () => null,
		saveLrs: vi.fn(async () => {}),
		readLrsQueue: async () => EMPTY_QUEUE,
		watchLrsQueue: () => () => {},
		giveBackAccess: vi.fn(async () => {}),
		readWeekly: async () => NO_WEEKLY,
		saveWeekly: vi.fn(async () => {}),
		readWeeklyState: async () => NO_WEEKS,
		saveWeeklyState: vi.fn(async () => {}),
		watchWeekly: () => () => {},
		requestDownloads: vi.fn(async () => true),
		giveBackDownloads: vi.fn(async () => {}),
		readNotices: async () => NO_NOTICES,
		saveNotices: vi.fn(async () => {}),
		requestNotifications: vi.fn(async () => true),
		giveBackNotifications: vi.fn(async () => {}),
		readSettings: vi.fn(async () => ({})),
		restoreSettings: vi.fn(async () => {}),
		sitesOf: () => [],
		saveFile: vi.fn(),
		loadIds: async (keys) => new Map(keys.map((key) => [key, '00000000-0000-5000-8000-000000000000'])),
		loadCodes: async (ids) => ({ source: 'sourcecode12', courses: new Map(ids.map((id) => [id, 'coursecode'])) }),
		now: () => new Date(2026, 10, 26, 15),
	};
	return { services, asked };
}

async function open(services: DashboardServices, hash = '') {
	const model = createDashboardModel(services);
	const format = createFormat('fr');
	draw(() => (
		<FormatProvider value={format}>
			<App model={model} />
		</FormatProvider>
	));
	await model.go(hash);
	await settle();
	return model;
}

function choose(id: string, value: string): void {
	const select = document.getElementById(id) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
}

function figureCard(label: string): string {
	const card = [...document.querySelectorAll('.figure-card')].find(
		(element) => element.querySelector('dt')?.textContent === label,
	);
	return plain(card?.querySelector('dd')?.textContent ?? '');
}

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('the current week', () => {
	it('shows four figures, each with its quality', async () => {
		await open(createServices(DAYS).services);
		expect(read('h1')).toBe('23 au 29 novembre 2026');
		expect(read('.heading p')).toBe('Semaine 48, 2 jours de cours, 1 site');
		expect(figureCard('Données reçues')).toBe('400 Mo100 % mesurés20 % sous la semaine 47'); // 400 / 500
		expect(figureCard('Temps de cours')).toBe('1 h 406 pages visitées'); // 60 + 40 min, 3 + 3 visits
		expect(figureCard('Films')).toBe('50 min');
		expect(figureCard('Ordre de grandeur')).toMatch(/^\d+ à \d+ gCO₂e/);
	});

	it('tells how films were played, and the media of each course', async () => {
		const media = {
			...NO_MEDIA,
			videoMs: 30 * 60_000,
			detailedMs: 30 * 60_000,
			hiddenMs: 4 * 60_000,
			offScreenMs: 6 * 60_000,
			oversizedMs: 5 * 60_000,
			videoMsByHeight: { 1080: 30 * 60_000 },
			msByPlayer: { 'hls.js': 20 * 60_000, native: 10 * 60_000 },
			distinctMs: 15 * 60_000,
			durationMs: 20 * 60_000,
			unplayedBytes: 7_000_000,
			classMs: 40 * 60_000,
		};
		await open(createServices([{ ...dayTotal('2026-11-23', 300, 60, 30), media }]).services);
		expect(read('.unseen-films')).toBe(
			[
				'5 min de film décodé au double au moins des pixels affichés',
				'4 min de film joué onglet masqué',
				'6 min de film joué hors de l’écran',
				'7 Mo de médias chargés et jamais joués',
			].join(''),
		);
		expect(read('.films')).toContain('Lecteurs : hls.js 20 min, navigateur 10 min');
		const row = document.querySelector('[aria-labelledby="media-title"] tbody tr');
		expect([...(row?.children ?? [])].map((cell) => plain(cell.textContent ?? ''))).toEqual([
			'Prévention des risques',
			'30 min',
			'10 min', // 4 + 6
			'5 min',
			'75 %', // 15 / 20
			'0 min',
			'40 min',
		]);
	});

	it('tells what each kind of page of a course weighs', async () => {
		const page = { ...dayTotal('2026-11-24', 20, 40, 0), activity: 'page' as const };
		await open(createServices([page, dayTotal('2026-11-23', 300, 60, 30)]).services);
		const rows = [...document.querySelectorAll('[aria-labelledby="activities-title"] tbody tr')];
		const cells = rows.map((row) => [...row.children].map((cell) => plain(cell.textContent ?? '')).slice(0, -1));
		expect(cells).toEqual([
			['vidéo', 'Prévention des risques', '3', '1 h', '30 min', '300 Mo'],
			['page', 'Prévention des risques', '3', '40 min', '0 min', '20 Mo'],
		]);
	});

	it('leads to the week before, and to no week that is still to come', async () => {
		await open(createServices(DAYS).services);
		expect(control('Semaine précédente').getAttribute('href')).toBe('#semaine/2026-W47');
		expect(control('Semaine suivante')).toHaveProperty('disabled', true);
	});

	it('draws each day, names it for the ear and tells the same in a table', async () => {
		await open(createServices(DAYS).services);
		const days = [...document.querySelectorAll('.plot button.day')];
		expect(days.map((day) => plain(day.getAttribute('aria-label') ?? '')).slice(0, 2)).toEqual([
			'lundi 23 novembre, 300 Mo',
			'mardi 24 novembre, 0 Mo',
		]);
		const rows = [...document.querySelectorAll('.day-chart tbody tr')].map((row) =>
			[...row.children].map((cell) => plain(cell.textContent ?? '')),
		);
		expect(rows[0]).toEqual(['lundi 23 novembre', '300 Mo', '300 Mo']);
		expect(rows).toHaveLength(7);
	});

	it('is drawn in another measure by the address, which the way to other weeks keeps', async () => {
		await open(createServices(DAYS).services);
		expect(control('Temps').getAttribute('href')).toBe('#semaine/2026-W48/temps');
		await open(createServices(DAYS).services, '#semaine/2026-W48/temps');
		expect(read('#day-chart-title')).toBe('Temps par jour');
		expect(control('Temps').getAttribute('aria-current')).toBe('true');
		expect(hasControl('lundi 23 novembre, 1 h')).toBe(true);
		expect(read('.day-chart > .legend')).toBe('FilmsAutre temps de cours');
		expect(read('.day-chart tbody tr')).toBe('lundi 23 novembre30 min30 min1 h'); // 60 min, 30 of them film
		expect(control('Semaine précédente').getAttribute('href')).toBe('#semaine/2026-W47/temps');
	});

	it('draws grams as a range: what is sure, and up to where it may go', async () => {
		await open(createServices(DAYS).services, '#semaine/2026-W48/co2e');
		const monday = document.querySelector('.plot button.day')?.getAttribute('aria-label') ?? '';
		expect(plain(monday)).toMatch(/^lundi 23 novembre, \d+ à \d+ g$/);
		expect(document.querySelectorAll('.plot [data-kind=low], .plot [data-kind=high]')).toHaveLength(4); // two days
		expect(read('.day-chart > .legend')).toBe('Au moinsAu plus');
		expect(read('.day-chart thead')).toBe('JourCO₂e');
	});

	it('shows the figures of a day that takes the focus', async () => {
		await open(createServices(DAYS).services);
		document.querySelector('.plot button.day')?.dispatchEvent(new FocusEvent('focus'));
		await settle();
		expect(read('.tooltip')).toBe('lundi 23 novembre300 MoVidéo 300 Mo');
	});

	it('lists the courses by name', async () => {
		await open(createServices(DAYS).services);
		const cells = [...document.querySelectorAll('.courses tbody tr:first-child > *')].map((cell) =>
			plain(cell.textContent ?? ''),
		);
		expect(cells.slice(0, 6)).toEqual([
			'Prévention des risquesmoodle.cfa.example',
			'Vidéo 400 Mo',
			'6',
			'1 h 40',
			'50 min',
			'400 Mo',
		]);
	});
});

describe('a month', () => {
	const MONTHS = [dayTotal('2026-10-08', 800, 60, 30), dayTotal('2026-10-30', 100, 60, 30), ...DAYS];

	it('is told by its figures against the month before, up to the same date while it runs', async () => {
		await open(createServices(MONTHS).services, '#mois');
		expect(read('h1')).toBe('Novembre 2026');
		expect(read('.heading p')).toBe('3 jours de cours, 1 site');
		// 500 + 300 + 100, against 800 until 26 October
		expect(figureCard('Données reçues')).toBe('900 Mo100 % mesurés13 % de plus qu’en octobre, aux mêmes dates');
	});

	it('draws its days: those with a course answer, and the table has them all', async () => {
		await open(createServices(MONTHS).services, '#mois/2026-11/temps');
		const days = [...document.querySelectorAll('.plot button.day')].map((day) => day.getAttribute('aria-label'));
		expect(days.map((day) => plain(day ?? ''))).toEqual([
			'lundi 16 novembre, 1 h',
			'lundi 23 novembre, 1 h',
			'jeudi 26 novembre, 40 min',
		]);
		expect(document.querySelectorAll('.day-chart tbody tr')).toHaveLength(30);
	});

	it('leads to its weeks and to its neighbours, in the same measure', async () => {
		await open(createServices(MONTHS).services, '#mois/2026-10/co2e');
		expect(control('Mois précédent').getAttribute('href')).toBe('#mois/2026-09/co2e');
		expect(control('Mois suivant').getAttribute('href')).toBe('#mois/2026-11/co2e');
		expect(control('Semaine 44').getAttribute('href')).toBe('#semaine/2026-W44/co2e');
		await open(createServices(MONTHS).services, '#mois');
		expect(control('Mois suivant')).toHaveProperty('disabled', true);
		expect(hasControl('Semaine 49')).toBe(false); // from Monday 30 November
	});

	it('without a course says so', async () => {
		await open(createServices(MONTHS).services, '#mois/2026-03');
		expect(read('.notice h2')).toBe('Aucun cours mesuré ce mois-ci');
	});

	it('shows its figures without those of the month before, which are read after', async () => {
		const { services, asked } = createServices(MONTHS, {
			'history/get': ({ firstDay }) =>
				firstDay === '2026-11-01'
					? { ok: true, value: { days: MONTHS, courses: [COURSE] } }
					: { ok: false, error: 'store-failed' },
		});
		await open(services, '#mois');
		expect(figureCard('Données reçues')).toBe('900 Mo100 % mesurés');
		const read = asked.mock.calls.filter(([type]) => type === 'history/get').map(([, { firstDay }]) => firstDay);
		expect(read).toEqual(['2026-11-01', '2026-10-01']);
	});

	it('that cannot be read says so, and is read again', async () => {
		let isBroken = true;
		const { services } = createServices(MONTHS, {
			'history/get': () =>
				isBroken ? { ok: false, error: 'store-failed' } : { ok: true, value: { days: MONTHS, courses: [COURSE] } },
		});
		await open(services, '#mois');
		expect(read('[role=alert]')).toContain('La base de données locale ne s’ouvre pas.');
		isBroken = false;
		control('Réessayer').click();
		await settle();
		expect(figureCard('Données reçues')).toContain('900 Mo');
	});
});

describe('a goal', () => {
	function withGoal(goal: Goal | null) {
		const { services } = createServices(DAYS);
		const saveGoal = vi.fn(async () => {});
		return { services: { ...services, readGoal: async () => goal, saveGoal }, saveGoal };
	}

	function write(amount: string): void {
		const field = document.getElementById('goal-amount') as HTMLInputElement;
		field.value = amount;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}

	it('of data is a line in the chart of data, and a plain sentence under the week', async () => {
		const { services } = withGoal({ kind: 'data', weeklyAmount: 1400 });
		await open(services);
		expect(read('.heading')).toContain('Objectif de la semaine : 400 Mo sur 1,4 Go.');
		expect(read('.plot .goal')).toBe('objectif');
		expect(read('.day-chart > .legend')).toBe('VidéoObjectif, un septième par jour : 200 Mo'); // 1400 / 7
		await open(services, '#semaine/2026-W48/temps');
		expect(document.querySelector('.plot .goal')).toBeNull();
	});

	it('of film is a line in the chart of time, which it fits into', async () => {
		const { services } = withGoal({ kind: 'film', weeklyAmount: 14 });
		await open(services, '#semaine/2026-W48/temps');
		expect(read('.heading')).toContain('Objectif de la semaine : 50 min de film sur 14 h.');
		expect(read('.day-chart > .legend')).toContain('Objectif de film, un septième par jour : 2 h');
		const line = document.querySelector('.plot .goal line');
		expect(Number(line?.getAttribute('y1'))).toBeGreaterThan(0);
	});

	it('is not there until it is set, and says nothing of a week without a course', async () => {
		await open(withGoal(null).services);
		expect(document.querySelector('.plot .goal')).toBeNull();
		expect(read('.heading')).not.toContain('Objectif');
		await open(withGoal({ kind: 'data', weeklyAmount: 1400 }).services, '#semaine/2026-W40');
		expect(read('.heading')).not.toContain('Objectif');
	});

	it('is set once its amount is written', async () => {
		const { services, saveGoal } = withGoal(null);
		await open(services, '#reglages');
		expect(document.getElementById('goal-amount')).toBeNull();
		choose('goal-kind', 'film');
		await settle();
		expect(saveGoal).not.toHaveBeenCalled();
		write('3');
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith({ kind: 'film', weeklyAmount: 3 });
		expect(hasControl('Retirer l’objectif')).toBe(true);
	});

	it('is taken away, and put back', async () => {
		const goal = { kind: 'data', weeklyAmount: 1400 } as const;
		const { services, saveGoal } = withGoal(goal);
		await open(services, '#reglages');
		control('Retirer l’objectif').click();
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(null);
		expect(read()).toContain('Objectif retiré.');
		control('Remettre l’objectif').click();
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(goal);
	});

	it('whose amount is emptied is taken away, and keeps asking for one', async () => {
		const { services, saveGoal } = withGoal({ kind: 'data', weeklyAmount: 1400 });
		await open(services, '#reglages');
		write('');
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(null);
		expect(document.getElementById('goal-amount')).not.toBeNull();
	});
});

describe('other weeks', () => {
	it('are shown by the address, and lead on to the next', async () => {
		await open(createServices(DAYS).services, '#semaine/2026-W47');
		expect(read('h1')).toBe('16 au 22 novembre 2026');
		expect(figureCard('Données reçues')).toContain('500 Mo');
		expect(control('Semaine suivante').getAttribute('href')).toBe('#semaine/2026-W48');
		expect(control('Exporter la semaine').getAttribute('href')).toBe('#export/2026-W47');
	});

	it('say that they are empty, and offer no file', async () => {
		await open(createServices(DAYS).services, '#semaine/2026-W40');
		expect(read('.notice h2')).toBe('Aucun cours mesuré cette semaine');
		expect(hasControl('Exporter la semaine')).toBe(false);
	});

	it('greet who has never measured anything', async () => {
		await open(createServices([]).services);
		expect(read('.notice h2')).toBe('Votre première semaine commence ici');
	});

	it('tell a failure, and try again', async () => {
		let isBroken = true;
		const { services } = createServices(DAYS, {
			'history/get': () =>
				isBroken ? { ok: false, error: 'store-failed' } : { ok: true, value: { days: DAYS, courses: [COURSE] } },
		});
		await open(services);
		expect(read('[role=alert]')).toContain('La base de données locale ne s’ouvre pas.');
		isBroken = false;
		control('Réessayer').click();
		await settle();
		expect(figureCard('Données reçues')).toContain('400 Mo');
	});
});

describe('the export', () => {
	it('shows the whole file before it leaves, and offers it under the name of its week', async () => {
		const createObjectURL = vi.spyOn(URL, 'createObjectURL');
		await open(createServices(DAYS).services, '#export/2026-W48');
		expect(control('Télécharger le fichier').getAttribute('download')).toBe('sobrio-2026-W48.csv');
		const file = createObjectURL.mock.lastCall?.[0] as Blob;
		const text = await file.text();
		expect(text).toContain('sourcecode12;2026-11-23;coursecode;video;3;300;');
		expect(text.trim().split('\r\n')).toHaveLength(3); // header, Monday, Thursday
		expect(document.querySelector('.preview')?.textContent).toBe(text);
		expect(control('Semaine précédente').getAttribute('href')).toBe('#export/2026-W47');
	});

	it('is for oneself, with names, once that is chosen, and in another form', async () => {
		await open(createServices(DAYS).services, '#export/2026-W48');
		expect(read('.preview')).not.toMatch(/Prévention|moodle/);
		choose('export-scope', 'personal');
		await settle();
		expect(read('.preview')).toContain('moodle.cfa.example;moodle;12;Prévention des risques');
		choose('export-form', 'json');
		await settle();
		expect(control('Télécharger le fichier').getAttribute('download')).toBe('sobrio-2026-W48.json');
		expect(JSON.parse(document.querySelector('.preview')?.textContent ?? '')).toMatchObject({
			week: '2026-W48',
			scope: 'personal',
			sobrio_version: '1.2.3',
		});
	});

	it('as a report is drawn as it will be, alone, and without names when it is to share', async () => {
		await open(createServices(DAYS).services, '#export/2026-W48');
		choose('export-form', 'report');
		await settle();
		expect(read('.report h1')).toBe('23 au 29 novembre 2026');
		expect(read('.report')).toContain('400 Mo');
		expect(document.querySelectorAll('.report svg .part')).toHaveLength(2); // Monday, Thursday
		expect(read('.report .day-chart tbody tr')).toBe('lundi 23 novembre300 Mo300 Mo');
		expect(read('.report')).not.toMatch(/Prévention|moodle/);
		expect(read('.report')).toContain('coursecode');
		expect(control('Télécharger le fichier').getAttribute('download')).toBe('sobrio-2026-W48.html');
		choose('export-scope', 'personal');
		await settle();
		expect(read('.report')).toContain('Prévention des risques');
	});

	it('of an empty week says so, and offers no file', async () => {
		await open(createServices(DAYS).services, '#export/2026-W40');
		expect(read('.notice h2')).toBe('Aucun cours mesuré cette semaine');
		expect(hasControl('Télécharger le fichier')).toBe(false);
	});
});

describe('followed sites', () => {
	const CAMPUS = {
		host: 'campus.greta.example',
		platform: 'site',
		sinceDay: '2026-11-02',
		lastDay: '2026-11-20',
		isManaged: false,
	};
	const MANAGED = { host: 'moodle.greta.example', platform: 'site', sinceDay: null, lastDay: null, isManaged: true };

	function createSites(sites: readonly object[]) {
		return createServices([], { 'site/list': () => ({ ok: true, value: sites }) });
	}

	it('are listed with their access and last visit, and left', async () => {
		const { services, asked } = createSites([CAMPUS]);
		await open(services, '#sites');
		expect(read('.sites')).toContain('depuis le lundi 2 novembre · dernière visite le vendredi 20 novembre');
		expect(read('.sites')).toContain('Accès accordé');
		expect(hasControl('Rétablir l’accès à campus.greta.example')).toBe(false);
		control('Ne plus suivre campus.greta.example').click();
		expect(asked).toHaveBeenCalledWith('site/unfollow', { host: 'campus.greta.example' });
	});

	it('that the organisation set are named so, and cannot be left', async () => {
		const { services } = createSites([MANAGED]);
		await open(services, '#sites');
		expect(read('.sites')).toContain('suivi à la demande de votre organisation · pas encore visité');
		expect(hasControl('Ne plus suivre moodle.greta.example')).toBe(false);
	});

	it('get a permission back that was taken away', async () => {
		const { services } = createSites([CAMPUS]);
		let isGranted = false;
		services.hasAccess = async () => isGranted;
		services.requestAccess = vi.fn(async () => {
			isGranted = true;
			return true;
		});
		await open(services, '#sites');
		expect(read('.sites .alarm')).toBe('Sans accès : rien n’est mesuré');
		control('Rétablir l’accès à campus.greta.example').click();
		await settle();
		expect(services.requestAccess).toHaveBeenCalledWith('*://campus.greta.example/*');
		expect(document.querySelector('.sites .alarm')).toBeNull();
	});

	describe('that were left', () => {
		async function leave() {
			const created = createSites([CAMPUS]);
			await open(created.services, '#sites');
			control('Ne plus suivre campus.greta.example').click();
			await settle();
			expect(read('.left-site')).toContain('Ses chiffres sont gardés.');
			vi.useFakeTimers();
			control('Effacer ses chiffres').click();
			await vi.advanceTimersByTimeAsync(7000);
			return created;
		}
		afterEach(() => {
			vi.useRealTimers();
		});

		it('have their figures erased, after some seconds', async () => {
			const { asked } = await leave();
			expect(asked).not.toHaveBeenCalledWith('erase/host', expect.anything());
			await vi.advanceTimersByTimeAsync(1000);
			expect(asked).toHaveBeenCalledWith('erase/host', { host: 'campus.greta.example' });
			expect(read('.left-site')).toBe('Les chiffres de campus.greta.example sont effacés.');
		});

		it('keep them when that is undone', async () => {
			const { asked } = await leave();
			control('Annuler').click();
			await vi.advanceTimersByTimeAsync(60_000);
			expect(asked).not.toHaveBeenCalledWith('erase/host', expect.anything());
			expect(hasControl('Effacer ses chiffres')).toBe(true);
		});
	});

	async function type(address: string) {
		const input = document.querySelector('input') as HTMLInputElement;
		input.value = address;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		await settle();
		control('Suivre ce site').click();
	}

	it('are added by their address, asking for that host only', async () => {
		const { services, asked } = createServices([]);
		await open(services, '#sites');
		await type('https://moodle.cfa.example/course/view.php?id=12');
		expect(services.requestAccess).toHaveBeenCalledWith('*://moodle.cfa.example/*');
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'site', tabId: -1 });
		expect(read('#site-status')).toBe('Ce site est suivi.');
	});

	it('are not added from what is no address', async () => {
		const { services } = createServices([]);
		await open(services, '#sites');
		await type('mon moodle');
		await settle();
		expect(services.requestAccess).not.toHaveBeenCalled();
		expect(read('#site-status')).toContain('Cette adresse n’est pas celle d’un site');
	});
});

describe('erasing everything', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	async function confirm(services: DashboardServices) {
		await open(services, '#donnees');
		control('Tout effacer…').click();
		await settle();
		vi.useFakeTimers();
		control('Oui, tout effacer').click();
		await vi.advanceTimersByTimeAsync(0);
	}

	it('waits some seconds, then happens, settings included', async () => {
		const { services, asked } = createServices(DAYS);
		await confirm(services);
		await vi.advanceTimersByTimeAsync(7000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(read('.panel [role=status]')).toBe('Effacement dans 1 seconde.');
		await vi.advanceTimersByTimeAsync(1000);
		expect(asked).toHaveBeenCalledWith('erase/all', {});
		expect(services.resetSettings).toHaveBeenCalledOnce();
		expect(read('.panel [role=status]')).toBe('Tout est effacé.');
	});

	it('is undone in time', async () => {
		const { services, asked } = createServices(DAYS);
		await confirm(services);
		await vi.advanceTimersByTimeAsync(5000);
		control('Annuler').click();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(hasControl('Tout effacer…')).toBe(true);
	});

	it('is given up before it is confirmed', async () => {
		const { services } = createServices(DAYS);
		await open(services, '#donnees');
		control('Tout effacer…').click();
		await settle();
		control('Garder mes données').click();
		await settle();
		expect(hasControl('Oui, tout effacer')).toBe(false);
	});
});

describe('where the grams come from', () => {
	it('shows the parts, two other models, three dated comparisons and the equipment it is for', async () => {
		await open(createServices(DAYS).services);
		const rows = [...document.querySelectorAll('.carbon dl > div')].map((row) =>
			[...row.children].map((cell) => plain(cell.textContent ?? '')),
		);
		expect(rows.map(([label]) => label)).toEqual([
			'Fabrication de l’appareil',
			'Électricité de l’appareil',
			'Réseau',
			'Centre de données',
			'Sustainable Web Design v4',
			'Modèle de puissance',
		]);
		// 0.4 GB x 85.7 g/GB
		expect(rows[4]?.[1]).toBe('environ 34 g');
		expect(document.querySelectorAll('.carbon li')).toHaveLength(3);
		expect(read('.carbon small')).toBe('ADEME, Impact CO2, novembre 2026');
		expect(read('.carbon > p')).toBe(
			'Pour un équipement deviné : portable, réseau fixe, France. Vérifier · La méthode',
		);
		expect(figureCard('Ordre de grandeur')).toMatch(/\d Wh d’électricité$/);
	});

	it('changes with the equipment at once, past weeks and their file included, and without reading them again', async () => {
		let change: (state: ProfileState) => void = () => {};
		const { services, asked } = createServices(DAYS);
		const watchProfile: DashboardServices['watchProfile'] = (onChange) => {
			change = onChange;
			return () => {};
		};
		const model = await open({ ...services, watchProfile }, '#semaine/2026-W47');
		const exportView = createExportView(model);
		await exportView.load();
		const before = [figureCard('Ordre de grandeur'), exportView.file.value?.text];
		const readings = asked.mock.calls.length;
		change({ profile: { ...DEFAULT_PROFILE, device: 'tv', country: 'PL' }, countryClue: null });
		await settle();
		expect(figureCard('Ordre de grandeur')).not.toBe(before[0]);
		expect(exportView.file.value?.text).not.toBe(before[1]);
		expect(read('.carbon > p')).toBe('Pour votre équipement : téléviseur, réseau fixe, Pologne. Modifier · La méthode');
		expect(asked.mock.calls).toHaveLength(readings);
	});
});

describe('the equipment', () => {
	it('goes back to the guess when asked to', async () => {
		const { services } = createServices(DAYS);
		const model = await open(services, '#reglages');
		await model.changeProfile({ ...DEFAULT_PROFILE, device: 'tablet' });
		await settle();
		control('Revenir à ce qui est deviné').click();
		await settle();
		expect(services.saveProfile).toHaveBeenLastCalledWith(null);
		expect((document.querySelector('#profile-device') as HTMLSelectElement).value).toBe('laptop');
		expect(read('form')).toContain('Deviné d’après la langue de votre navigateur');
	});

	it('is saved as soon as it is changed', async () => {
		const { services } = createServices(DAYS);
		await open(services, '#reglages');
		const select = document.querySelector('#profile-network') as HTMLSelectElement;
		select.value = 'mobile';
		select.dispatchEvent(new Event('change', { bubbles: true }));
		await settle();
		expect(services.saveProfile).toHaveBeenCalledWith({ ...DEFAULT_PROFILE, network: 'mobile' });
		expect(read('form')).toContain('Réglé par vous.');
	});
});
