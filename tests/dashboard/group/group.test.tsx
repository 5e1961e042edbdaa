// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGroup } from '@/entrypoints/dashboard/group/GroupView';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, plain, read, settle } from '@/tests/components/screen';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { sharedCsv, sharedJson } from '@/tests/core/group/shared';
import type { Assistants } from '@/utils/core/schema/assistants';
import { fault, InlineWorker, PUBLISHED } from './inline-worker';

const CAMILLE = 'camille00000';
let view: ReturnType<typeof openGroup>;

const fileOf = (name: string, text: string) => new File([text], name);

/** A file of so many megabytes, of which one is in memory. */
function longFile(name: string, megabytes: number): File {
	const megabyte = new Uint8Array(1_000_000);
	let leftCount = megabytes;
	const pull = (controller: ReadableStreamDefaultController) => {
		if (leftCount-- > 0) controller.enqueue(megabyte);
		else controller.close();
	};
	const stream = () => new ReadableStream({ pull });
	return Object.defineProperty(fileOf(name, ''), 'stream', { value: stream });
}

/** Chooses files as a person does. */
async function choose(...files: readonly File[]): Promise<void> {
	const input = document.getElementById('group-files') as HTMLInputElement;
	Object.defineProperty(input, 'files', { value: files, configurable: true });
	input.dispatchEvent(new Event('change', { bubbles: true }));
	await untilRead();
}

/** Waits until the files are read and the merged CSV is there. */
async function untilRead(): Promise<void> {
	const isBusy = () => document.querySelector('progress, .group-week [role=status]') !== null;
	await settle();
	for (let turn = 0; turn < 400 && isBusy(); turn++) await settle();
	expect(isBusy()).toBe(false);
}

beforeEach(async () => {
	await startBrowser();
	vi.stubGlobal('Worker', InlineWorker);
	fault.isNext = false;
	view = openGroup('fr');
	draw(() => view.render());
});

afterEach(() => {
	view.close();
	vi.unstubAllGlobals();
});

const setAside = () => [...document.querySelectorAll('.aside-files li')].map((line) => plain(line.textContent ?? ''));

