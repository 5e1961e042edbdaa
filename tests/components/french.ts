import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Makes the French catalogue that of the browser; a missing text throws. */
export async function useFrench(): Promise<void> {
	const messages = generateChromeMessages(await parseMessagesFile('utils/i18n/fr.yml'));
	vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string, values?: string | (string | number)[]) => {
		const text = messages[name]?.message;
		if (text === undefined) throw new Error(`no text "${name}"`);
		return [values ?? []]
			.flat()
			.reduce<string>((filled, value, index) => filled.replaceAll(`$${index + 1}`, String(value)), text);
	});
}
