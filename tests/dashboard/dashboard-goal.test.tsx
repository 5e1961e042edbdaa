import type { Goal } from '@/utils/core/schema/settings';
// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { speakFrench } from '@/tests/components/french';
import { clear, control, hasControl, read, settle } from '@/tests/components/screen';
import { choose, createServices, DAYS, open } from './dashboard-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('a goal', () => {
	function withGoal(goal: Goal | null) {
		const { services } = createServices(DAYS);
		const saveGoal = vi.fn(async () => {});
		return { services: { ...services, readGoal: async () => goal, saveGoal }, saveGoal };
	}

	function write(amount: string): void {
		const field = document.getElementById('goal-amount') as HTMLInputElement;
		field.value = amount;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}

	it('of data is a line in the chart of data, and a plain sentence under the week', async () => {
		const { services } = withGoal({ kind: 'data', weeklyAmount: 1400 });
		await open(services);
		expect(read('.heading')).toContain('Objectif de la semaine : 400 Mo sur 1,4 Go.');
		expect(read('.plot .goal')).toBe('objectif');
		expect(read('.day-chart > .legend')).toBe('VidéoObjectif, réparti sur 7 jours : 200 Mo par jour'); // 1400 / 7
		await open(services, '#semaine/2026-W48/temps');
		expect(document.querySelector('.plot .goal')).toBeNull();
	});

	it('of video is a line in the chart of time, which it fits into', async () => {
		const { services } = withGoal({ kind: 'video', weeklyAmount: 14 });
		await open(services, '#semaine/2026-W48/temps');
		expect(read('.heading')).toContain('Objectif de la semaine : 50 min de vidéo sur 14 h.');
		expect(read('.day-chart > .legend')).toContain('Objectif de vidéo, réparti sur 7 jours : 2 h par jour');
		const line = document.querySelector('.plot .goal line');
		expect(Number(line?.getAttribute('y1'))).toBeGreaterThan(0);
	});

	it('is not there until it is set, and says nothing of a week without a course', async () => {
		await open(withGoal(null).services);
		expect(document.querySelector('.plot .goal')).toBeNull();
		expect(read('.heading')).not.toContain('Objectif');
		await open(withGoal({ kind: 'data', weeklyAmount: 1400 }).services, '#semaine/2026-W40');
		expect(read('.heading')).not.toContain('Objectif');
	});

	it('is set once its amount is written', async () => {
		const { services, saveGoal } = withGoal(null);
		await open(services, '#reglages');
		expect(document.getElementById('goal-amount')).toBeNull();
		choose('goal-kind', 'video');
		await settle();
		expect(saveGoal).not.toHaveBeenCalled();
		write('3');
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith({ kind: 'video', weeklyAmount: 3 });
		expect(hasControl('Retirer l’objectif')).toBe(true);
	});

	it('is taken away, and put back', async () => {
		const goal = { kind: 'data', weeklyAmount: 1400 } as const;
		const { services, saveGoal } = withGoal(goal);
		await open(services, '#reglages');
		control('Retirer l’objectif').click();
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(null);
		expect(read()).toContain('Objectif retiré.');
		control('Rétablir l’objectif').click();
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(goal);
	});

	it('whose amount is emptied is taken away, and keeps asking for one', async () => {
		const { services, saveGoal } = withGoal({ kind: 'data', weeklyAmount: 1400 });
		await open(services, '#reglages');
		write('');
		await settle();
		expect(saveGoal).toHaveBeenLastCalledWith(null);
		expect(document.getElementById('goal-amount')).not.toBeNull();
	});
});
