import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { closeWelcome, isGreeting } from './welcome.ts';

export type BrowserName = 'chromium' | 'firefox';

/** How to start a browser. */
export interface BrowserOptions {
	readonly browser: BrowserName;
	/** The folder of the built extension. */
	readonly extensionDir: string;
	readonly headless: boolean;
	/** Language of the browser, and so of the extension. */
	readonly lang: 'fr' | 'en';
	/** A profile that two starts share; when absent, a new one that is deleted with the browser. */
	readonly profileDir?: string;
	/** Where downloads are saved without a prompt; the browser's own folder when absent. */
	readonly downloadDir?: string;
	readonly darkMode?: boolean;
	/** Port on 127.0.0.1 of an HTTP proxy for everything that does not go to this machine. */
	readonly proxyPort?: number;
	/** Host names that resolve to this machine, as in its hosts file. */
	readonly ownHosts?: readonly string[];
	/** Opens https pages whose certificate no authority has signed. */
	readonly takesAnyCertificate?: boolean;
	/** Leaves the welcome page open that follows the install. */
	readonly keepsWelcome?: boolean;
}

/** A document: a tab's, a frame's or the popup's. Functions run there, so they stand alone, and values must be plain. */
export interface Frame {
	evaluate<Args extends readonly unknown[], Value>(
		what: string | ((...args: Args) => Value | Promise<Value>),
		...args: Args
	): Promise<Value>;
	/** Waits until the function or expression is truthy; fails after `timeoutMs` (30,000). */
	waitFor(what: string | (() => unknown), timeoutMs?: number): Promise<void>;
	url(): Promise<string>;
}

/** A tab, or the popup of the toolbar. */
export interface Page extends Frame {
	/** Ends when the page is loaded. */
	goto(url: string): Promise<void>;
	/** A real click of the mouse in the middle of the element; waits up to 30 s for it to be there. */
	click(selector: string): Promise<void>;
	/** Writes a PNG of what is visible, or of the whole document. */
	screenshot(path: string, options?: { fullPage?: boolean }): Promise<void>;
	/** Size of the document in CSS pixels. */
	setViewport(widthPx: number, heightPx: number): Promise<void>;
	/** All frames below this page, however deep. */
	frames(): Promise<Frame[]>;
	/** Makes it the visible tab of its window. */
	bringToFront(): Promise<void>;
	close(): Promise<void>;
}

/** A tab, which also takes files and keys. */
export interface Tab extends Page {
	/** Chooses files of this machine in a file input. */
	chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
	/** Drops files or folders of this machine on the page. Firefox has no command for it: there the page gets a synthetic event, with files only. */
	drop(paths: readonly string[]): Promise<void>;
	/** Presses and releases a key, by its name in `KeyboardEvent.key`: `Tab`, `Enter`, ` `. */
	press(key: string): Promise<void>;
	/** What the page prints on A4, as a PDF. */
	print(): Promise<Uint8Array>;
}

/** A running browser with the extension in it. */
export interface Driver {
	readonly browser: BrowserName;
	/** The origin of the extension's pages, ending in a slash. */
	readonly extensionUrl: string;
	readonly profileDir: string;
	newPage(url?: string): Promise<Tab>;
	/** A page of the extension in a tab, such as `dashboard.html`. */
	openExtensionPage(path: string): Promise<Tab>;
	/** The real popup of the toolbar button, for that tab. */
	openPopup(page: Page): Promise<Page>;
	/** The real side panel or sidebar, opened by the popup's button. */
	openPanel(page: Page): Promise<Page>;
	/** Dark or light, for pages open now and later. */
	setDarkMode(isDark: boolean): Promise<void>;
	/** Grants an optional host permission (`http://127.0.0.1/*`): a later request for it is granted without a prompt. */
	grantHost(pattern: string): Promise<void>;
	revokeHost(pattern: string): Promise<void>;
	/** Installs another extension from a folder; returns a function that removes it. */
	installBeside(extensionDir: string): Promise<() => Promise<void>>;
	/** Clicks a button that requests a permission, and refuses the browser's prompt. The prompt closes a popup. */
	clickAndRefuse(page: Page, selector: string): Promise<void>;
	/** The same, but allows this host pattern. The popup is closed by then and does not get the answer. */
	clickAndAccept(popup: Page, selector: string, pattern: string): Promise<void>;
	/** The lines in which the browser names what it would grant, in its language: at install, and for a host pattern later. */
	permissionLines(pattern: string): Promise<{ readonly install: readonly string[]; readonly host: readonly string[] }>;
	/** Runs a function in the background, starting that if it is stopped. */
	evaluateInBackground: Frame['evaluate'];
	/** Stops the background as the browser does when it is idle. */
	stopBackground(): Promise<void>;
	isBackgroundRunning(): Promise<boolean>;
	/** Kills the process of the background, as a crash does. Linux only. */
	killBackground(): Promise<void>;
	/** Reloads the extension, as an update does. Its pages close. */
	reloadExtension(): Promise<void>;
	/** Replaces the extension by the build in a folder, as an update does. Its pages close. In Chromium its own folder gets the files. */
	updateExtension(extensionDir: string): Promise<void>;
	/** Resolves once the browser has ended: by the user, `close`, `kill` or a crash. */
	readonly closed: Promise<unknown>;
	/** Processor time of all its processes so far, milliseconds. Linux only. */
	cpuMs(): number;
	/** Stops all processes of the browser for so long, as the sleep of a computer does. Linux only. */
	suspend(ms: number): Promise<void>;
	/** Kills all processes of the browser, as a crash or a power cut does. */
	kill(): Promise<void>;
	close(): Promise<void>;
}

/** Starts Chromium or Firefox with the extension installed and its background started. */
export async function openBrowser(options: BrowserOptions): Promise<Driver> {
	const isGreeted = isGreeting(options) && !options.keepsWelcome;
	const driver = await (options.browser === 'firefox' ? openFirefox(options) : openChromium(options));
	if (isGreeted) {
		await closeWelcome(driver).catch(async (error) => {
			await driver.close();
			throw error;
		});
	}
	return driver;
}
