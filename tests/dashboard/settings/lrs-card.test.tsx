// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LrsCard } from '@/entrypoints/dashboard/settings/LrsCard';
import type { LrsModel } from '@/entrypoints/dashboard/settings/lrs-model';
import { startBrowser } from '@/tests/components/browser';
import { draw, hasControl } from '@/tests/components/screen';
import { EMPTY_QUEUE } from '@/utils/core/delivery/lrs';
import type { Lrs } from '@/utils/core/schema/settings';

const LRS: Lrs = {
	endpoint: 'https://lrs.example/xapi',
	key: 'clé',
	secret: 'secret',
	version: '2.0.0',
	scope: 'personal',
	isWeekly: true,
};

/** Shows the card with what was saved, and returns what a form saves. */
function show(saved: Lrs | null) {
	const save = vi.fn<LrsModel['save']>();
	const isActive = signal(saved !== null);
	const fields = { lrs: signal(saved), isActive, queue: signal(EMPTY_QUEUE), status: signal('idle') };
	const model = { ...fields, save } as object as LrsModel;
	draw(() => <LrsCard model={model} />);
	return save;
}

/** The control that a label names. */
function field(label: string): HTMLInputElement {
	const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
	return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

function submit(): void {
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
}

beforeEach(startBrowser);

describe('the card of the Learning Record Store', () => {
	it('shows what was saved, the secret hidden, and saves it again as it is', () => {
		const save = show(LRS);
		expect([field('Adresse (https)').value, field('Clé').value]).toEqual([LRS.endpoint, LRS.key]);
		expect([field('Clé').type, field('Secret').type]).toEqual(['text', 'password']);
		submit();
		expect(save).toHaveBeenCalledExactlyOnceWith(LRS);
		expect(hasControl('Envoyer la semaine dernière')).toBe(true);
	});

	it('saves what is entered and chosen', () => {
		const save = show(null);
		expect(hasControl('Envoyer la semaine dernière')).toBe(false);
		for (const [label, value] of [
			['Adresse (https)', 'https://autre.example/'],
			['Clé', 'k'],
			['Secret', 's'],
			['Version', '1.0.3'],
			['Contenu', 'shareable'],
		] as const)
			field(label).value = value;
		submit();
		expect(save).toHaveBeenCalledExactlyOnceWith({
			endpoint: 'https://autre.example/',
			key: 'k',
			secret: 's',
			version: '1.0.3',
			scope: 'shareable',
			isWeekly: false,
		});
	});
});
