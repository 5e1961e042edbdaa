import { browser } from '@/utils/browser/browser';
import { PLACE_READER } from '@/utils/core/platforms/context-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import { parseContext } from '@/utils/core/schema/parse-frame';
import type { ObservedContext } from '@/utils/core/visit/visit';

/** What one look at a tab told: its place, null when it belongs to none of the platforms, or that it cannot be looked at. */
export type Inspection =
	| { readonly canInspect: true; readonly place: ObservedContext | null }
	| { readonly canInspect: false };

/**
 * Looks at a tab's page by the given entries of the catalogue, once its document is ready. Only the reader is injected, where it is
 * not there yet (`isAgain` says that it may be); the entries, which are plain data, come as its argument: the whole catalogue is four
 * times the reader's size.
 */
export async function readTab(tabId: number, platforms: readonly Platform[], isAgain = false): Promise<Inspection> {
	try {
		let report = isAgain ? await callReader(tabId, platforms) : NO_READER;
		if (report === NO_READER) {
			await browser.scripting.executeScript({ target: { tabId }, files: ['/context.js'] });
			report = await callReader(tabId, platforms);
		}
		return { canInspect: true, place: parseContext(report) };
	} catch {
		// A page of the browser itself, a host that is not granted, or a tab that has gone.
		return { canInspect: false };
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
