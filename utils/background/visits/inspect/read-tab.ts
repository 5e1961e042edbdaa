import { browser } from '@/utils/browser/browser';
import { CONTEXT_READER } from '@/utils/core/platforms/context-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import type { ObservedContext } from '@/utils/core/schema/visit';
import { parseContext } from '@/utils/core/schema/visit';

/** Result of one inspection of a tab: its context, null when it belongs to none of the platforms, or that it cannot be inspected. */
export type Inspection =
	| { readonly canInspect: true; readonly context: ObservedContext | null }
	| { readonly canInspect: false };

/**
 * Inspects a tab's page by the given entries of the catalogue, once its document is ready. Only the reader is injected, unless an
 * earlier inspection may have done so (`isAgain`). The entries are its argument: the whole catalogue is four times the reader's size.
 */
export async function readTab(tabId: number, platforms: readonly Platform[], isAgain = false): Promise<Inspection> {
	try {
		let report = isAgain ? await callReader(tabId, platforms) : NO_READER;
		if (report === NO_READER) {
			await browser.scripting.executeScript({ target: { tabId }, files: ['/context.js'] });
			report = await callReader(tabId, platforms);
		}
		return { canInspect: true, context: parseContext(report) };
	} catch {
		// A page of the browser itself, a host that is not granted, or a closed tab.
		return { canInspect: false };
	}
}

/** Result in a document without the reader: not the one of the inspection before. */
const NO_READER = false;

async function callReader(tabId: number, platforms: readonly Platform[]): Promise<unknown> {
	const [frame] = await browser.scripting.executeScript({
		target: { tabId },
		func: (reader: string, entries: unknown, none: boolean) => {
			const read = (globalThis as unknown as Readers)[reader];
			return read ? read(entries) : none;
		},
		args: [CONTEXT_READER, platforms, NO_READER],
	});
	return frame?.result;
}

type Readers = Readonly<Record<string, ((entries: unknown) => unknown) | undefined>>;
