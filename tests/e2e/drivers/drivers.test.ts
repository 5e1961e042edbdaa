import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type LocalServer, serveHtml } from '@/tests/e2e/rig/local-server';
import { type BrowserName, type BrowserOptions, type Driver, openBrowser, type Page } from './driver';

const BACKGROUND = `
const api = globalThis.browser ?? chrome;
globalThis.bornAtMs = performance.timeOrigin;
api.runtime.onMessage.addListener((message, sender, reply) => { reply({ echo: message }); });
`;
const POPUP = `<!doctype html><title>Popup</title><button id="ask">Ask</button><p></p><script src="popup.js"></script>`;
const POPUP_SCRIPT = `
const api = globalThis.browser ?? chrome;
document.querySelector('#ask').onclick = async () => {
	const isGranted = await api.permissions.request({ origins: ['http://127.0.0.1/*'] });
	document.querySelector('p').textContent = String(isGranted);
};
`;
const MANIFEST = {
	manifest_version: 3,
	name: 'Fixture of the driver tests',
	version: '1',
	permissions: ['storage'],
	optional_host_permissions: ['*://*/*'],
	action: { default_popup: 'popup.html' },
	browser_specific_settings: { gecko: { id: 'drivers@sobrio.test' } },
};

/** The extension interfaces that the fixture calls from its background; never called here. */
declare const chrome: {
	storage: { local: { set(values: object): Promise<void>; get(): Promise<object> } };
	permissions: { getAll(): Promise<{ origins: string[] }> };
};
declare const bornAtMs: number;

const folder = mkdtempSync(join(tmpdir(), 'sobrio-drivers-'));
let server: LocalServer;

beforeAll(async () => {
	server = await serveHtml('<h1>Page</h1>');
});

afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

function optionsFor(browser: BrowserName): BrowserOptions {
	const extensionDir = join(folder, browser);
	const background = browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
	mkdirSync(extensionDir, { recursive: true });
	writeFileSync(join(extensionDir, 'manifest.json'), JSON.stringify({ ...MANIFEST, background }));
	writeFileSync(join(extensionDir, 'background.js'), BACKGROUND);
	writeFileSync(join(extensionDir, 'popup.html'), POPUP);
	writeFileSync(join(extensionDir, 'popup.js'), POPUP_SCRIPT);
	return { browser, extensionDir, headless: true, lang: 'fr', profileDir: join(folder, `${browser}-profile`) };
}

inBothBrowsers('the driver', (browser) => {
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		driver = await openBrowser(optionsFor(browser));
		page = await driver.newPage(`http://127.0.0.1:${server.port}/`);
	});

	afterAll(() => driver.close());

	const origins = () => driver.evaluateInBackground(async () => (await chrome.permissions.getAll()).origins);
	const answer = (asker: Page) => asker.evaluate(() => document.querySelector('p')?.textContent);

	test('runs in French', async () => {
		expect(await page.evaluate(() => navigator.language)).toMatch(/^fr/);
	});

	test('takes a screenshot of the real popup', async () => {
		const popup = await driver.openPopup(page);
		const path = join(folder, `${browser}.png`);
		await popup.screenshot(path);
		expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
		expect(await popup.url()).toBe(`${driver.extensionUrl}popup.html`);
		await popup.close();
	});

	test('refuses a host, in the popup and in a tab', async () => {
		await driver.clickAndRefuse(await driver.openPopup(page), '#ask');
		const tab = await driver.openExtensionPage('popup.html');
		await driver.clickAndRefuse(tab, '#ask');
		await tab.waitFor(() => document.querySelector('p')?.textContent);
		expect(await answer(tab)).toBe('false');
		expect(await origins()).toEqual([]);
		await tab.close();
	});

	test('grants a host by a click in the popup and takes it back', async () => {
		await driver.grantHost('http://127.0.0.1/*');
		const popup = await driver.openPopup(page);
		await popup.click('#ask');
		await popup.waitFor(() => document.querySelector('p')?.textContent);
		expect(await answer(popup)).toBe('true');
		expect(await origins()).toEqual(['http://127.0.0.1/*']);
		await popup.close();
		await driver.revokeHost('http://127.0.0.1/*');
		expect(await origins()).toEqual([]);
	});

	test('stops the background, which comes back as another one', async () => {
		const before = await driver.evaluateInBackground(() => bornAtMs);
		await driver.stopBackground();
		expect(await driver.isBackgroundRunning()).toBe(false);
		expect(await driver.evaluateInBackground(() => bornAtMs)).not.toBe(before);
	});

	test('keeps what was stored before it was killed', async () => {
		await driver.evaluateInBackground(() => chrome.storage.local.set({ kept: 1 }));
		await driver.kill();
		await expect(page.evaluate('1')).rejects.toThrow();
		driver = await openBrowser(optionsFor(browser));
		expect(await driver.evaluateInBackground(() => chrome.storage.local.get())).toEqual({ kept: 1 });
	});
});
