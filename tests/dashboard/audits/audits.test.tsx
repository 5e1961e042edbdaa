// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answers, startBrowser } from '@/tests/components/browser';
import { COURSE } from '@/tests/components/figures';
import { clear, control, plain, read, settle } from '@/tests/components/screen';
import { file, load, page, shown } from '@/tests/core/audit/pages';
import { AUDIT } from '@/tests/core/schema/audit/audit-sample';
import { choose, open } from '@/tests/dashboard/dashboard-rig';
import type { AuditPage } from '@/utils/core/schema/audit/audit';

const MB = 1_000_000;
const PHOTO = file('photo.jpg', 2 * MB, { mimeType: 'image/jpeg' });
const HEAVY = page(load([PHOTO], { images: [shown(PHOTO, [4000, 3000], [800, 600])] }), {
	number: 1,
	path: '/mod/page/view.php',
	code: 'a',
	title: 'Porter une charge',
});
const CLEAN = page(load([file('sch%C3%A9ma.svg', 30_000, { contentCoding: 'gzip' })]), {
	number: 2,
	code: 'b',
	title: 'Règles',
});
const MENDED = page(load([file('photo.webp', 200_000)]), {
	...HEAVY,
	number: 1,
	first: null,
	title: 'Porter une charge',
});
const BEFORE = { ...AUDIT, name: 'Avant', pageCount: 2, fileCount: 2, endedAtMs: AUDIT.startedAtMs + 1 };
const AFTER = { ...BEFORE, id: 'audit-0002', name: 'Après', startedAtMs: AUDIT.startedAtMs + 86_400_000, pageCount: 1 };

const PAGES: Readonly<Record<string, readonly AuditPage[]>> = {
	[BEFORE.id]: [HEAVY, CLEAN],
	[AFTER.id]: [{ ...MENDED, first: load([file('photo.webp', 200_000)]) }],
};

const FOLLOWED = { isListed: true, isManaged: false, suspension: null, pattern: '*://*/*' };

/** Opens the view of the audits at an address, over these audits. */
function openAudits(hash: string, audits: readonly object[] = [AFTER, BEFORE], more: Answers = {}) {
	return open([], hash, {
		'audit/list': { ok: true, value: audits },
		'site/state': { ok: true, value: FOLLOWED },
		'audit/state': { ok: true, value: { isAllowed: true, running: null } },
		'audit/pages': ({ id, after }: { id: string; after: number }) => ({
			ok: true,
			// One page at a time, as batches come.
			value: JSON.stringify((PAGES[id] ?? []).filter(({ number }) => number > after).slice(0, 1)),
		}),
		'backup/head': { ok: true, value: { courses: [COURSE], firstDay: null, lastDay: null } },
		'audit/start': { ok: true, value: null },
		'audit/stop': { ok: true, value: null },
		'audit/rename': { ok: true, value: null },
		'audit/delete': { ok: true, value: null },
		...more,
	});
}

const rows = (titleId: string) =>
	[...document.querySelectorAll(`table[aria-labelledby="${titleId}"] tbody tr`)].map((row) =>
		[...row.children].map((cell) => plain(cell.textContent ?? '')),
	);

beforeEach(startBrowser);
afterEach(clear);

