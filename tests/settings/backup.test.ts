import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { previewSettings } from '@/utils/settings/backup';

beforeEach(() => fakeBrowser.reset());

/** A host of 201 characters. */
const longHost = (index: number) =>
	`${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.d${1_000 + index}.example.org`;
const soberMode = (hostCount: number) => {
	const hosts = Object.fromEntries(Array.from({ length: hostCount }, (_, index) => [longHost(index), true]));
	return { version: 1, value: { isOnEverywhere: false, hosts, effectsOff: [] } };
};
const goal = { version: 1, value: { kind: 'data', weeklyAmount: 9 } };

it('a setting of a backup that would fill the browser’s room for settings is not offered, and the others are', async () => {
	expect((await previewSettings({ soberMode: soberMode(400), goal })).names.toSorted()).toEqual(['goal', 'soberMode']);
	expect((await previewSettings({ soberMode: soberMode(900), goal })).names).toEqual(['goal']);
});
