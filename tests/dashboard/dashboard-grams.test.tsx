import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { createExportView } from '@/entrypoints/dashboard/export/export-view';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { speakFrench } from '@/tests/components/french';
import { clear, control, plain, read, settle } from '@/tests/components/screen';
import type { ProfileState } from '@/utils/settings/profile';
import { createServices, DAYS, figureCard, open } from './dashboard-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
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
			'Pour l’équipement supposé : portable, réseau fixe, France. Vérifier · La méthode',
		);
		expect(figureCard('Émissions, ordre de grandeur')).toMatch(/\d Wh d’électricité$/);
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
		const before = [figureCard('Émissions, ordre de grandeur'), exportView.file.value?.text];
		const readings = asked.mock.calls.length;
		change({ profile: { ...DEFAULT_PROFILE, device: 'tv', country: 'PL' }, countryClue: null });
		await settle();
		expect(figureCard('Émissions, ordre de grandeur')).not.toBe(before[0]);
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
		control('Revenir aux valeurs supposées').click();
		await settle();
		expect(services.saveProfile).toHaveBeenLastCalledWith(null);
		expect((document.querySelector('#profile-device') as HTMLSelectElement).value).toBe('laptop');
		expect(read('form')).toContain('Déduit de la langue de votre navigateur');
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
