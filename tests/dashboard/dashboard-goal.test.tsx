import type { Goal } from '@/utils/core/schema/settings';
// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { readGoal, saveGoal } from '@/utils/settings/goal';
import { choose, DAYS, open } from './dashboard-rig';

beforeEach(startBrowser);

describe('a goal', () => {
	async function openWith(goal: Goal | null, hash = '') {
		await saveGoal(goal);
		await open(DAYS, hash);
	}

	function write(amount: string): void {
		const field = document.getElementById('goal-amount') as HTMLInputElement;
		field.value = amount;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}

	it('of data is a line in the chart of data, and a sentence under the week', async () => {
		const goal = { kind: 'data', weeklyAmount: 1400 } as const;
		await openWith(goal);
		expect(read('.heading')).toContain('Objectif de la semaine : 400 Mo sur 1,4 Go.');
		expect(read('.plot .goal')).toBe('objectif');
		expect(read('.day-chart > .legend')).toBe('VidéoObjectif, réparti sur 7 jours : 200 Mo par jour'); // 1400 / 7
		await openWith(goal, '#semaine/2026-W48/temps');
		expect(document.querySelector('.plot .goal')).toBeNull();
	});

	it('of video is a line in the chart of time, which is high enough for it', async () => {
		await openWith({ kind: 'video', weeklyAmount: 14 }, '#semaine/2026-W48/temps');
		expect(read('.heading')).toContain('Objectif de la semaine : 50 min de vidéo sur 14 h.');
		expect(read('.day-chart > .legend')).toContain('Objectif de vidéo, réparti sur 7 jours : 2 h par jour');
		const line = document.querySelector('.plot .goal line');
		expect(Number(line?.getAttribute('y1'))).toBeGreaterThan(0);
	});

	it('is not shown until it is set, nor for an empty week', async () => {
		await openWith(null);
		expect(document.querySelector('.plot .goal')).toBeNull();
		expect(read('.heading')).not.toContain('Objectif');
		await openWith({ kind: 'data', weeklyAmount: 1400 }, '#semaine/2026-W40');
		expect(read('.heading')).not.toContain('Objectif');
	});

	it('is set once its amount is entered', async () => {
		await openWith(null, '#reglages');
		expect(document.getElementById('goal-amount')).toBeNull();
		choose('goal-kind', 'video');
		await settle();
		expect(await readGoal()).toBeNull();
		write('3');
		await settle();
		expect(await readGoal()).toEqual({ kind: 'video', weeklyAmount: 3 });
		expect(hasControl('Retirer l’objectif')).toBe(true);
	});

	it('is removed, and put back', async () => {
		const goal = { kind: 'data', weeklyAmount: 1400 } as const;
		await openWith(goal, '#reglages');
		control('Retirer l’objectif').click();
		await settle();
		expect(await readGoal()).toBeNull();
		expect(read()).toContain('Objectif retiré.');
		control('Rétablir l’objectif').click();
		await settle();
		expect(await readGoal()).toEqual(goal);
	});

	it('is removed when its amount is deleted, and the field stays', async () => {
		await openWith({ kind: 'data', weeklyAmount: 1400 }, '#reglages');
		write('');
		await settle();
		expect(await readGoal()).toBeNull();
		expect(document.getElementById('goal-amount')).not.toBeNull();
	});
});
