// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { permissions, startBrowser } from '@/tests/components/browser';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { open } from './dashboard-rig';

beforeEach(startBrowser);

describe('followed sites', () => {
	const CAMPUS = {
		host: 'campus.greta.example',
		platform: 'site',
		sinceDay: '2026-11-02',
		lastDay: '2026-11-20',
		isManaged: false,
	};
	const MANAGED = { host: 'moodle.greta.example', platform: 'site', sinceDay: null, lastDay: null, isManaged: true };

	function openSites(sites: readonly object[] = []) {
		return open([], '#sites', { 'site/list': { ok: true, value: sites } });
	}

	it('are listed with their access and last visit, and can be unfollowed', async () => {
		const { asked } = await openSites([CAMPUS]);
		expect(read('.sites')).toContain('depuis le lundi 2 novembre · dernière visite le vendredi 20 novembre');
		expect(read('.sites')).toContain('Accès accordé');
		expect(hasControl('Rétablir l’accès à campus.greta.example')).toBe(false);
		control('Ne plus suivre campus.greta.example').click();
		expect(asked).toHaveBeenCalledWith('site/unfollow', { host: 'campus.greta.example' });
	});

	it('set by the organisation are marked, and cannot be unfollowed', async () => {
		await openSites([MANAGED]);
		expect(read('.sites')).toContain('suivi à la demande de votre organisation · pas encore visité');
		expect(hasControl('Ne plus suivre moodle.greta.example')).toBe(false);
	});

	it('set by a policy that the browser loads late are listed once it is there', async () => {
		let listed: readonly object[] = [];
		await open([], '#sites', { 'site/list': () => ({ ok: true, value: listed }) });
		expect(read()).not.toContain(MANAGED.host);
		listed = [MANAGED];
		await fakeBrowser.storage.managed.set({ followedHosts: [MANAGED.host] });
		await vi.waitFor(() => expect(read('.sites')).toContain(MANAGED.host));
	});

	it('that cannot be followed are named, and can be removed', async () => {
		const { asked } = await openSites([{ ...CAMPUS, host: '256.1', isRefused: true }, CAMPUS]);
		expect(read('.sites')).toContain('Le navigateur n’accepte pas ce nom de site');
		expect(hasControl('Rétablir l’accès à 256.1')).toBe(false);
		control('Retirer 256.1 de la liste').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('site/remove', { name: '256.1' });
		expect(asked).not.toHaveBeenCalledWith('site/unfollow', expect.anything());
	});

	it('that the organisation names wrongly are named, for it to correct', async () => {
		await openSites([{ ...MANAGED, host: 'a b/*', isRefused: true }]);
		expect(read('.sites')).toContain('Votre organisation doit le corriger.');
		expect(hasControl('Retirer a b/* de la liste')).toBe(false);
	});

	it('get a revoked permission back', async () => {
		permissions.contains.mockResolvedValue(false);
		await openSites([CAMPUS]);
		expect(read('.sites .alarm')).toBe('Sans accès : rien n’est mesuré');
		permissions.contains.mockResolvedValue(true);
		control('Rétablir l’accès à campus.greta.example').click();
		await settle();
		expect(permissions.request).toHaveBeenCalledWith({ origins: ['*://campus.greta.example/*'] });
		expect(document.querySelector('.sites .alarm')).toBeNull();
	});

	describe('that were unfollowed', () => {
		async function leave() {
			const { asked } = await openSites([CAMPUS]);
			control('Ne plus suivre campus.greta.example').click();
			await settle();
			expect(read('.left-site')).toContain('Ses chiffres sont conservés.');
			vi.useFakeTimers();
			control('Effacer ses chiffres').click();
			await vi.advanceTimersByTimeAsync(7000);
			return asked;
		}
		afterEach(() => {
			vi.useRealTimers();
		});

		it('have their figures erased, after some seconds', async () => {
			const asked = await leave();
			expect(asked).not.toHaveBeenCalledWith('erase/host', expect.anything());
			await vi.advanceTimersByTimeAsync(1000);
			expect(asked).toHaveBeenCalledWith('erase/host', { host: 'campus.greta.example' });
			expect(read('.left-site')).toBe('Les chiffres de campus.greta.example sont effacés.');
		});

		it('keep their figures when that is undone', async () => {
			const asked = await leave();
			control('Annuler').click();
			await vi.advanceTimersByTimeAsync(60_000);
			expect(asked).not.toHaveBeenCalledWith('erase/host', expect.anything());
			expect(hasControl('Effacer ses chiffres')).toBe(true);
		});
	});

	async function type(address: string) {
		const input = document.querySelector('input') as HTMLInputElement;
		input.value = address;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		await settle();
		control('Suivre ce site').click();
	}

	it('are added by their address, with a request for that host only', async () => {
		const { asked } = await openSites();
		await type('https://moodle.cfa.example/course/view.php?id=12');
		expect(permissions.request).toHaveBeenCalledWith({ origins: ['*://moodle.cfa.example/*'] });
		await settle();
		expect(asked).toHaveBeenCalledWith('site/follow', { host: 'moodle.cfa.example', platform: 'site', tabId: -1 });
		expect(read('#site-status')).toBe('Ce site est suivi.');
	});

	it('are not added from an invalid address', async () => {
		await openSites();
		await type('mon moodle');
		await settle();
		expect(permissions.request).not.toHaveBeenCalled();
		expect(read('#site-status')).toContain('Cette adresse n’est pas celle d’un site');
	});
});