describe('the view of a group', () => {
	it('explains what to open, and shows no figure at first', () => {
		expect(read('h1')).toBe('La semaine d’un groupe');
		expect(read()).toContain('Tout reste dans la mémoire de cette page');
		expect(document.querySelector('.figure-cards')).toBeNull();
		expect(hasControl('Tout retirer')).toBe(false);
	});

	it('shows what AI assistants were asked, with what is unknown, only where one was', async () => {
		const asked = (assistants: Assistants) => ({ ...LESSON, assistants });
		const read = { promptCount: 3, readCount: 3, characters: 4_800, answerMs: 60_000 };
		const cardText = () => plain(document.querySelector('.figure-cards')?.textContent ?? '');
		await choose(fileOf('a.json', sharedJson(CAMILLE, [asked({ mistral: read })])));
		expect(cardText()).toMatch(/Assistants IA3 questions[\d,]+ à [\d,]+ Wh[\d,]+ à [\d,]+ g CO₂e[\d,]+ à [\d,]+ mL/);
		const unread = asked({ claude: { promptCount: 1, unreadCount: 1 } });
		await choose(fileOf('b.csv', sharedCsv('dominique000', [unread])));
		expect(cardText()).toMatch(/4 questionsau moins .* Wh.*1 réponse de taille inconnue/);
	});

	it('adds up what learners shared, as JSON or CSV', async () => {
		await choose(
			fileOf('a.json', sharedJson(CAMILLE, [LESSON, QUIZ])),
			fileOf('b.csv', sharedCsv('dominique000', [LESSON])),
		);
		const cards = [...document.querySelectorAll('.figure-card')].map((card) => plain(card.textContent ?? ''));
		expect(cards[0]).toBe('Apprenants21 code de cours');
		expect(cards[1]).toMatch(
			/^Données reçues9 Momesuré à 78 %entre 8,8 Mo et 9,5 Mo6 fichiers de taille inconnue4,5 Mo par apprenant/,
		);
		expect(cards[2]).toBe('Vidéos3 min4 min de cours'); // 75 + 75 s, 90 + 30 + 90 s
		expect(cards[3]).toMatch(/^Émissions, ordre de grandeur.*CO₂e/);
		expect(read()).toContain('Apprenants dont le fichier indique les types de contenu : 1 sur 2.');
		expect(read('[aria-labelledby=group-activities] tbody')).toMatch(/^vidéo2.*quiz1/);
		expect(read('.panel [role=status]')).toBe('2 semaines d’apprenants comptées.');
	});

	it('explains that courses add up by their code only, and that grams are for each learner’s equipment', async () => {
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])));
		expect(read('[aria-labelledby=adds-up]')).toMatch(
			/Les cours s’additionnent par leur code.*un code différent chez chaque apprenant/,
		);
		expect(read('[aria-labelledby=adds-up]')).toContain('pour l’équipement de son auteur');
	});

	it('says in each row what the measured data stand for, and how many sizes are unknown', async () => {
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])));
		const heads = [...document.querySelectorAll('[aria-labelledby=group-activities] th')].map(
			(head) => head.textContent,
		);
		const at = heads.findIndex((head) => head?.startsWith('Données mesurées'));
		const row = document.querySelector('table[aria-labelledby=group-activities] tbody tr');
		// 3.5 of 4.5 MB.
		expect(plain(row?.children[at]?.textContent ?? '')).toBe('78 %3 fichiers de taille inconnue');
		expect(read('[aria-labelledby=adds-up]')).toMatch(/« Données mesurées » est la part.*Le reste est estimé/);
	});

	it('lists each file that is not counted, with the reason', async () => {
		const json = sharedJson(CAMILLE, [LESSON]);
		await choose(
			fileOf('notes.txt', 'rien'),
			fileOf('autre.csv', 'a;b'),
			fileOf('coupé.json', json.slice(0, -30)),
			fileOf('demain.json', json.replace('"version": 1', '"version": 9')),
			fileOf('.DS_Store', 'caché'),
			fileOf('camille.json', json),
			fileOf('camille (1).json', json),
			longFile('gros.json', 30),
			longFile('énorme.csv', 300),
		);
		expect(setAside()).toEqual([
			'notes.txt n’est pas un export de Sobrio.',
			'autre.csv n’est pas un export de Sobrio.',
			'coupé.json est incomplet, ou a été modifié depuis l’export.',
			'demain.json vient d’une version plus récente de Sobrio : mettez la vôtre à jour.',
			expect.stringMatching(/^camille \(1\)\.json porte sur une semaine et un apprenant déjà comptés/),
			expect.stringMatching(/^gros\.json dépasse ce que cette page peut lire : utilisez l’entrepôt de données/),
			expect.stringMatching(/^énorme\.csv dépasse/),
		]);
		expect(read('.figure-card dd')).toMatch(/^1/);
	});

	it('shows one of the weeks found, the latest first, and offers it as one CSV', async () => {
		const before = { ...LESSON, day: '2026-11-16' };
		const w47 = sharedJson(CAMILLE, [LESSON]).replaceAll('2026-W48', '2026-W47').replaceAll(LESSON.day, before.day);
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])), fileOf('b.json', w47));
		const select = document.getElementById('group-week') as HTMLSelectElement;
		expect([...select.options].map(({ text }) => plain(text))).toEqual([
			'23 au 29 novembre 2026, 1 apprenant',
			'16 au 22 novembre 2026, 1 apprenant',
		]);
		expect(control('Télécharger le CSV fusionné').getAttribute('download')).toBe('sobrio-group-2026-W48.csv');
		select.value = '2026-W47';
		select.dispatchEvent(new Event('change', { bubbles: true }));
		await vi.waitFor(() => {
			expect(control('Télécharger le CSV fusionné').getAttribute('download')).toBe('sobrio-group-2026-W47.csv');
		});
	});

	it('links the merged CSV by the address of its worker: for one of its own, the page would wait for the browser', async () => {
		const createObjectURL = vi.spyOn(URL, 'createObjectURL');
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])));
		expect(control('Télécharger le CSV fusionné').getAttribute('href')).toBe(PUBLISHED);
		expect(createObjectURL).not.toHaveBeenCalled();
	});

	it('can be cancelled while it reads and keeps what was read; discards everything on request', async () => {
		const texts = Array.from({ length: 400 }, (_, index) => sharedJson(`learner${10_000 + index}`, [LESSON]));
		const input = document.getElementById('group-files') as HTMLInputElement;
		const files = texts.map((text, index) => fileOf(`${index}.json`, text));
		Object.defineProperty(input, 'files', { value: files, configurable: true });
		input.dispatchEvent(new Event('change', { bubbles: true }));
		expect(document.querySelector('progress')?.getAttribute('max')).toBe('400');
		for (let turn = 0; turn < 200 && (document.querySelector('progress')?.value ?? 999) < 2; turn++) await settle();
		expect(read('.panel [role=status]')).toMatch(/^Fichiers lus : \d+ sur 400$/);
		control('Annuler').click();
		await untilRead();
		const counted = Number(read('.figure-card .figure'));
		expect(counted).toBeGreaterThan(0);
		expect(counted).toBeLessThan(400);
		control('Tout retirer').click();
		expect(document.querySelector('.figure-cards')).toBeNull();
	});

	it('is cancelled within a long table, of which it counts nothing', async () => {
		const [header = '', line = ''] = sharedCsv(CAMILLE, [LESSON]).split('\r\n');
		const lines = Array.from({ length: 30_000 }, (_, index) => line.replace(CAMILLE, `learner${10_000 + index}`));
		const input = document.getElementById('group-files') as HTMLInputElement;
		Object.defineProperty(input, 'files', {
			value: [fileOf('all.csv', [header, ...lines].join('\r\n'))],
			configurable: true,
		});
		input.dispatchEvent(new Event('change', { bubbles: true }));
		const share = () => document.querySelector('progress')?.value ?? 0;
		for (let turn = 0; turn < 200 && share() === 0; turn++) await settle();
		expect(share()).toBeLessThan(1);
		control('Annuler').click();
		await untilRead();
		expect(document.querySelector('.figure-cards')).toBeNull();
		expect(setAside()).toEqual([]);
	});

	it('lists the heaviest of many learners, and says how many there are', async () => {
		const [header = '', line = ''] = sharedCsv(CAMILLE, [LESSON]).split('\r\n');
		const lines = Array.from({ length: 250 }, (_, index) => line.replace(CAMILLE, `learner${10_000 + index}`));
		await choose(fileOf('all.csv', [header, ...lines].join('\r\n')));
		expect(
			document.querySelectorAll('[aria-labelledby=group-learners] table')[0]?.querySelectorAll('tbody tr'),
		).toHaveLength(25);
		expect(read('[aria-labelledby=group-learners]')).toMatch(/100.*Les 100 plus lourds, sur 250\./);
	});

	it('says so when its worker fails, and starts anew', async () => {
		fault.isNext = true;
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])));
		expect(read('[role=alert]')).toMatch(/^La lecture s’est arrêtée.*npm run warehouse/);
		fault.isNext = false;
		await choose(fileOf('a.json', sharedJson(CAMILLE, [LESSON])));
		expect(document.querySelector('[role=alert]')).toBeNull();
		expect(read('.figure-card dd')).toMatch(/^1/);
	});
});
