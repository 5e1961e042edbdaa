import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName, Driver } from '@/tests/e2e/drivers/driver';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import { FIREFOX_ID } from '@/utils/core/project';

/** Its figures are older than a day that a test may cross, and young enough to be kept: visits are deleted after 90 days. */
const AGE_MS = 3 * 24 * 3600 * 1000;

/** The media fields of the first schema. */
const OLD_MEDIA = { videoMs: 60_000, audioMs: 0, hiddenMs: 4_000, oversizedMs: 0, videoMsByHeight: { 480: 60_000 } };

/** What a learner's browser holds from the first version on: IndexedDB of schema 1, and settings as they were stored then. */
export function earlierRecords(host: string) {
	const startedAtMs = Date.now() - AGE_MS;
	const day = new Date(startedAtMs).toISOString().slice(0, 10);
	const image = { measuredBytes: 7_000_000, estimatedBytes: 2_000, unknownCount: 1, requestCount: 12 };
	const traffic = { received: { image }, sentBytes: null, sparedBytes: 0 };
	const place = { host, platform: 'moodle', courseKey: '12' };
	const totals = { day, ...place, activity: 'page', activeMs: 90_000, traffic, media: OLD_MEDIA } as const;
	return {
		visits: [{ ...totals, id: 'visit0000000000a', startedAtMs }],
		days: [{ ...totals, visitCount: 1 }],
		courses: [{ ...place, label: 'Prévention des risques', lastDay: day }],
		settings: {
			followedSites: [{ host, platform: 'moodle', sinceDay: day }],
			language: 'en',
			profile: { device: 'desktop', network: 'mobile', country: 'BE' },
			dismissedTips: { quality: day },
			soberMode: { isOnEverywhere: false, hosts: { 'sobre.example': true }, effectsOff: ['prefetch'] },
			exportSecret: '5e'.repeat(32),
		},
	};
}

export type EarlierRecords = ReturnType<typeof earlierRecords>;

/** Its manifest: known platforms were required at install, and had their scripts there. */
export function earlierManifest(browser: BrowserName) {
	return {
		manifest_version: 3,
		name: 'Sobrio',
		version: '0.0.9',
		permissions: [
			'storage',
			'alarms',
			'webRequest',
			'scripting',
			'activeTab',
			'declarativeNetRequestWithHostAccess',
			...(browser === 'firefox' ? [] : ['sidePanel']),
		],
		optional_permissions: ['downloads', 'notifications'],
		host_permissions: HOSTED_MATCHES,
		optional_host_permissions: ['*://*/*'],
		content_scripts: [{ matches: HOSTED_MATCHES, js: ['observer.js'], run_at: 'document_start', all_frames: true }],
		incognito: 'not_allowed',
		...(browser === 'firefox'
			? {
					background: { scripts: ['background.js'] },
					browser_specific_settings: { gecko: { id: FIREFOX_ID, strict_min_version: '142.0' } },
				}
			: { background: { service_worker: 'background.js' } }),
	};
}

const PAGE_SCRIPT = `const [button] = document.querySelectorAll('button');
button.addEventListener('click', async () => {
	if (await chrome.permissions.request({ origins: [location.hash.slice(1)] })) button.dataset.granted = '';
});`;

/** Writes an extension with that manifest, whose scripts do nothing. */
export function writeEarlierVersion(browser: BrowserName, folder: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(earlierManifest(browser)));
	writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
	writeFileSync(join(folder, 'observer.js'), '');
	writeFileSync(join(folder, 'page.html'), '<!doctype html><button>Follow</button><script src="page.js"></script>');
	writeFileSync(join(folder, 'page.js'), PAGE_SCRIPT);
}

/** Runs in its background, so it stands alone: stores the records as the first version did, and registers the script of the site. */
export async function storeAsEarlier(records: EarlierRecords, match: string): Promise<void> {
	const { chrome } = globalThis as unknown as { chrome: EarlierApis };
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio', 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('visits', { keyPath: 'id' }).createIndex('day', 'day');
			request.result.createObjectStore('days', { keyPath: ['day', 'host', 'courseKey', 'activity'] });
			request.result.createObjectStore('courses', { keyPath: ['host', 'courseKey'] });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const names = ['visits', 'days', 'courses'] as const;
	const transaction = database.transaction(names, 'readwrite');
	for (const name of names) for (const record of records[name]) transaction.objectStore(name).put(record);
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
	const settings = Object.entries(records.settings).map(([key, value]) => [key, { version: 1, value }] as const);
	await chrome.storage.local.set(Object.fromEntries(settings));
	await chrome.scripting.registerContentScripts([
		{ id: `followed ${records.courses[0]?.host}`, matches: [match], js: ['observer.js'], runAt: 'document_start' },
	]);
}

interface EarlierApis {
	storage: { local: { set(values: object): Promise<void> } };
	scripting: { registerContentScripts(scripts: readonly object[]): Promise<void> };
}

/** Grants a host to it, as the learner did who followed a site: by a click in one of its pages. */
export async function grantEarlier(driver: Driver, match: string): Promise<void> {
	await driver.grantHost(match);
	const page = await driver.openExtensionPage(`page.html#${match}`);
	await page.click('button');
	await page.waitFor(() => document.querySelector('[data-granted]'));
	await page.close();
}