describe('the list of audits', () => {
	it('says how to begin while there is none', async () => {
		await openAudits('#audits', []);
		expect(read('.notice')).toContain('Aucun audit');
	});

	it('says so where the organisation forbids them', async () => {
		await open([], '#audits', {
			'audit/list': { ok: true, value: [] },
			'audit/state': { ok: true, value: { isAllowed: false, running: null } },
		});
		expect(read('.notice')).toContain('Votre organisation n’autorise pas les audits.');
	});

	it('starts one of a course of the history, and ends the one that runs', async () => {
		const { asked } = await openAudits('#audits');
		expect(read('#start-audit')).toContain('Prévention des risques');
		control('Auditer ce cours').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('audit/start', expect.objectContaining({ courseKey: '12', platform: 'moodle' }));
		expect(read('form [role="alert"]')).toContain('n’a pas démarré');
		clear();
		const running = await openAudits('#audits', [{ ...AFTER, endedAtMs: null }, BEFORE]);
		expect(document.querySelector('#start-audit')).toBeNull();
		control('Terminer l’audit').click();
		await settle();
		expect(running.asked).toHaveBeenCalledWith('audit/stop', {});
	});

	it('names each with its day, course and size, and opens its report', async () => {
		await openAudits('#audits');
		expect(read('.sites')).toContain('moodle.example · 2 pages · 2 fichiers');
		expect(control('Ouvrir le rapport Avant').getAttribute('href')).toBe('#audits/audit-0001');
	});

	it('says why it cannot be read, and reads it again', async () => {
		const { asked } = await open([], '#audits', { 'audit/list': { ok: false, error: 'store-failed' } });
		expect(document.querySelector('.notice[role=alert]')).not.toBeNull();
		const count = asked.mock.calls.filter(([type]) => type === 'audit/list').length;
		control('Réessayer').click();
		await settle();
		expect(asked.mock.calls.filter(([type]) => type === 'audit/list').length).toBe(count + 1);
	});

	it('renames', async () => {
		const { asked } = await openAudits('#audits');
		control('Renommer Avant').click();
		await settle();
		const field = document.querySelector('form.rename input') as HTMLInputElement;
		field.value = ' Première version ';
		(document.querySelector('form.rename') as HTMLFormElement).requestSubmit();
		await settle();
		expect(asked).toHaveBeenCalledWith('audit/rename', { id: BEFORE.id, name: 'Première version' });
	});

	it('deletes after some seconds, and not when it is undone', async () => {
		const { asked } = await openAudits('#audits');
		vi.useFakeTimers();
		control('Supprimer Avant').click();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(read('.sites')).not.toContain('Avant');
		expect(read('.left-site')).toContain('Avant est supprimé.');
		control('Annuler la suppression').click();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(asked).not.toHaveBeenCalledWith('audit/delete', expect.anything());
		expect(read('.sites')).toContain('Avant');
		control('Supprimer Avant').click();
		await vi.advanceTimersByTimeAsync(20_000);
		vi.useRealTimers();
		expect(asked).toHaveBeenCalledWith('audit/delete', { id: BEFORE.id });
	});
});

