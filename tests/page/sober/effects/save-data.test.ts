import { afterEach, describe, expect, it, vi } from 'vitest';
import { SaveData } from '@/utils/page/sober/effects/save-data';

/** A browser without a preference for reduced data, that does or does not support the query. */
function stubBrowser(supportsQuery: boolean): void {
	vi.stubGlobal('matchMedia', (query: string) => {
		const isAlways = /^\((?:min-width: 0px)\)$/.test(query);
		return { media: query, matches: isAlways || (supportsQuery && query === '(prefers-reduced-data: no-preference)') };
	});
}

const matches = (query: string) => matchMedia(query).matches;

afterEach(() => vi.unstubAllGlobals());

describe('a script that queries reduced data', () => {
	it('gets true if the browser supports the query, and the browser’s own answer after a stop', () => {
		stubBrowser(true);
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

	it('gets no new answer in a browser without the query', () => {
		stubBrowser(false);
		const native = matchMedia;
		const saveData = new SaveData();
		saveData.start();
		expect(matchMedia).toBe(native);
		saveData.stop();
	});

	it('gets true from the Network Information API, if there is one', () => {
		stubBrowser(false);
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
