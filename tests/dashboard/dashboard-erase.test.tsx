// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { permissions, startBrowser } from '@/tests/components/browser';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { saveGoal } from '@/utils/settings/goal';
import { DAYS, open } from './dashboard-rig';

beforeEach(startBrowser);

describe('erasing everything', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	async function confirm(failed: readonly string[] = []) {
		await saveGoal({ kind: 'data', weeklyAmount: 1400 });
		const { asked } = await open(DAYS, '#donnees', { 'erase/all': { ok: true, value: failed } });
		control('Tout effacer…').click();
		await settle();
		vi.useFakeTimers();
		control('Oui, tout effacer').click();
		await vi.advanceTimersByTimeAsync(0);
		return asked;
	}

	it('happens after some seconds, settings included', async () => {
		const asked = await confirm();
		await vi.advanceTimersByTimeAsync(7000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(read('.panel [role=status]')).toBe('Effacement dans 1 seconde.');
		await vi.advanceTimersByTimeAsync(1000);
		expect(asked).toHaveBeenCalledWith('erase/all', {});
		expect(await fakeBrowser.storage.local.get()).toEqual({});
		expect(permissions.remove.mock.calls).toEqual([
			[{ permissions: ['downloads'] }],
			[{ permissions: ['notifications'] }],
		]);
		expect(read('.panel [role=status]')).toBe('Tout est effacé.');
	});

	it('names what could not be erased, and can be repeated', async () => {
		await confirm(['figures', 'access']);
		await vi.advanceTimersByTimeAsync(8000);
		expect(read('.panel [role=status]')).toBe(
			'Pas effacé : chiffres, accès aux sites. Le reste est effacé. Réessayez.',
		);
		expect(await fakeBrowser.storage.local.get()).toEqual({});
		expect(hasControl('Tout effacer…')).toBe(true);
	});

	it('can be undone in time', async () => {
		const asked = await confirm();
		await vi.advanceTimersByTimeAsync(5000);
		control('Annuler').click();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked).not.toHaveBeenCalledWith('erase/all', {});
		expect(hasControl('Tout effacer…')).toBe(true);
	});

	it('can be cancelled before it is confirmed', async () => {
		await open(DAYS, '#donnees');
		control('Tout effacer…').click();
		await settle();
		control('Garder mes données').click();
		await settle();
		expect(hasControl('Oui, tout effacer')).toBe(false);
	});
});
