// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { App } from '@/entrypoints/demo/App';
import { createDemoModel } from '@/entrypoints/demo/model';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { saveProfile } from '@/utils/settings/profile';

/** Thursday 26 November 2026. */
async function open(now = new Date(2026, 10, 26, 15)) {
	await saveProfile(DEFAULT_PROFILE);
	const model = createDemoModel(now, 'Prévention des risques');
	draw(() => <App model={model} />);
	await model.start();
	await settle();
}

async function choose(field: string, value: string) {
	const select = document.querySelector(field) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	await settle();
}

beforeEach(startBrowser);

it('begins by marking its figures as examples', async () => {
	await open();
	expect(read('.popup').startsWith('Chiffres d’exemple, non mesurés')).toBe(true);
});

it('weighs a video by its definition, and gives the tip that fits', async () => {
	await open();
	expect(read('.page .figure')).toBe('502 Mo'); // 3 GB / 6 + 1.7 MB
	expect(read('.tip h3')).toBe('La vidéo arrive en 1080p dans un cadre de 640 × 360.');
	await choose('#demo-lines', '480');
	expect(read('.page .figure')).toBe('118 Mo'); // 0.7 GB / 6 + 1.7 MB
	expect(read('.video')).toBe('Vidéo en 480p, affichée en 640 × 360');
	expect(document.querySelector('.tip')).toBeNull();
});

it('gives another tip once the tab is hidden, and puts tips off until it is undone', async () => {
	await open();
	await choose('#demo-lines', '480');
	await choose('#demo-tab', 'hidden');
	expect(read('.tip h3')).toContain('La vidéo a été lue pendant 5 min dans un onglet');
	document.querySelector<HTMLButtonElement>('.tip .actions button')?.click();
	await settle();
	expect(document.querySelector('.tip h3')).toBeNull();
	control('Annuler').click();
	await settle();
	expect(read('.tip h3')).toContain('La vidéo a été lue pendant 5 min dans un onglet');
});

it('counts the lesson as today in a week of lessons, even on a Monday', async () => {
	await open();
	expect(read('.week .amounts')).toBe('1,5 Go 502 Mo aujourd’hui30 min de cours, 100 % en vidéo');
	await open(new Date(2026, 10, 23, 9));
	expect(read('.week .amounts')).toMatch(/^502 Mo aujourd’hui/);
});

it('links to a real course, and back', async () => {
	await open();
	expect(control('Ajouter ma plateforme').getAttribute('href')).toBe('/dashboard.html#sites');
	expect(control('Revenir à l’accueil').getAttribute('href')).toBe('/welcome.html');
	expect(hasControl('Tableau de bord')).toBe(false);
});
