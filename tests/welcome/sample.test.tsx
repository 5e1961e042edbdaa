// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { beforeEach, expect, it } from 'vitest';
import { SampleLesson } from '@/entrypoints/welcome/SampleLesson';
import { createSampleModel } from '@/entrypoints/welcome/sample-model';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';

async function choose(field: string, value: string) {
	const select = document.querySelector(field) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	await settle();
}

async function click(name: string) {
	control(name).click();
	await settle();
}

beforeEach(async () => {
	await startBrowser();
	const sample = createSampleModel('2026-11-26', 'Prévention des risques', signal(DEFAULT_PROFILE));
	draw(() => <SampleLesson sample={sample} />);
});

it('begins by marking its figures as examples, and shows a tip', () => {
	expect(read('.popup').startsWith('Chiffres d’exemple, non mesurés')).toBe(true);
	expect(read('.page .figure')).toBe('502 Mo'); // 3 GB / 6 + 1.7 MB
	expect(read('.tip h3')).toBe('La vidéo arrive en 1080p dans un cadre de 640 × 360.');
});

it('does what the tip proposes, says so, and undoes it', async () => {
	await click('Baisser la qualité');
	expect(read('.page .figure')).toBe('118 Mo'); // 0.7 GB / 6 + 1.7 MB
	expect(read('.video')).toBe('Vidéo 480p affichée en 640 × 360');
	expect(read('.tip [role=status]')).toContain('la vidéo est maintenant en 480p');
	await click('Annuler');
	expect(read('.page .figure')).toBe('502 Mo');
	expect(hasControl('Baisser la qualité')).toBe(true);
});

it('has no tip for a video that fits, and another once the tab is hidden', async () => {
	await choose('#sample-lines', '480');
	expect(document.querySelector('.tip')).toBeNull();
	await choose('#sample-tab', 'hidden');
	expect(read('.tip h3')).toContain('Vidéo lue pendant 5 min dans un onglet');
	document.querySelector<HTMLButtonElement>('.tip .later')?.click();
	await settle();
	expect(document.querySelector('.tip h3')).toBeNull();
	await click('Annuler');
	expect(read('.tip h3')).toContain('Vidéo lue pendant 5 min dans un onglet');
});
