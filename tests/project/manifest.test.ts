import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConfigEnv } from 'wxt';
import { PANEL_COMMAND } from '@/utils/browser/panel';
import config from '@/wxt.config';

/** Permissions of the install. A longer list is a decision, documented in the privacy part of the README. */
const AGREED = ['activeTab', 'alarms', 'declarativeNetRequestWithHostAccess', 'scripting', 'storage', 'webRequest'];

function manifestFor(browser: string) {
	const { manifest } = config;
	if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser, so it is a function.');
	const env: ConfigEnv = { browser, manifestVersion: 3, mode: 'production', command: 'build' };
	return manifest(env);
}

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
	test('asks for exactly the agreed permissions', async () => {
		const { permissions = [], optional_permissions = [] } = await manifestFor(browser);
		// Firefox's sidebar needs none.
		expect([...permissions].sort()).toEqual(browser === 'chrome' ? [...AGREED, 'sidePanel'].sort() : AGREED);
		expect(optional_permissions).toEqual(['downloads', 'notifications']);
	});

	test('has keys for the popup and for the panel', async () => {
		const { commands = {} } = await manifestFor(browser);
		const panel = browser === 'firefox' ? '_execute_sidebar_action' : PANEL_COMMAND;
		expect(Object.keys(commands)).toEqual(['_execute_action', panel]);
		expect(Object.values(commands).map(({ suggested_key: keys }) => keys)).toEqual([
			{ default: 'Alt+Shift+S' },
			{ default: 'Alt+Shift+O' },
		]);
	});

	test('reads no site at install: each is granted by a click of the user', async () => {
		const manifest = await manifestFor(browser);
		expect(manifest).not.toHaveProperty('host_permissions');
		expect(manifest).not.toHaveProperty('content_scripts');
		expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
	});

	test('stays out of private windows and opens nothing to pages', async () => {
		const { incognito, web_accessible_resources, externally_connectable } = await manifestFor(browser);
		expect(incognito).toBe('not_allowed');
		expect(web_accessible_resources).toBeUndefined();
		expect(externally_connectable).toBeUndefined();
	});

	test('lets nothing connect but by https or to this machine, for the one store that the user may set up', async () => {
		const { content_security_policy: policy } = (await manifestFor(browser)) as {
			content_security_policy?: { extension_pages?: string };
		};
		expect(policy?.extension_pages).toContain("default-src 'none'");
		expect(policy?.extension_pages).toContain('connect-src https: http://localhost:* http://127.0.0.1:*;');
	});
});

describe('what leaves the browser', () => {
	test('is nothing without the user: each kind of data that an LRS receives is optional', async () => {
		const { browser_specific_settings: settings } = await manifestFor('firefox');
		expect(settings?.gecko).toHaveProperty('data_collection_permissions', {
			required: ['none'],
			optional: ['browsingActivity', 'websiteActivity', 'authenticationInfo'],
		});
		expect(settings?.gecko).not.toHaveProperty('update_url');
		expect(await manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
	});
});

test.each(['README.md', 'README.fr.md'])('%s names the oldest browsers that the manifest allows', async (file) => {
	const { minimum_chrome_version: chrome } = await manifestFor('chrome');
	const { browser_specific_settings: settings } = await manifestFor('firefox');
	const [firefox] = settings?.gecko?.strict_min_version?.split('.') ?? [];
	const text = readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');
	expect(text).toMatch(new RegExp(`Chrom[^.]*\\b${chrome}\\b`));
	expect(text).toMatch(new RegExp(`Firefox[^.]*\\b${firefox}\\b`));
});

test('Firefox for Android is offered the add-on, from the version on that asks for consent to send data', async () => {
	const { browser_specific_settings: settings } = await manifestFor('firefox');
	expect(settings).toMatchObject({ gecko_android: { strict_min_version: '142.0' } });
});