describe('a report', () => {
	it('ranks the pages by first visit, with what to change, and adds up', async () => {
		await openAudits(`#audits/${BEFORE.id}`);
		expect(rows('pages-title').map(([name, first, again, , count]) => [name, first, again, count])).toEqual([
			['Porter une chargepage · /mod/page/view.php', '2 Mo', 'pas visitée ainsi', '2'],
			['Règlespage · /mod/page/view.php', '30 ko', 'pas visitée ainsi', '0'],
		]);
		expect(read('.figure-cards')).toContain('Toutes les pages, première visite2 Mo');
	});

	it('draws the map, each page a link, with a table that says the same', async () => {
		await openAudits(`#audits/${BEFORE.id}`);
		expect(control('Porter une charge, 2 Mo').getAttribute('href')).toBe('#audits/audit-0001/1');
		const areas = [...document.querySelectorAll('#map-title ~ .plot rect.part')].map(
			(area) => Number(area.getAttribute('width')) * Number(area.getAttribute('height')),
		);
		const [heavy = 0, light = 0] = areas;
		expect(heavy / light).toBeGreaterThan(30);
		expect(rows('map-title')).toEqual([
			['Porter une charge', 'Images', '2 Mo', '99 %'],
			['Règles', 'Images', '30 ko', '1 %'],
		]);
	});

	it('gives the criteria with their evidence, without a score', async () => {
		await openAudits(`#audits/${BEFORE.id}`);
		const format = rows('sheet-title').find(([name]) => name?.startsWith('5.1'));
		expect(format?.slice(1)).toEqual(['non conforme', '1 contre, sur 1Porter une charge · photo.jpg']);
		expect(rows('sheet-title').find(([name]) => name?.startsWith('4.1'))?.[1]).toBe('non rencontré');
		expect(read('.by-person')).toContain('1.1 Utilité évaluée');
	});

	it('invents no yearly figure, and computes one from the number that was entered', async () => {
		await openAudits(`#audits/${BEFORE.id}`);
		expect(read()).not.toContain('par an.');
		const field = document.getElementById('learners') as HTMLInputElement;
		field.value = '100';
		field.dispatchEvent(new Event('change', { bubbles: true }));
		await settle();
		expect(read()).toContain('Pour 100 apprenants : 203 Mo par an.');
	});

	it('of an audit that is gone says so', async () => {
		await openAudits('#audits/audit-9999');
		expect(read('.notice')).toContain('Cet audit n’existe plus.');
	});

	it('is handed over as files that are made when they are asked for', async () => {
		const { page: shownPage } = await openAudits(`#audits/${BEFORE.id}`);
		for (const name of ['Page Web à imprimer', 'Tableau (CSV)', 'Liste à cocher (Markdown)', 'JSON'])
			control(name).click();
		const saved = shownPage.saveFile.mock.calls as [Blob, string][];
		expect(saved.map(([, name]) => name)).toEqual(
			['html', 'csv', 'md', 'json'].map((ending) => `sobrio-audit-2025-11-24-160000.${ending}`),
		);
		const html = await saved[0]?.[0].text();
		expect(html).not.toMatch(/<script|<button|<input|<select|javascript:/i);
		expect(html).toContain('Content-Security-Policy');
		const sheet = new DOMParser().parseFromString(html ?? '', 'text/html');
		expect(sheet.querySelectorAll('[role="main"]')).toHaveLength(1);
		expect([...sheet.querySelectorAll('.wide')].every((area) => area.matches('[tabindex="0"][aria-labelledby]'))).toBe(
			true,
		);
		expect(html).toContain('Porter une charge');
		expect(await saved[2]?.[0].text()).toContain('- [ ] **Image de 4000 × 3000 pixels, affichée en 800 × 600**');
	});
});

describe('a page of an audit', () => {
	it('has its findings in words of its platform, its map and its files', async () => {
		await openAudits(`#audits/${BEFORE.id}/1`);
		expect(read('h1')).toBe('Porter une charge');
		expect(read('.findings')).toContain('Image de 4000 × 3000 pixels, affichée en 800 × 600');
		expect(read('.findings')).toContain('À la bonne taille, elle pèserait 80 ko à');
		expect(read('.findings')).toContain('les poignées de l’éditeur ne changent que l’affichage');
		expect(rows('files-title')).toEqual([
			['photo.jpgmoodle.example/pluginfile.php/12/mod_page/content/photo.jpg', 'Images', '2 Mo mesuré', '–'],
		]);
	});

	it('with nothing to change says so', async () => {
		await openAudits(`#audits/${BEFORE.id}/2`);
		expect(read('.panel')).toContain('Rien à changer');
		expect(read('table[aria-labelledby="files-title"]')).toContain('schéma.svg');
	});
});

describe('before and after', () => {
	it('is chosen among the audits of the same course, and lists what was closed', async () => {
		await openAudits(`#audits/${BEFORE.id}`);
		choose('compare-with', AFTER.id);
		expect(location.hash).toBe('#audits/audit-0001/avec-audit-0002');
		await openAudits(location.hash);
		expect(read('.compare')).toContain('Gagné par première visite, en tout : 1,8 Mo');
		expect(rows('compare-title').map((row) => row.slice(1, 4))).toEqual([['2 Mo', '200 ko', '1,8 Mo']]);
		expect(
			[...document.querySelectorAll('.compare [data-rule]')].map((each) => each.getAttribute('data-rule')),
		).toEqual(['image-size', 'image-format']);
		expect(read('.compare')).toContain('Seulement avant : 1');
	});
});
