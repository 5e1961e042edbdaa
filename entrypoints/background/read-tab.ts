import browser from 'webextension-polyfill';
import type { SeenPlace } from '@/utils/measure/visit';
import { parsePlace } from '@/utils/messaging/parse-frame';
import { PLACE_READER } from '@/utils/platforms/place-reader';
import type { Platform } from '@/utils/platforms/platform';

/** What one look at a tab told: its place, null when it belongs to none of the platforms, or that it cannot be looked at. */
export type Look = { readonly canLook: true; readonly place: SeenPlace | null } | { readonly canLook: false };

/**
 * Looks at a tab's page by the given entries of the catalogue, once its document is ready. Only the reader is injected; the
 * entries, which are plain data, come as its argument: the whole catalogue is four times the reader's size.
 */
export async function readTab(tabId: number, platforms: readonly Platform[]): Promise<Look> {
	const target = { tabId };
	try {
		await browser.scripting.executeScript({ target, files: ['/place.js'] });
		const [frame] = await browser.scripting.executeScript({
			target,
			func: (reader: string, entries: unknown) => (globalThis as unknown as Readers)[reader]?.(entries) ?? null,
			args: [PLACE_READER, platforms],
		});
		return { canLook: true, place: parsePlace(frame?.result) };
	} catch {
		// A page of the browser itself, a host that is not granted, or a tab that has gone.
		return { canLook: false };
	}
}

type Readers = Readonly<Record<string, ((entries: unknown) => unknown) | undefined>>;
