import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { FirefoxConnection } from './firefox-connection.ts';
import { type PuppeteerTab, puppeteerTab } from './puppeteer-page.ts';

/** A tab of Firefox. */
export function firefoxPage(page: Page, connection: FirefoxConnection): PuppeteerTab {
	const tab = puppeteerTab(page);
	// The id of the browsing context, which puppeteer's types leave out.
	const { _id: context } = page.mainFrame() as unknown as { _id: string };
	return {
		...tab,
		/** Not puppeteer's `goto`: it waits for `browsingContext.load`, which Firefox does not send for pages of an extension. */
		async goto(url) {
			await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
		},
		async drop(paths) {
			const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
			await tab.evaluate(dropAll, files);
		},
	};
}

/** Runs in the page, so it stands alone. */
function dropAll(files: readonly { readonly name: string; readonly text: string }[]): void {
	const dataTransfer = new DataTransfer();
	for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
	for (const type of ['dragover', 'drop']) {
		document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
	}
}
