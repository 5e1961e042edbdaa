// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { control, hasControl, plain, read, settle } from '@/tests/components/screen';
import { DAYS, figureCard, open } from './dashboard-rig';

beforeEach(startBrowser);

describe('a month', () => {
	const MONTHS = [dayTotal('2026-10-08', 800, 60, 30), dayTotal('2026-10-30', 100, 60, 30), ...DAYS];

	it('compares its figures with the month before, up to the same date for the current month', async () => {
		await open(MONTHS, '#mois');
		expect(read('h1')).toBe('Novembre 2026');
		expect(read('.heading p')).toBe('3 jours de cours, 1 site');
		// 500 + 300 + 100, against 800 until 26 October
		expect(figureCard('Données reçues')).toBe('900 Momesuré à 100 %13 % de plus qu’en octobre, aux mêmes dates');
	});

	it('draws its days: those with a course show details, and the table has them all', async () => {
		await open(MONTHS, '#mois/2026-11/temps');
		const days = [...document.querySelectorAll('.plot button.day')].map((day) => day.getAttribute('aria-label'));
		expect(days.map((day) => plain(day ?? ''))).toEqual([
			'lundi 16 novembre, 1 h',
			'lundi 23 novembre, 1 h',
			'jeudi 26 novembre, 40 min',
		]);
		expect(document.querySelectorAll('.day-chart tbody tr')).toHaveLength(30);
	});

	it('links to its weeks and neighbours, in the same measure', async () => {
		await open(MONTHS, '#mois/2026-10/co2e');
		expect(control('Mois précédent').getAttribute('href')).toBe('#mois/2026-09/co2e');
		expect(control('Mois suivant').getAttribute('href')).toBe('#mois/2026-11/co2e');
		expect(control('Semaine 44').getAttribute('href')).toBe('#semaine/2026-W44/co2e');
		await open(MONTHS, '#mois');
		expect(control('Mois suivant')).toHaveProperty('disabled', true);
		expect(hasControl('Semaine 49')).toBe(false); // from Monday 30 November
	});

	it('is shown as empty without a course', async () => {
		await open(MONTHS, '#mois/2026-03');
		expect(read('.notice h2')).toBe('Aucun cours mesuré ce mois-ci');
	});

	it('shows its figures before those of the month before are read', async () => {
		const { asked } = await open(MONTHS, '#mois', {
			'history/get': ({ firstDay }: { firstDay: string }) =>
				firstDay === '2026-11-01'
					? { ok: true, value: { days: MONTHS, courses: [COURSE] } }
					: { ok: false, error: 'store-failed' },
		});
		expect(figureCard('Données reçues')).toBe('900 Momesuré à 100 %');
		expect(asked.mock.calls.filter(([type]) => type === 'history/get').map(([, request]) => request)).toEqual([
			{ firstDay: '2026-11-01', lastDay: '2026-11-30' },
			{ firstDay: '2026-10-01', lastDay: '2026-10-31' },
		]);
	});

	it('that cannot be read shows a failure, and is read again', async () => {
		let isBroken = true;
		await open(MONTHS, '#mois', {
			'history/get': () =>
				isBroken ? { ok: false, error: 'store-failed' } : { ok: true, value: { days: MONTHS, courses: [COURSE] } },
		});
		expect(read('[role=alert]')).toContain('La base de données locale ne s’ouvre pas.');
		isBroken = false;
		control('Réessayer').click();
		await settle();
		expect(figureCard('Données reçues')).toContain('900 Mo');
	});
});
