import browser from 'webextension-polyfill';
import { PLACE_READER } from '@/utils/core/platforms/place-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import { parsePlace } from '@/utils/core/schema/parse-frame';
import type { SeenPlace } from '@/utils/core/visit/visit';

/** What one look at a tab told: its place, null when it belongs to none of the platforms, or that it cannot be looked at. */
export type Look = { readonly canLook: true; readonly place: SeenPlace | null } | { readonly canLook: false };

/**
 * Looks at a tab's page by the given entries of the catalogue, once its document is ready. Only the reader is injected, where it is
 * not there yet (`isAgain` says that it may be); the entries, which are plain data, come as its argument: the whole catalogue is four
 * times the reader's size.
 */
export async function readTab(tabId: number, platforms: readonly Platform[], isAgain = false): Promise<Look> {
	try {
		let said = isAgain ? await callReader(tabId, platforms) : NO_READER;
		if (said === NO_READER) {
			await browser.scripting.executeScript({ target: { tabId }, files: ['/place.js'] });
			said = await callReader(tabId, platforms);
		}
		return { canLook: true, place: parsePlace(said) };
	} catch {
		// A page of the browser itself, a host that is not granted, or a tab that has gone.
		return { canLook: false };
	}
}

/** What a document says that holds no reader: another one than the last time. */
const NO_READER = false;

async function callReader(tabId: number, platforms: readonly Platform[]): Promise<unknown> {
	const [frame] = await browser.scripting.executeScript({
		target: { tabId },
		func: (reader: string, entries: unknown, none: boolean) => {
			const read = (globalThis as unknown as Readers)[reader];
			return read ? read(entries) : none;
		},
		args: [PLACE_READER, platforms, NO_READER],
	});
	return frame?.result;
}

type Readers = Readonly<Record<string, ((entries: unknown) => unknown) | undefined>>;
