// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal, liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, plain, read, settle } from '@/tests/components/screen';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { createFormat } from '@/utils/core/units/format';
import { saveProfile } from '@/utils/settings/profile';
import { DASHBOARD, measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

describe('the week', () => {
	const days = [
		dayTotal('2026-11-16', 500, 60, 30),
		dayTotal('2026-11-23', 300, 60, 30),
		dayTotal('2026-11-26', 100, 40, 20),
	];
	const history = { 'history/get': { ok: true, value: { days, courses: [COURSE] } } };

	it('sums up this week and compares it with the last', async () => {
		const { asked } = await openPopup(history);
		expect(asked).toHaveBeenCalledWith('history/get', { firstDay: '2026-11-16', lastDay: '2026-11-29' });
		expect(read('.week')).toContain('400 Mo 100 Mo aujourd’hui');
		expect(read('.week')).toContain('1 h 40 de cours, 50 % en vidéo'); // 60 + 40 min; 50 of 100
		// 400 MB in 100 minutes are 240 MB an hour, after 500 MB in one.
		expect(read('.week')).toContain('52 % de moins par heure que la précédente');
	});

	it('shows one number where today is the whole week, and a large change as a multiple', async () => {
		const heavy = [dayTotal('2026-11-16', 20, 60, 30), dayTotal('2026-11-26', 700, 60, 30)];
		await openPopup({ 'history/get': { ok: true, value: { days: heavy, courses: [COURSE] } } });
		expect(read('.week .amounts')).toContain('700 Mo aujourd’hui');
		expect(read('.week .amounts')).not.toMatch(/700 Mo.*700 Mo/);
		expect(read('.week .change')).toBe('× 35 par heure par rapport à la précédente');
	});

	it('holds the visit under way, as it is now', async () => {
		const visit = liveVisit({ traffic: traffic(100, 0) });
		const { pushVisit } = await openPopup({ ...history, ...measured(visit) });
		await pushVisit(liveVisit({ traffic: traffic(150, 0) }));
		expect(read('.page .figure')).toBe('150 Mo');
		expect(read('.week')).toContain('450 Mo 150 Mo aujourd’hui');
	});

	it('shows the bars as a table', async () => {
		await openPopup(history);
		const rows = [...document.querySelectorAll('.week-bars tr')].map((row) => plain(row.textContent ?? ''));
		expect(rows).toHaveLength(7);
		expect(rows[0]).toBe('lundi 23 novembre300 Mo');
		expect(rows[3]).toBe('jeudi 26 novembre100 Mo');
	});

	it('is asked for once, after what the figures of the page need', async () => {
		const never = new Promise<object>(() => {});
		const { asked } = await openPopup({ ...measured(liveVisit()), 'history/get': () => never });
		expect(read('.page .figure')).toBe('212 Mo');
		const types = asked.mock.calls.map(([type]) => type);
		expect(types.filter((type) => type === 'history/get')).toHaveLength(1);
		for (const needed of ['visit/get', 'sober/get', 'site/state'] as const)
			expect(types.indexOf(needed)).toBeLessThan(types.indexOf('history/get'));
	});

	it('links to its export', async () => {
		const { tabs } = await openPopup(history);
		control('Exporter la semaine').click();
		expect(tabs.create).toHaveBeenCalledWith({ url: `${DASHBOARD}#export/2026-W48` });
	});

	it('offers no export while there is nothing in it', async () => {
		await openPopup();
		expect(hasControl('Exporter la semaine')).toBe(false);
	});
});

describe('the equipment', () => {
	const lesson = {
		'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 620, 55, 37)], courses: [COURSE] } },
	};

	it('is shown as guessed, with a link to the settings', async () => {
		const { tabs } = await openPopup(lesson);
		expect(read('.week')).toContain('Équipement supposé : portable, France. Vérifier');
		control('Vérifier').click();
		expect(tabs.create).toHaveBeenCalledWith({ url: `${DASHBOARD}#reglages` });
	});

	it('changes the grams of an open popup when it is set elsewhere, and no longer counts as guessed', async () => {
		await openPopup(lesson);
		// 620 MB and 55 minutes, France: two comparisons, dated.
		expect(read('.week')).toContain(
			'25 à 54 g CO₂e, soit 180 à 380 m en voiture ou 9 à 18 km en TGV (ADEME, novembre 2026)',
		);
		const polish = { ...DEFAULT_PROFILE, country: 'PL' };
		await saveProfile(polish);
		await settle();
		const use = { receivedBytes: 620e6, sentBytes: 0, activeMs: 55 * 60_000 };
		expect(read('.week')).toContain(plain(createFormat('fr').grams(estimateUse(use, polish).co2eGrams)));
		expect(read('.week')).not.toContain('25 à 54 g');
		expect(read('.week')).not.toContain('supposé');
	});

	it('compares nothing with less than a gram', async () => {
		await openPopup({
			'history/get': { ok: true, value: { days: [dayTotal('2026-11-26', 1, 0, 0)], courses: [COURSE] } },
		});
		expect(read('.week')).toContain('CO₂e');
		expect(read('.week')).not.toContain('soit');
	});
});
