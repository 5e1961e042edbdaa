import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserOptions, Driver, Tab } from './driver.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { FirefoxConnection } from './firefox-connection.ts';
import { installFirefoxExtension, LINES, settleFirefoxExtension } from './firefox-install.ts';
import { firefoxPage } from './firefox-page.ts';
import { firefoxSidebar, openFirefoxPopup } from './firefox-popup.ts';
import { startFirefox } from './firefox-process.ts';
import { writeProfile } from './firefox-profile.ts';
import { killTree, suspendTree, treeCpuMs } from './processes.ts';
import { IS_DRAWN } from './wait';
import { until } from './wait.ts';

/** What only Firefox's driver can do. */
export interface FirefoxDriver extends Driver {
	/** The process of the visible tab's page: its first thread runs the page's scripts. */
	visibleProcessId(): Promise<number>;
}

/**
 * Firefox, driven by puppeteer over WebDriver BiDi. Puppeteer 25 with Firefox 153 cannot do the following, which commands of our own
 * do on the same connection (`firefox-connection.ts`), most of them by code in Firefox's own window (`firefox-chrome.ts`):
 * - install an extension that outlives a restart: `installExtension` installs for one run, without `moz:permanent`;
 * - list the popup and the background: `browsingContext.getTree` leaves both out, so puppeteer has no target for them;
 * - press the toolbar button, stop the background, answer a permission prompt or change the colour scheme: `triggerAction`,
 *   `extensions` and `emulateMediaFeatures` need Chrome's protocol;
 * - `goto` a page of the extension: it waits for an event that Firefox sends only for other pages;
 * - `launch` without preferences of its own (`firefox-process.ts`).
 */
export async function openFirefox(options: BrowserOptions): Promise<FirefoxDriver> {
	const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sobrio-firefox-'));
	writeProfile(profileDir, options);
	const { browser, connection, pid, ended } = await startFirefox(profileDir, options);
	const chrome = await install(connection, options, profileDir).catch(async (error) => {
		await killTree(pid);
		throw error;
	});
	const extensionUrl = await chrome.run<string>('return `moz-extension://` + extension.uuid + `/`');
	const dropProfile = () => {
		if (!options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
	};

	async function newPage(url?: string): Promise<Tab> {
		const page = firefoxPage(await browser.newPage(), connection);
		if (url) await page.goto(url);
		return page;
	}

	return {
		browser: 'firefox',
		extensionUrl,
		profileDir,
		newPage,
		async openExtensionPage(path) {
			const page = await newPage(extensionUrl + path);
			await page.waitFor(IS_DRAWN);
			return page;
		},
		async openPopup(page) {
			await page.bringToFront();
			return openFirefoxPopup(chrome);
		},
		async openPanel(page) {
			await page.bringToFront();
			const popup = await openFirefoxPopup(chrome);
			await popup.click('.beside');
			return firefoxSidebar(chrome);
		},
		async setDarkMode(isDark) {
			await chrome.run(DARK, isDark);
		},
		async grantHost() {
			await chrome.run(`Services.prefs.setBoolPref('${PROMPTS}', false);`);
		},
		async revokeHost(pattern) {
			await chrome.run(REVOKE, pattern);
		},
		async installBeside(dir) {
			const id = await browser.installExtension(dir);
			return () => browser.uninstallExtension(id);
		},
		async clickAndRefuse(page, selector) {
			await chrome.run(`Services.prefs.setBoolPref('${PROMPTS}', true);`);
			await page.click(selector);
			await until(() => chrome.run(press('secondaryButton')), 'the permission prompt');
		},
		async clickAndAccept(popup, selector) {
			await chrome.run(`Services.prefs.setBoolPref('${PROMPTS}', true);`);
			await popup.click(selector);
			await until(() => chrome.run(press('button')), 'the permission prompt');
		},
		permissionLines: (pattern) => chrome.run(LINES, pattern),
		async evaluateInBackground(what, ...args) {
			// After a crash it takes a moment until Firefox knows that there is none.
			await until(() => chrome.run(WAKE), 'the background');
			return chrome.evaluateIn(BACKGROUND, what as string, args);
		},
		async stopBackground() {
			// An event in progress keeps it running, or wakes it again.
			await until(() => chrome.run(STOP), 'the background to stop');
		},
		isBackgroundRunning: () => chrome.run('return extension.backgroundState === "running"'),
		async killBackground() {
			await chrome.run('await extension.wakeupBackground?.();');
			await killTree(await chrome.run<number>(PROCESS_ID));
		},
		async reloadExtension() {
			await chrome.run(RELOAD);
		},
		async updateExtension(dir) {
			await installFirefoxExtension(connection, dir, profileDir);
		},
		visibleProcessId: () => chrome.run<number>(VISIBLE_PROCESS_ID),
		closed: ended,
		cpuMs: () => treeCpuMs(pid),
		suspend: (ms) => suspendTree(pid, ms),
		async kill() {
			await killTree(pid);
			await ended;
			dropProfile();
		},
		async close() {
			await browser.close();
			await ended;
			dropProfile();
		},
	};
}

const PROMPTS = 'extensions.webextOptionalPermissionPrompts';

const BACKGROUND = `return [...extension.views].find((view) => view.viewType === 'background').xulBrowser;`;

const WAKE = `
	await extension.wakeupBackground?.();
	return [...extension.views].some((view) => view.viewType === 'background');
`;

const PROCESS_ID = `
	const [background] = [...extension.views].filter((view) => view.viewType === 'background');
	return background.xulBrowser.browsingContext.currentWindowGlobal.osPid;
`;

const VISIBLE_PROCESS_ID = 'return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;';

/** Firefox ends the add-on and starts it again. */
const RELOAD = `
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	const addon = await AddonManager.getAddonByID(extension.id);
	await addon.reload();
`;

/** As in the profile: for pages, and for the toolbar that popups follow. */
const DARK = `
	for (const theme of ['layout.css.prefers-color-scheme.content-override', 'browser.theme.toolbar-theme'])
		Services.prefs.setIntPref(theme, args[0] ? 0 : 1);
`;

const STOP = `
	await extension.terminateBackground({ ignoreDevToolsAttached: true });
	return extension.backgroundState === 'stopped';
`;

const REVOKE = `
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
	await ExtensionPermissions.remove(extension.id, { permissions: [], origins: [args[0]] }, extension);
	Services.prefs.setBoolPref('${PROMPTS}', true);
`;

/** Presses the prompt's button that allows (`button`) or refuses; false while there is no prompt. */
const press = (button: 'button' | 'secondaryButton') => `
	const prompt = document.querySelector('#notification-popup popupnotification[id^="addon-webext-permissions"]');
	if (!prompt || PopupNotifications.panel.state !== 'open') return false;
	prompt.${button}.click();
	return true;
`;

async function install(
	connection: FirefoxConnection,
	options: BrowserOptions,
	profileDir: string,
): Promise<FirefoxChrome> {
	const chrome = await installFirefoxExtension(connection, options.extensionDir, profileDir);
	if (options.profileDir) await settleFirefoxExtension(chrome);
	return chrome;
}
