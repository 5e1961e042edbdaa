import { NO_MEDIA } from '@/utils/core/schema/media-fields';
// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { control, hasControl, plain, read, settle } from '@/tests/components/screen';
import { DAYS, figureCard, open } from './dashboard-rig';

beforeEach(startBrowser);

describe('the current week', () => {
	it('shows four figures, each with its quality', async () => {
		await open(DAYS);
		expect(read('h1')).toBe('23 au 29 novembre 2026');
		expect(read('.heading p')).toBe('Semaine 48, 2 jours de cours, 1 site');
		expect(figureCard('Données reçues')).toBe('400 Momesuré à 100 %20 % de moins que la semaine 47'); // 400 / 500
		expect(figureCard('Temps de cours')).toBe('1 h 406 pages visitées'); // 60 + 40 min, 3 + 3 visits
		expect(figureCard('Vidéos')).toBe('50 min');
		expect(figureCard('Émissions, ordre de grandeur')).toMatch(/^\d+ à \d+ gCO₂e/);
	});

	it('shows how videos were played, and the media of each course', async () => {
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
		await open([{ ...dayTotal('2026-11-23', 300, 60, 30), media }]);
		expect(read('.unseen-videos')).toBe(
			[
				'5 min de vidéo reçue avec au moins deux fois plus de pixels que l’écran n’en montre',
				'4 min de vidéo lue avec l’onglet masqué',
				'6 min de vidéo lue hors de l’écran',
				'7 Mo de médias chargés et jamais lus',
			].join(''),
		);
		expect(read('.videos')).toContain('Lecteurs : hls.js 20 min, navigateur 10 min');
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

	it('shows assistants beside the courses, by family of models', async () => {
		const assistants = {
			gpt: { promptCount: 3, readCount: 2, characters: 4_000, answerMs: 60_000, unreadCount: 1 },
			llama: { promptCount: 2, readCount: 2, characters: 1_600 },
			own: { promptCount: 1, unreadCount: 1 },
		};
		await open([{ ...dayTotal('2026-11-23', 300, 60, 30), assistants }]);
		const card = document.querySelector('section[aria-labelledby="assistants-title"]');
		const rows = [...(card?.querySelectorAll('tbody tr') ?? [])].map((row) =>
			[...row.children].map((cell) => plain(cell.textContent ?? '')),
		);
		expect(rows.map((row) => row.slice(0, 4))).toEqual([
			['GPTpoids non publiés', '3', '1', '800 à 1 200'],
			['Llamapoids publiés', '2', '0', '320 à 480'],
			['Modèle non reconnu', '1', '1', '–'],
		]);
		expect(rows[2]?.slice(4)).toEqual(['–', '–', '–', '–']);
		const words = plain(card?.textContent ?? '');
		expect(words).toMatch(/lundi 23 novembre : 6 questions, .* Wh/);
		expect(words).toContain('2 à des modèles à poids publiés, 3 à des modèles aux poids non publiés, 1 à d’autres');
		expect(words).toContain('Publié par le fournisseur : 0,34 Wh et 0,32 mL');
	});

	it('shows the figures of each kind of page of a course', async () => {
		const page = { ...dayTotal('2026-11-24', 20, 40, 0), activity: 'page' as const };
		await open([page, dayTotal('2026-11-23', 300, 60, 30)]);
		const rows = [...document.querySelectorAll('[aria-labelledby="activities-title"] tbody tr')];
		const cells = rows.map((row) => [...row.children].map((cell) => plain(cell.textContent ?? '')).slice(0, -1));
		expect(cells).toEqual([
			['vidéo', 'Prévention des risques', '3', '1 h', '30 min', '300 Mo'],
			['page', 'Prévention des risques', '3', '40 min', '0 min', '20 Mo'],
		]);
	});

	it('links to the week before, and to no future week', async () => {
		await open(DAYS);
		expect(control('Semaine précédente').getAttribute('href')).toBe('#semaine/2026-W47');
		expect(control('Semaine suivante')).toHaveProperty('disabled', true);
	});

	it('draws each day with a label for screen readers, and shows the same in a table', async () => {
		await open(DAYS);
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

	it('is drawn in the measure of the address, which links to other weeks keep', async () => {
		await open(DAYS);
		expect(control('Temps').getAttribute('href')).toBe('#semaine/2026-W48/temps');
		await open(DAYS, '#semaine/2026-W48/temps');
		expect(read('#day-chart-title')).toBe('Temps par jour');
		expect(control('Temps').getAttribute('aria-current')).toBe('true');
		expect(hasControl('lundi 23 novembre, 1 h')).toBe(true);
		expect(read('.day-chart > .legend')).toBe('VidéosAutre temps de cours');
		expect(read('.day-chart tbody tr')).toBe('lundi 23 novembre30 min30 min1 h'); // 60 min, 30 of them video
		expect(control('Semaine précédente').getAttribute('href')).toBe('#semaine/2026-W47/temps');
	});

	it('draws grams as a range, from the lower to the upper estimate', async () => {
		await open(DAYS, '#semaine/2026-W48/co2e');
		const monday = document.querySelector('.plot button.day')?.getAttribute('aria-label') ?? '';
		expect(plain(monday)).toMatch(/^lundi 23 novembre, \d+ à \d+ g$/);
		expect(document.querySelectorAll('.plot [data-kind=low], .plot [data-kind=high]')).toHaveLength(4); // two days
		expect(read('.day-chart > .legend')).toBe('Estimation basseEstimation haute');
		expect(read('.day-chart thead')).toBe('JourCO₂e');
	});

	it('shows the figures of a day that takes the focus', async () => {
		await open(DAYS);
		document.querySelector('.plot button.day')?.dispatchEvent(new FocusEvent('focus'));
		await settle();
		expect(read('.tooltip')).toBe('lundi 23 novembre300 MoVidéo 300 Mo');
	});

	it('lists the courses by name', async () => {
		await open(DAYS);
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

describe('other weeks', () => {
	it('are shown by the address, and link to the next', async () => {
		await open(DAYS, '#semaine/2026-W47');
		expect(read('h1')).toBe('16 au 22 novembre 2026');
		expect(figureCard('Données reçues')).toContain('500 Mo');
		expect(control('Semaine suivante').getAttribute('href')).toBe('#semaine/2026-W48');
		expect(control('Exporter la semaine').getAttribute('href')).toBe('#export/2026-W47');
	});

	it('are shown as empty, without a file', async () => {
		await open(DAYS, '#semaine/2026-W40');
		expect(read('.notice h2')).toBe('Aucun cours mesuré cette semaine');
		expect(hasControl('Exporter la semaine')).toBe(false);
	});

	it('explain the first use when nothing was ever measured', async () => {
		await open([]);
		expect(read('.notice h2')).toBe('Votre première semaine commence ici');
	});

	it('are no first use when earlier figures are lost', async () => {
		const loss = { why: 'gone', day: '2026-11-26' };
		await open([], '', { 'store/get': { ok: true, value: { loss, isFailing: false } } });
		expect([...document.querySelectorAll('.notice h2')].map(({ textContent }) => textContent)).toEqual([
			'Les chiffres d’avant manquent',
			'Aucun cours mesuré cette semaine',
		]);
	});

	it('show a failure, and retry', async () => {
		let isBroken = true;
		await open(DAYS, '', {
			'history/get': () =>
				isBroken ? { ok: false, error: 'store-failed' } : { ok: true, value: { days: DAYS, courses: [COURSE] } },
		});
		expect(read('[role=alert]')).toContain('La base de données locale ne s’ouvre pas.');
		isBroken = false;
		control('Réessayer').click();
		await settle();
		expect(figureCard('Données reçues')).toContain('400 Mo');
	});
});
