import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { createExportModel } from '@/entrypoints/dashboard/export/export-model';
import { createWeekModel } from '@/entrypoints/dashboard/week/week-model';
import { startBrowser } from '@/tests/components/browser';
import { control, plain, read, settle } from '@/tests/components/screen';
import { loadProfile, saveProfile } from '@/utils/settings/profile';
import { DAYS, figureCard, open } from './dashboard-rig';

beforeEach(startBrowser);

describe('where the grams come from', () => {
	it('shows the parts, two other models, three dated comparisons and the equipment it is for', async () => {
		await open(DAYS);
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
			'Pour l’équipement supposé : portable, réseau fixe, France. Vérifier · La méthode',
		);
		expect(figureCard('Émissions, ordre de grandeur')).toMatch(/\d Wh d’électricité$/);
	});

	it('changes with the equipment at once, past weeks and their file included, without reading them again', async () => {
		const { model, asked } = await open(DAYS, '#semaine/2026-W47');
		const week = createWeekModel(model.context);
		const exportModel = createExportModel(model.context, week);
		await week.load();
		await exportModel.load();
		const before = [figureCard('Émissions, ordre de grandeur'), exportModel.file.value?.text];
		const readings = asked.mock.calls.length;
		await saveProfile({ ...DEFAULT_PROFILE, device: 'tv', country: 'PL' });
		await settle();
		expect(figureCard('Émissions, ordre de grandeur')).not.toBe(before[0]);
		expect(exportModel.file.value?.text).not.toBe(before[1]);
		expect(read('.carbon > p')).toBe('Pour votre équipement : téléviseur, réseau fixe, Pologne. Modifier · La méthode');
		expect(asked.mock.calls).toHaveLength(readings);
	});
});

describe('the equipment', () => {
	it('goes back to the guess when asked to', async () => {
		const { model } = await open(DAYS, '#reglages');
		await model.context.changeProfile({ ...DEFAULT_PROFILE, device: 'tablet' });
		await settle();
		control('Revenir aux valeurs supposées').click();
		await settle();
		expect((await loadProfile()).countryClue).toBe('language');
		expect((document.querySelector('#profile-device') as HTMLSelectElement).value).toBe('laptop');
		expect(read('form')).toContain('Déduit de la langue de votre navigateur');
	});

	it('is saved as soon as it is changed', async () => {
		await open(DAYS, '#reglages');
		const select = document.querySelector('#profile-network') as HTMLSelectElement;
		select.value = 'mobile';
		select.dispatchEvent(new Event('change', { bubbles: true }));
		await settle();
		expect(await loadProfile()).toEqual({ profile: { ...DEFAULT_PROFILE, network: 'mobile' }, countryClue: null });
		expect(read('form')).toContain('Réglé par vous.');
	});
});
