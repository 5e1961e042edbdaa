import { browser } from './browser';

/** Match pattern of every page, for the optional grant that lets all requests of a course be counted. */
export const ALL_HOSTS = '*://*/*';

/** The permissions that the manifest lists as optional, beside hosts. */
export type OptionalPermission = 'downloads' | 'notifications';

/** Whether the extension may access the hosts of a match pattern. */
export async function hasAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.contains({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot have been granted.
		return false;
	}
}

/** Calls back when the user gives a permission or takes one back, in a page of ours or of the browser. Never stopped. */
export function watchAccess(onChange: () => void): void {
	browser.permissions.onAdded.addListener(onChange);
	browser.permissions.onRemoved.addListener(onChange);
}

/** Asks the user for the hosts of match patterns; must be called inside a click. Resolves to whether all were granted. */
export async function requestAccess(...patterns: readonly string[]): Promise<boolean> {
	try {
		return await browser.permissions.request({ origins: [...patterns] });
	} catch {
		// A host that no match pattern can name cannot be granted.
		return false;
	}
}

/** Gives the hosts of a match pattern back. */
export async function giveBackAccess(pattern: string): Promise<void> {
	try {
		await browser.permissions.remove({ origins: [pattern] });
	} catch {
		// The user revoked it before, the organisation granted it, or it is a part of a wider grant.
	}
}

/** Gives back all hosts that the user has granted: single ones, and all of them. */
export async function giveBackAllAccess(): Promise<void> {
	const { origins = [] } = await browser.permissions.getAll();
	// One by one: one that the organisation granted would stop the others.
	for (const origin of origins) await giveBackAccess(origin);
}

/**
 * What Firefox needs the user's consent for before it leaves the browser, as our manifest names it; empty in Chrome, which has no
 * such consent. https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
 */
function sentData(): readonly string[] {
	const { browser_specific_settings: settings } = browser.runtime.getManifest() as FirefoxManifest;
	return settings?.gecko?.data_collection_permissions?.optional ?? [];
}

/** The part of Firefox's manifest that the polyfill's types lack. */
interface FirefoxManifest {
	readonly browser_specific_settings?: {
		readonly gecko?: { readonly data_collection_permissions?: { readonly optional?: readonly string[] } };
	};
}

/**
 * Asks the user for a host and for the consent to send data to it, in one prompt; must be called inside a click. Resolves to whether
 * both were granted.
 */
export async function requestSending(pattern: string): Promise<boolean> {
	const kinds = sentData();
	const data: object = kinds.length > 0 ? { data_collection: kinds } : {};
	try {
		return await browser.permissions.request({ origins: [pattern], ...data });
	} catch {
		// A host that no match pattern can name cannot be granted.
		return false;
	}
}

/** Whether the user still lets the extension reach a host and send data to it; Chrome knows the first of these only. */
export async function maySend(pattern: string): Promise<boolean> {
	const kinds = sentData();
	const data: object = { data_collection: kinds };
	return (await hasAccess(pattern)) && (kinds.length === 0 || browser.permissions.contains(data));
}

/** Gives the consent to send data back. */
export async function giveBackSending(): Promise<void> {
	const kinds = sentData();
	const data: object = { data_collection: kinds };
	if (kinds.length > 0) await browser.permissions.remove(data);
}

/** Whether the user has granted an optional permission. */
export function hasPermission(name: OptionalPermission): Promise<boolean> {
	return browser.permissions.contains({ permissions: [name] });
}

/** Asks the user for an optional permission; must be called inside a click. Resolves to whether it was granted. */
export function requestPermission(name: OptionalPermission): Promise<boolean> {
	return browser.permissions.request({ permissions: [name] });
}

/** Gives an optional permission back. */
export async function giveBackPermission(name: OptionalPermission): Promise<void> {
	await browser.permissions.remove({ permissions: [name] });
}
