import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Extension, Target } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';
import { chromiumBackground } from './chromium-background.ts';
import { permissionLines, setHostPermission } from './chromium-extensions.ts';
import { type ChromiumPage, chromiumPage, clickToolbarButton } from './chromium-page.ts';
import type { BrowserOptions, Driver, Page, Tab } from './driver.ts';
import { killTree, suspendTree, treeCpuMs } from './processes.ts';
import { IS_DRAWN } from './wait';

const START_TIMEOUT_MS = 30_000;

const FLAGS = [
	'--disable-gpu',
	// The course server counts the bytes of TCP sockets.
	'--disable-quic',
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--hide-crash-restore-bubble',
	'--disable-features=Translate,OptimizationHints,MediaRouter',
];

/** Without a window the screen has 800 x 600 px by default, where a popup gets less height than on a real one. */
const SCREEN = ['--screen-info={1600x1200}', '--window-size=1280,1000'];

/** Chromium (or Chrome), driven by puppeteer over a pipe. */
export async function openChromium(options: BrowserOptions): Promise<Driver> {
	const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sobrio-chromium-'));
	if (options.downloadDir) setDownloadFolder(profileDir, options.downloadDir);
	const browser = await start(options, profileDir);
	const extension = await findExtension(browser).catch(async (error) => {
		await browser.close();
		throw error;
	});
	const background = chromiumBackground(browser, extension.id);
	const dropProfile = () => {
		if (!options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
	};

	let isDark = options.darkMode ?? false;
	async function newPage(url?: string): Promise<Tab> {
		const page = chromiumPage(await browser.newPage(), isDark);
		await page.prepare();
		if (url) await page.goto(url);
		return page;
	}

	async function openPopup(page: Page): Promise<Page> {
		const target = await clickToolbarButton(browser, extension, (page as ChromiumPage).puppeteerPage);
		const popup = chromiumPage(await target.asPage(), isDark);
		await popup.prepare();
		return popup;
	}

	async function openPanel(page: Page): Promise<Page> {
		const popup = await openPopup(page);
		const isPanel = (target: Target) => target.url() === `${extensionUrl}sidepanel.html`;
		const shown = browser.waitForTarget(isPanel, { timeout: START_TIMEOUT_MS });
		await (popup as ChromiumPage).clickForPrompt('.beside');
		const panel = chromiumPage(await (await shown).asPage(), isDark);
		await panel.prepare();
		return panel;
	}

	const closed = new Promise((resolve) => browser.once('disconnected', resolve));
	const extensionUrl = `chrome-extension://${extension.id}/`;
	return {
		browser: 'chromium',
		extensionUrl,
		profileDir,
		newPage,
		openPopup,
		openPanel,
		async setDarkMode(isWanted) {
			isDark = isWanted;
			for (const page of await browser.pages()) await chromiumPage(page, isDark).prepare();
		},
		async openExtensionPage(path) {
			const page = await newPage(extensionUrl + path);
			await page.waitFor(IS_DRAWN);
			return page;
		},
		grantHost: (pattern) => setHostPermission(browser, extension.id, pattern, true),
		revokeHost: (pattern) => setHostPermission(browser, extension.id, pattern, false),
		async installBeside(dir) {
			const id = await browser.installExtension(dir);
			return () => browser.uninstallExtension(id);
		},
		async clickAndRefuse(page, selector) {
			await (page as ChromiumPage).clickForPrompt(selector);
			await background.dismissPrompts();
		},
		async clickAndAccept(popup, selector, pattern) {
			await (popup as ChromiumPage).clickForPrompt(selector);
			// The prompt has closed the popup, and its buttons cannot be clicked: another page of the extension requests the same grant.
			await background.dismissPrompts();
			await setHostPermission(browser, extension.id, pattern, true);
			const prompt = await newPage(`${extensionUrl}manifest.json`);
			await prompt.evaluate(requestHost, pattern);
			await prompt.close();
		},
		permissionLines: (pattern) => background.evaluate(permissionLines, pattern),
		evaluateInBackground: background.evaluate,
		stopBackground: background.stop,
		isBackgroundRunning: background.isRunning,
		killBackground: background.kill,
		reloadExtension: background.reload,
		async updateExtension(dir) {
			cpSync(dir, options.extensionDir, { recursive: true });
			await background.reload();
		},
		closed,
		cpuMs: () => treeCpuMs(browser.process()?.pid ?? 0),
		suspend: (ms) => suspendTree(browser.process()?.pid ?? 0, ms),
		async kill() {
			const pid = browser.process()?.pid;
			if (pid) await killTree(pid);
			dropProfile();
		},
		async close() {
			await browser.close();
			dropProfile();
		},
	};
}

/** Sets the folder in the profile: the protocol's command would also rename the files that an extension saves. */
function setDownloadFolder(profileDir: string, folder: string): void {
	const path = join(profileDir, 'Default', 'Preferences');
	const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
	const download = { default_directory: folder, prompt_for_download: false };
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, JSON.stringify({ ...before, download }));
}

/** Runs in a page of the extension. */
function requestHost(pattern: string): Promise<boolean> {
	const { chrome } = globalThis as unknown as {
		chrome: { permissions: { request(asked: { origins: string[] }): Promise<boolean> } };
	};
	return chrome.permissions.request({ origins: [pattern] });
}

function start(options: BrowserOptions, profileDir: string): Promise<Browser> {
	const executablePath = findCommand(TOOLS.chromium.commands);
	if (!executablePath) throw new Error('No chromium on PATH.');
	return launch({
		executablePath,
		headless: options.headless,
		pipe: true,
		// The caller closes it on Ctrl+C; puppeteer would end this process at once.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		enableExtensions: [options.extensionDir],
		userDataDir: profileDir,
		acceptInsecureCerts: options.takesAnyCertificate ?? false,
		defaultViewport: options.headless ? { width: 1280, height: 800 } : null,
		args: [
			...FLAGS,
			...(options.headless ? SCREEN : []),
			`--lang=${options.lang}`,
			...(options.ownHosts ? [`--host-resolver-rules=${options.ownHosts.map(toThisMachine).join(',')}`] : []),
			...(options.proxyPort ? [`--proxy-server=127.0.0.1:${options.proxyPort}`] : []),
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		],
		// On Linux the interface follows LANGUAGE, whatever --lang says.
		env: { ...process.env, LANGUAGE: options.lang },
	});
}

function toThisMachine(host: string): string {
	return `MAP ${host} 127.0.0.1`;
}

async function findExtension(browser: Browser): Promise<Extension> {
	await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: START_TIMEOUT_MS });
	const [extension] = (await browser.extensions()).values();
	if (!extension) throw new Error('Chromium started without the extension.');
	return extension;
}
