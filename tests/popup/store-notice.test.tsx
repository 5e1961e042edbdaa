// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { plain, settle } from '@/tests/components/screen';
import { open } from '@/tests/dashboard/dashboard-rig';
import { openPopup } from './popup-rig';

beforeEach(startBrowser);

const LOST = { ok: true, value: { loss: { why: 'damaged', day: '2026-11-26' }, isFailing: false } };
const notices = () => [...document.querySelectorAll('.notice h2')].map(({ textContent }) => plain(textContent ?? ''));

it('the dashboard says that earlier figures are missing, and what can be done', async () => {
	const { asked } = await open([], '', { 'store/get': LOST });
	expect(notices()[0]).toBe('Les chiffres d’avant manquent');
	expect(document.querySelector('.notice p')?.textContent).toContain('26 novembre');
	const [restore, accept] = document.querySelectorAll<HTMLButtonElement>('.notice button');
	expect([restore?.textContent, accept?.textContent]).toEqual(['Restaurer une sauvegarde', 'J’ai compris']);
	accept?.click();
	await settle();
	expect(asked).toHaveBeenCalledWith('store/accept', {});
});

it('the popup says that figures cannot be stored, while it lasts', async () => {
	await openPopup({ 'store/get': { ok: true, value: { loss: null, isFailing: true } } });
	expect(notices()).toContain('Les chiffres ne peuvent pas être enregistrés');
});
