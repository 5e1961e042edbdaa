// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/welcome/App';
import { createWelcomeModel } from '@/entrypoints/welcome/model';
import { permissions, startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { readLanguage } from '@/utils/settings/language';
import { loadProfile } from '@/utils/settings/profile';
import config from '@/wxt.config';

const reload = vi.fn();

async function open() {
	const model = createWelcomeModel(null, '2026-11-26', reload);
	draw(() => <App model={model} />);
	await model.start();
	await settle();
}

beforeEach(async () => {
	await startBrowser();
	permissions.contains.mockResolvedValue(false);
});

describe('the welcome page', () => {
	it('explains what is measured and what never is', async () => {
		await open();
		expect(read('main')).toContain('Les données que transfèrent les pages de vos cours');
		expect(read('main')).toContain('L’adresse des pages, leur texte, vos réponses, votre nom.');
	});

	it.each(['chrome', 'firefox'])(
		'gives a reason for each permission of the build for %s, and for no other',
		async (browser) => {
			vi.stubEnv('BROWSER', browser);
			await open();
			vi.unstubAllEnvs();
			const { manifest } = config;
			if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser, so it is a function.');
			const asked = await manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
			const named = Object.keys(asked).filter((key) => /^(optional_)?host_permissions$/.test(key));
			const explained = [...document.querySelectorAll<HTMLElement>('[data-permission]')];
			expect(new Set(explained.map(({ dataset }) => dataset.permission))).toEqual(
				new Set([...(asked.permissions ?? []), ...(asked.optional_permissions ?? []), ...named]),
			);
			for (const { lastElementChild } of explained) expect(lastElementChild?.textContent).not.toBe('');
		},
	);

	it('saves the equipment as soon as it is changed', async () => {
		await open();
		const select = document.querySelector('#profile-device') as HTMLSelectElement;
		select.value = 'desktop';
		select.dispatchEvent(new Event('change', { bubbles: true }));
		await settle();
		expect((await loadProfile()).profile).toEqual({ ...DEFAULT_PROFILE, device: 'desktop' });
		expect(read('form.profile')).toContain('Réglé par vous.');
	});

	it('leads to the first figures in three steps, the last of which shows a tip', async () => {
		await open();
		expect([...document.querySelectorAll('.steps > li > h2')].map(({ textContent }) => textContent)).toEqual([
			'1 Garder l’icône en vue',
			'2 Ouvrir votre plateforme',
			'3 Essayer un conseil sur une leçon d’exemple',
		]);
		expect(read('.steps .tip h3')).toBe('La vidéo arrive en 1080p dans un cadre de 640 × 360.');
	});

	it.each([
		['chrome', 'Elle pourrait : • Lire et modifier vos données sur moodle.exemple.fr'],
		['firefox', 'Nouvelles autorisations : • Accéder à vos données pour les sites des domaines moodle.exemple.fr'],
	])('quotes the prompt of %s', async (browser, words) => {
		vi.stubEnv('BROWSER', browser);
		await open();
		vi.unstubAllEnvs();
		expect(read('blockquote')).toContain(words.replace(' : • ', ' :• '));
	});

	it('folds what can be looked up', async () => {
		await open();
		expect(
			[...document.querySelectorAll<HTMLDetailsElement>('details.fold')].map(({ open: isOpen }) => isOpen),
		).toEqual([false, false, false]);
	});

	it('follows the browser’s language until another is chosen', async () => {
		await open();
		const select = document.querySelector('#language') as HTMLSelectElement;
		expect([...select.options].map(({ text }) => text)).toEqual(['Celle du navigateur', 'Français', 'English']);
		expect(select.value).toBe('browser');
		for (const [value, chosen] of [
			['en', 'en'],
			['browser', null],
		] as const) {
			reload.mockClear();
			select.value = value;
			select.dispatchEvent(new Event('change', { bubbles: true }));
			await settle();
			expect(await readLanguage()).toBe(chosen);
			expect(reload).toHaveBeenCalledOnce();
		}
	});

	it('stores nothing and asks for nothing by itself', async () => {
		await open();
		expect(await fakeBrowser.storage.local.get()).toEqual({});
		expect(permissions.request).not.toHaveBeenCalled();
	});

	it('asks for exact counting by one click', async () => {
		await open();
		control('Mesurer les vidéos hébergées ailleurs').click();
		await settle();
		expect(permissions.request.mock.calls).toEqual([[{ origins: [ALL_HOSTS] }]]);
		expect(read('.levels [role=status]')).toBe('Accès accordé : les vidéos hébergées ailleurs sont mesurées aussi.');
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
	});

	it('continues without, if that is refused', async () => {
		permissions.request.mockResolvedValue(false);
		await open();
		control('Mesurer les vidéos hébergées ailleurs').click();
		await settle();
		expect(read('.levels [role=status]')).toBe('Accès refusé : ces chiffres restent estimés.');
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(true);
	});

	it('does not offer what is already granted', async () => {
		permissions.contains.mockResolvedValue(true);
		await open();
		expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
	});
});
