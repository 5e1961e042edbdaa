// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { CountryClue } from '@/utils/core/carbon/guess';
import { DEFAULT_PROFILE, type Profile } from '@/utils/core/schema/profile';
import { useFrench } from './french';
import { control, hasControl, plain } from './screen';

const onReset = vi.fn();

function show(profile: Profile, countryClue: CountryClue | null = null) {
	const onChange = vi.fn<(profile: Profile) => void>();
	onReset.mockClear();
	render(
		<ProfileForm
			profile={profile}
			countryClue={countryClue}
			countries={['BE', 'DE', 'FR']}
			onChange={onChange}
			onReset={onReset}
		/>,
		document.body,
	);
	return onChange;
}

/** The field that a label names. */
function field(label: string): HTMLInputElement {
	const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
	return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

function enter(label: string, value: string) {
	const input = field(label);
	input.value = value;
	input.dispatchEvent(new Event('change', { bubbles: true }));
}

beforeEach(async () => {
	render(null, document.body);
	await useFrench();
});

describe('the equipment form', () => {
	it('marks a profile as guessed until it is set', () => {
		show(DEFAULT_PROFILE, 'language');
		expect(document.querySelector('[role=status]')?.textContent).toMatch(/^Supposé/);
		show(DEFAULT_PROFILE);
		expect(document.querySelector('[role=status]')?.textContent).toBe('Réglé par vous.');
	});

	it.each([
		['zone', 'Déduit du fuseau horaire de cet appareil.'],
		['region', 'Déduit de la langue de votre navigateur, qui nomme ce pays.'],
		['language', 'Déduit de la langue de votre navigateur, qui ne nomme aucun pays.'],
		['none', 'Supposé : rien dans votre navigateur n’indique le pays.'],
	] as const)('explains what a guessed country is based on: %s', (clue, words) => {
		show(DEFAULT_PROFILE, clue);
		const hint = document.getElementById(field('Pays').getAttribute('aria-describedby') ?? '');
		expect(plain(hint?.textContent ?? '')).toBe(words);
	});

	it('can return to the guess, once something was set', () => {
		show(DEFAULT_PROFILE, 'zone');
		expect(hasControl('Revenir aux valeurs supposées')).toBe(false);
		show({ ...DEFAULT_PROFILE, device: 'tablet' });
		control('Revenir aux valeurs supposées').click();
		expect(onReset).toHaveBeenCalledOnce();
	});

	it('shows the profile, with countries by their French names', () => {
		show({ ...DEFAULT_PROFILE, device: 'tablet', country: 'BE', deviceAgeYears: 4 });
		expect(field('Appareil').value).toBe('tablet');
		expect(field('Pays').value).toBe('BE');
		expect([...field('Pays').querySelectorAll('option')].map((option) => option.textContent)).toEqual([
			'Allemagne',
			'Belgique',
			'France',
		]);
		expect(field('Âge de l’appareil, en années').value).toBe('4');
	});

	it.each([
		['Appareil', 'desktop', { device: 'desktop' }],
		['Réseau', 'mobile', { network: 'mobile' }],
		['Pays', 'DE', { country: 'DE' }],
		['Âge de l’appareil, en années', '7', { deviceAgeYears: 7 }],
		['Nombre d’écrans', '2', { screenCount: 2 }],
	])('reports the whole profile when "%s" becomes %s', (label, value, change) => {
		const onChange = show(DEFAULT_PROFILE);
		enter(label, value);
		expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_PROFILE, ...change }]]);
	});

	it('takes an empty age for unknown, and ignores an empty or excessive number of screens', () => {
		const onChange = show({ ...DEFAULT_PROFILE, deviceAgeYears: 4 });
		enter('Nombre d’écrans', '');
		enter('Nombre d’écrans', '90');
		expect(onChange).not.toHaveBeenCalled();
		enter('Âge de l’appareil, en années', '');
		expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_PROFILE, deviceAgeYears: null }]]);
	});
});
