import { afterEach, describe, expect, it, vi } from 'vitest';
import { SaveData } from '@/utils/page/sober/save-data';

/** A browser that knows the query and has nobody who asks to save data, and one that never heard of it. */
function browserThat(knowsQuery: boolean): void {
	vi.stubGlobal('matchMedia', (query: string) => {
		const isWhole = /^\((?:min-width: 0px)\)$/.test(query);
		return { media: query, matches: isWhole || (knowsQuery && query === '(prefers-reduced-data: no-preference)') };
	});
}

const matches = (query: string) => matchMedia(query).matches;

afterEach(() => vi.unstubAllGlobals());

describe('a script that asks whether to save data', () => {
	it('hears yes in a browser that has the word, and the browser’s answer again afterwards', () => {
		browserThat(true);
		const native = matchMedia;
		const saveData = new SaveData();
		saveData.start();
		expect(matches('(prefers-reduced-data: reduce)')).toBe(true);
		expect(matches('(prefers-reduced-data)')).toBe(true);
		expect(matches('(prefers-reduced-data: no-preference)')).toBe(false);
		expect(matches('(prefers-color-scheme: dark)')).toBe(false);
		saveData.stop();
		expect(matchMedia).toBe(native);
		expect(matches('(prefers-reduced-data: reduce)')).toBe(false);
	});

	it('hears nothing new in a browser that has not', () => {
		browserThat(false);
		const native = matchMedia;
		const saveData = new SaveData();
		saveData.start();
		expect(matchMedia).toBe(native);
		saveData.stop();
	});

	it('hears it by the Network Information API too, where there is one', () => {
		browserThat(false);
		class NetworkInformation {
			get saveData(): boolean {
				return false;
			}
		}
		vi.stubGlobal('NetworkInformation', NetworkInformation);
		const saveData = new SaveData();
		saveData.start();
		expect(new NetworkInformation().saveData).toBe(true);
		saveData.stop();
		expect(new NetworkInformation().saveData).toBe(false);
	});
});
