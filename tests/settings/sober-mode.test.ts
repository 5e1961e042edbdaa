import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
	chooseLimit,
	discardSoberMode,
	readSoberMode,
	switchBattery,
	switchEffect,
	switchSober,
} from '@/utils/settings/sober-mode';

beforeEach(() => fakeBrowser.reset());

const OFF = { isOnEverywhere: false, hosts: {}, effectsOff: [], limitLines: null, isLighterOnBattery: false };

it('is off everywhere, with every effect, at install', async () => {
	expect(await readSoberMode()).toEqual(OFF);
});

it('is switched for one host only', async () => {
	await Promise.all([switchSober('moodle.example', true), switchSober('ecole.example', false)]);
	expect(await readSoberMode()).toEqual({ ...OFF, hosts: { 'moodle.example': true, 'ecole.example': false } });
});

it('is switched for all sites, which removes the choices for single hosts', async () => {
	await switchSober('moodle.example', false);
	await switchSober(null, true);
	expect(await readSoberMode()).toEqual({ ...OFF, isOnEverywhere: true });
});

it('switches an effect off and on again', async () => {
	await Promise.all([switchEffect('embeds', false), switchEffect('quality', false), switchEffect('embeds', false)]);
	expect((await readSoberMode()).effectsOff).toEqual(['quality', 'embeds']);
	await switchEffect('quality', true);
	expect((await readSoberMode()).effectsOff).toEqual(['embeds']);
});

it('keeps the highest resolution that was chosen, or that of the device', async () => {
	await chooseLimit(1080);
	expect((await readSoberMode()).limitLines).toBe(1080);
	await chooseLimit(null);
	expect(await readSoberMode()).toEqual(OFF);
});

it('is lighter on battery once that is switched on', async () => {
	await switchBattery(true);
	expect(await readSoberMode()).toEqual({ ...OFF, isLighterOnBattery: true });
});

it.each([[360], ['720'], [null], [undefined]])(
	'has the resolution of the device where %j is stored',
	async (limitLines) => {
		await fakeBrowser.storage.local.set({ soberMode: { version: 1, value: { ...OFF, limitLines } } });
		expect(await readSoberMode()).toEqual(OFF);
	},
);

it('is reset', async () => {
	await switchSober(null, true);
	await discardSoberMode();
	expect(await readSoberMode()).toEqual(OFF);
});

it('ignores invalid stored values', async () => {
	const value = {
		isOnEverywhere: 'yes',
		hosts: { 'a.example': 1, 'b.example': true },
		effectsOff: ['other', 'hidden'],
	};
	await fakeBrowser.storage.local.set({ soberMode: { version: 1, value } });
	expect(await readSoberMode()).toEqual({ ...OFF, hosts: { 'b.example': true }, effectsOff: ['hidden'] });
});

it('names only hosts', async () => {
	const hosts = { 'a b/*': false, '*': true, '<all_urls>': true, '256.1': true, 'b.example': true };
	await fakeBrowser.storage.local.set({ soberMode: { version: 1, value: { ...OFF, hosts } } });
	expect(await readSoberMode()).toEqual({ ...OFF, hosts: { 'b.example': true } });
});
