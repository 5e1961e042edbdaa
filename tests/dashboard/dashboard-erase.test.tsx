// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { speakFrench } from '@/tests/components/french';
import { clear, control, hasControl, read, settle } from '@/tests/components/screen';
import { createServices, DAYS, open } from './dashboard-rig';

beforeEach(async () => {
	clear();
	await speakFrench();
});

describe('erasing everything', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	async function confirm(services: DashboardServices) {
		await open(services, '#donnees');
		control('Tout effacer…').click();
		await settle();
		vi.useFakeTimers();
		control('Oui, tout effacer').click();
		await vi.advanceTimersByTimeAsync(0);
	}

	it('waits some seconds, then happens, settings included', async () => {
		const { services, asked } = createServices(DAYS);
		await confirm(services);
		await vi.advanceTimersByTimeAsync(7000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(read('.panel [role=status]')).toBe('Effacement dans 1 seconde.');
		await vi.advanceTimersByTimeAsync(1000);
		expect(asked).toHaveBeenCalledWith('erase/all', {});
		expect(services.resetSettings).toHaveBeenCalledOnce();
		expect(read('.panel [role=status]')).toBe('Tout est effacé.');
	});

	it('is undone in time', async () => {
		const { services, asked } = createServices(DAYS);
		await confirm(services);
		await vi.advanceTimersByTimeAsync(5000);
		control('Annuler').click();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(hasControl('Tout effacer…')).toBe(true);
	});

	it('is given up before it is confirmed', async () => {
		const { services } = createServices(DAYS);
		await open(services, '#donnees');
		control('Tout effacer…').click();
		await settle();
		control('Garder mes données').click();
		await settle();
		expect(hasControl('Oui, tout effacer')).toBe(false);
	});
});
