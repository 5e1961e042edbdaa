import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from './driver.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

/** Longer than any popup took to answer on a busy machine. */
const PROBE_MS = 3_000;

/** Code that finds the popup's, or the sidebar's, `browser` in Firefox's own window. */
const POPUP = `
	const browser = document.querySelector('.webextension-popup-browser');
	if (!browser) throw new Error('The popup is closed.');
`;
const SIDEBAR = `
	const browser = [...extension.views].find((view) => view.viewType === 'sidebar')?.xulBrowser;
	if (!browser) throw new Error('The sidebar is closed.');
`;

/** Opens the real popup for the tab in front. WebDriver does not list it, so it is driven from Firefox's own window. */
export async function openFirefoxPopup(chrome: FirefoxChrome): Promise<Page> {
	await closePopup(chrome);
	await chrome.run(`
		const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
		// What a click on the button does: it also grants activeTab.
		ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
	`);
	return firefoxDocument(chrome, POPUP, () => closePopup(chrome));
}

/** The sidebar, once it is open. */
export function firefoxSidebar(chrome: FirefoxChrome): Promise<Page> {
	return firefoxDocument(chrome, SIDEBAR, () => chrome.run('window.SidebarController.hide();'));
}

/** A document of the extension that WebDriver does not list. */
async function firefoxDocument(chrome: FirefoxChrome, find: string, close: () => Promise<void>): Promise<Page> {
	const evaluate: Page['evaluate'] = (what, ...args) =>
		chrome.evaluateIn(`${find} return browser;`, what as string, args);
	/** Evaluates with a time limit: a document that is being replaced never answers. */
	const probe: Page['evaluate'] = async (what, ...args) => {
		const answer = evaluate(what, ...args);
		answer.catch(() => {
			// The next call fails in the same way.
		});
		return Promise.race([answer, sleep(PROBE_MS).then(() => Promise.reject(new Error('No answer.')))]);
	};
	await until(
		() => probe('location.protocol === "moz-extension:" && document.readyState === "complete"'),
		'the document',
	);
	return {
		evaluate,
		async waitFor(what, timeoutMs = WAIT_TIMEOUT_MS) {
			await until(() => probe(what), String(what), timeoutMs);
		},
		url: () => evaluate('location.href'),
		async goto(url) {
			await evaluate((to) => location.assign(to), url);
			await until(() => probe('document.readyState === "complete"'), url);
		},
		async click(selector) {
			await until(() => probe(hasSize, selector), `${selector} to click on`);
			await until(() => evaluate(clickOn, selector), `${selector} to be clicked`);
		},
		async screenshot(path, { fullPage = false } = {}) {
			const size = await evaluate(documentSize, fullPage);
			writeFileSync(path, Buffer.from(await chrome.run<string>(find + SNAPSHOT, size.width, size.height), 'base64'));
		},
		// A popup has the size of its document, a sidebar that of its window.
		setViewport: async () => {},
		frames: async () => [],
		bringToFront: async () => {},
		close,
	};
}

/** Closes an open popup, since a second click on the button would close it instead of opening another. */
async function closePopup(chrome: FirefoxChrome): Promise<void> {
	await until(() => chrome.run(IS_CLOSED), 'the popup to close');
}

const IS_CLOSED = `
	const browser = document.querySelector('.webextension-popup-browser');
	browser?.closest('panel').hidePopup();
	return !browser;
`;

/**
 * Clicks the middle of an element; the driver's scope counts as user input. Finds and clicks in one step, since figures that
 * arrive late move the element. False, without a click, while it is absent or something covers it.
 */
function clickOn(selector: string): boolean {
	const element = document.querySelector(selector);
	if (!element) return false;
	element.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = element.getBoundingClientRect();
	const target = document.elementFromPoint(left + width / 2, top + height / 2) as HTMLElement | null;
	if (!target || !element.contains(target)) return false;
	target.focus();
	target.click();
	return true;
}

function hasSize(selector: string): boolean {
	const { width = 0, height = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
	return width > 0 && height > 0;
}

function documentSize(isWhole: boolean): { width: number; height: number } {
	const { scrollWidth, scrollHeight } = document.documentElement;
	return isWhole ? { width: scrollWidth, height: scrollHeight } : { width: innerWidth, height: innerHeight };
}

const SNAPSHOT = `
	const [width, height] = args;
	const { currentWindowGlobal } = browser.browsingContext;
	const bitmap = await currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), 1, 'white');
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	canvas.getContext('2d').drawImage(bitmap, 0, 0);
	const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
	return bytes.toBase64();
`;
