import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FirefoxChrome, firefoxChrome } from './firefox-chrome.ts';
import type { FirefoxConnection } from './firefox-connection.ts';
import { until } from './wait.ts';
import { packXpi } from './xpi.ts';

/** Installs the folder permanently, unless the profile has the same build from an earlier start, and waits until it runs. */
export async function installFirefoxExtension(
	connection: FirefoxConnection,
	extensionDir: string,
	profileDir: string,
): Promise<FirefoxChrome> {
	const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
	const id: string = manifest.browser_specific_settings.gecko.id;
	const packed = join(profileDir, 'sobrio.xpi');
	packXpi(extensionDir, packed);
	if (!isSameFile(packed, join(profileDir, 'extensions', `${id}.xpi`))) {
		const extensionData = { type: 'archivePath', path: packed };
		await connection.send('webExtension.install', { extensionData, 'moz:permanent': true });
	}
	const chrome = await firefoxChrome(connection, id);
	// After a restart Firefox leaves the background stopped until an event needs it.
	await until(() => chrome.run(`return ['running', 'stopped'].includes(extension?.backgroundState)`), 'the extension');
	return chrome;
}

/**
 * Waits until Firefox has saved that the extension is installed, and its random origin. It saves both seconds late; a browser
 * killed before that loses them, and with the origin everything stored under it.
 */
export async function settleFirefoxExtension(chrome: FirefoxChrome): Promise<void> {
	await until(() => chrome.run(IS_WRITTEN), 'the extension in the profile');
}

const IS_WRITTEN = `
	Services.prefs.savePrefFile(null);
	const read = (name, options) => IOUtils.readJSON(PathUtils.join(PathUtils.profileDir, name), options);
	const startup = await read('addonStartup.json.lz4', { decompress: true });
	const { addons } = await read('extensions.json');
	return Boolean(startup['app-profile']?.addons?.[extension.id]) && addons.some(({ id }) => id === extension.id);
`;

/** What Firefox writes into its prompts: for what the package asks at install, with its line on data, and for one host. */
export const LINES = `
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	const { ExtensionData } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
	const addon = await AddonManager.getAddonByID(extension.id);
	const linesOf = (permissions, type) => {
		const prompt = { addonName: addon.name, appName: 'Firefox', type, permissions };
		const { msgs, dataCollectionPermissions: data } = ExtensionData.formatPermissionStrings(prompt, { fullDomainsList: true });
		return data?.msg ? [...msgs, data.msg] : msgs;
	};
	const host = { permissions: [], origins: [args[0]], data_collection: [] };
	return { install: linesOf(addon.installPermissions), host: linesOf(host, 'optional') };
`;

function isSameFile(one: string, other: string): boolean {
	return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}
