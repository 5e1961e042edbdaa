// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProfileForm } from '@/components/ProfileForm';
import { DEFAULT_PROFILE, type Profile } from '@/utils/carbon/profile';
import { speakFrench } from './french';

function show(profile: Profile, isGuessed = false) {
	const onChange = vi.fn<(profile: Profile) => void>();
	render(
		<ProfileForm profile={profile} isGuessed={isGuessed} countries={['BE', 'DE', 'FR']} onChange={onChange} />,
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
	await speakFrench();
});

describe('the equipment form', () => {
	it('says that a profile is guessed until it is set', () => {
		show(DEFAULT_PROFILE, true);
		expect(document.querySelector('[role=status]')?.textContent).toMatch(/^Deviné/);
		show(DEFAULT_PROFILE, false);
		expect(document.querySelector('[role=status]')?.textContent).toBe('Réglé par vous.');
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
	])('hands back the whole profile when "%s" becomes %s', (label, value, change) => {
		const onChange = show(DEFAULT_PROFILE);
		enter(label, value);
		expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_PROFILE, ...change }]]);
	});

	it('takes an emptied age for unknown, and nothing from an emptied or excessive number of screens', () => {
		const onChange = show({ ...DEFAULT_PROFILE, deviceAgeYears: 4 });
		enter('Nombre d’écrans', '');
		enter('Nombre d’écrans', '90');
		expect(onChange).not.toHaveBeenCalled();
		enter('Âge de l’appareil, en années', '');
		expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_PROFILE, deviceAgeYears: null }]]);
	});
});
