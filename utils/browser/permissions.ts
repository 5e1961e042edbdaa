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
		// The user revoked it before, the organisation granted it, or it belongs to a platform known at install.
	}
}

/** Gives back all hosts that the user has granted since the install: single ones, and all of them. */
export async function giveBackAllAccess(): Promise<void> {
	const { host_permissions: known = [] } = browser.runtime.getManifest();
	const { origins = [] } = await browser.permissions.getAll();
	// One by one: one that the organisation granted would stop the others.
	for (const origin of origins) if (!known.includes(origin)) await giveBackAccess(origin);
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
