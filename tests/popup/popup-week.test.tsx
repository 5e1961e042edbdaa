// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { speakFrench } from '@/tests/components/french';
import { clear, control, hasControl, plain, read, settle } from '@/tests/components/screen';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { createFormat } from '@/utils/core/units/format';
import type { ProfileState } from '@/utils/settings/profile';
import { type Answers, createServices, openPopup } from './popup-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
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
		await openPopup(services);
		expect(asked).toHaveBeenCalledWith('history/get', { firstDay: '2026-11-16', lastDay: '2026-11-29' });
		expect(read('.week')).toContain('400 Mo 100 Mo aujourd’hui');
		expect(read('.week')).toContain('1 h 40 de cours, 50 % en vidéo'); // 60 + 40 min; 50 of 100
		expect(read('.week')).toContain('20 % de moins que la précédente'); // 400 / 500
	});

	it('tells the bars in a table', async () => {
		const { services } = createServices(history);
		await openPopup(services);
		const rows = [...document.querySelectorAll('.week-bars tr')].map((row) => plain(row.textContent ?? ''));
		expect(rows).toHaveLength(7);
		expect(rows[0]).toBe('lundi 23 novembre300 Mo');
		expect(rows[3]).toBe('jeudi 26 novembre100 Mo');
	});

	it('leads to where its export is looked at before it leaves', async () => {
		const { services } = createServices(history);
		await openPopup(services);
		control('Exporter la semaine').click();
		expect(services.openDashboard).toHaveBeenCalledWith('#export/2026-W48');
	});

	it('offers no export while there is nothing in it', async () => {
		const { services } = createServices({});
		await openPopup(services);
		expect(hasControl('Exporter la semaine')).toBe(false);
	});
});

describe('the equipment', () => {
	const lesson: Answers = {
		'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 620, 55, 37)], courses: [COURSE] } },
	};

	it('is told to be guessed, and its line leads to the settings', async () => {
		const { services } = createServices(lesson);
		await openPopup(services);
		expect(read('.week')).toContain('Équipement supposé : portable, France. Vérifier');
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
		await openPopup(services);
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
		expect(read('.week')).not.toContain('supposé');
	});

	it('compares nothing with less than a gram', async () => {
		const { services } = createServices({
			'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 1, 0, 0)], courses: [COURSE] } },
		});
		await openPopup(services);
		expect(read('.week')).toContain('CO₂e');
		expect(read('.week')).not.toContain('soit');
	});
});
