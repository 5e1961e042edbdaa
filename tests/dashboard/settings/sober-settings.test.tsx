// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SoberSettingsCard } from '@/entrypoints/dashboard/settings/SoberSettingsCard';
import { createSoberSettingsModel } from '@/entrypoints/dashboard/settings/sober-settings-model';
import { type Answers, fakeBackground, startBrowser } from '@/tests/components/browser';
import { draw, read, settle } from '@/tests/components/screen';
import { open as openDashboard } from '@/tests/dashboard/dashboard-rig';
import type { Limit } from '@/utils/core/sober/effects';
import { chooseLimit, switchBattery } from '@/utils/settings/sober-mode';

const DONE = { ok: true, value: null };

beforeEach(startBrowser);
afterEach(() => void Reflect.deleteProperty(navigator, 'getBattery'));

const STORED: Answers = {
	'sober/limit': ({ limitLines }: { limitLines: Limit | null }) => chooseLimit(limitLines).then(() => DONE),
	'sober/battery': ({ isOn }: { isOn: boolean }) => switchBattery(isOn).then(() => DONE),
};

async function open(policy: object = {}, answers = STORED) {
	const asked = fakeBackground(answers);
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
	const model = createSoberSettingsModel();
	await model.load();
	draw(() => <SoberSettingsCard model={model} />);
	return asked;
}

const field = () => document.querySelector('#sober-limit') as HTMLSelectElement;

function choose(value: string): void {
	field().value = value;
	field().dispatchEvent(new Event('change', { bubbles: true }));
}

it('offers the limit of the device and three others', async () => {
	await open();
	expect([...field().options].map(({ text }) => text)).toEqual([
		'720p, ou 480p sur téléphone',
		'480p',
		'720p',
		'1080p',
	]);
	expect([field().value, field().disabled]).toEqual(['none', false]);
});

it.each<[string, Limit | null]>([
	['480', 480],
	['1080', 1080],
	['none', null],
])('has the background apply %s', async (value, limitLines) => {
	await chooseLimit(720);
	const asked = await open();
	expect(field().value).toBe('720');
	choose(value);
	expect(asked).toHaveBeenCalledExactlyOnceWith('sober/limit', { limitLines });
	expect(field().value).toBe(value);
	await settle();
	expect(field().value).toBe(value);
});

it('shows what is stored where the background did not store a choice', async () => {
	Object.defineProperty(navigator, 'getBattery', { value: () => {}, configurable: true });
	await chooseLimit(720);
	const refusal = { ok: false, error: 'no-answer' };
	await open({}, { 'sober/limit': refusal, 'sober/battery': refusal });
	choose('1080');
	await vi.waitFor(() => expect(field().value).toBe('720'));
	const box = document.querySelector('input[type=checkbox]') as HTMLInputElement;
	box.click();
	await vi.waitFor(() => expect(box.checked).toBe(false));
});

it('keeps the second of two quick choices while the first is being stored', async () => {
	let store = (_: unknown) => {};
	const isStored = new Promise((resolve) => {
		store = resolve;
	});
	let answered = 0;
	const answers: Answers = {
		'sober/limit': async ({ limitLines }: { limitLines: Limit | null }) => {
			if (limitLines === 1080) await isStored;
			await chooseLimit(limitLines);
			answered++;
			return DONE;
		},
	};
	await open({}, answers);
	choose('480');
	choose('1080');
	await vi.waitFor(() => expect(answered).toBe(1));
	await settle();
	expect(field().value).toBe('1080');
	store(null);
	await vi.waitFor(() => expect(answered).toBe(2));
	await settle();
	expect(field().value).toBe('1080');
});

it('follows a policy that comes while the page is open', async () => {
	let policy = {};
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
	await openDashboard([], '#reglages');
	await vi.waitFor(() => expect([field().value, field().disabled]).toEqual(['none', false]));
	policy = { soberLines: 480 };
	await fakeBrowser.storage.managed.set(policy);
	await vi.waitFor(() => expect([field().value, field().disabled]).toEqual(['480', true]));
});

it('shows the limit of the organisation, which the learner cannot change', async () => {
	await chooseLimit(1080);
	await open({ soberLines: 480 });
	expect([field().value, field().disabled]).toEqual(['480', true]);
	expect(read('#sober-limit-hint')).not.toContain('1080p');
});

it('offers to be lighter on battery, off at first, where the browser tells of the battery', async () => {
	Object.defineProperty(navigator, 'getBattery', { value: () => {}, configurable: true });
	const asked = await open();
	const box = document.querySelector('input[type=checkbox]') as HTMLInputElement;
	expect(box.checked).toBe(false);
	box.click();
	expect(asked).toHaveBeenCalledExactlyOnceWith('sober/battery', { isOn: true });
	expect(read('.card p:last-child')).toContain('480p au plus');
	expect(read(`#${box.getAttribute('aria-describedby')}`)).toContain('480p au plus');
});

it('says so where the browser does not', async () => {
	await open();
	expect(document.querySelector('input[type=checkbox]')).toBeNull();
	expect(read('.card p:last-child')).toContain('n’existe pas dans ce navigateur');
});
