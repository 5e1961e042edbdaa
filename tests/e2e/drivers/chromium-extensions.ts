import type { Browser } from 'puppeteer-core';

/** Grants or revokes an optional host permission, as the switch on chrome://extensions does. */
export function setHostPermission(
	browser: Browser,
	extensionId: string,
	pattern: string,
	isGranted: boolean,
): Promise<void> {
	return onExtensionsPage(
		browser,
		async (id, host, method) => {
			const { developerPrivate } = (globalThis as unknown as { chrome: DeveloperChrome }).chrome;
			await developerPrivate[method](id, host);
		},
		extensionId,
		pattern,
		isGranted ? ('addHostPermission' as const) : ('removeHostPermission' as const),
	);
}

/** Reloads the extension, as its button on chrome://extensions does. Outside of developer mode Chromium would disable it. */
export function reloadExtension(browser: Browser, extensionId: string): Promise<void> {
	return onExtensionsPage(
		browser,
		async (id) => {
			const { developerPrivate } = (globalThis as unknown as { chrome: DeveloperChrome }).chrome;
			await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
			await developerPrivate.reload(id);
		},
		extensionId,
	);
}

/** Runs in the background: Chromium's own warnings for the manifest, and for one that asks for the host at install. */
export async function permissionLines(pattern: string) {
	const { management, runtime } = (globalThis as unknown as { chrome: ManifestChrome }).chrome;
	const warningsFor = (changes: object) =>
		management.getPermissionWarningsByManifest(JSON.stringify({ ...runtime.getManifest(), ...changes }));
	return { install: await warningsFor({}), host: await warningsFor({ host_permissions: [pattern] }) };
}

interface ManifestChrome {
	management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
	runtime: { getManifest(): object };
}

async function onExtensionsPage<Args extends unknown[]>(
	browser: Browser,
	act: (...args: Args) => Promise<void>,
	...args: Args
): Promise<void> {
	const page = await browser.newPage();
	try {
		await page.goto('chrome://extensions');
		await page.evaluate(act as (...args: unknown[]) => Promise<void>, ...args);
	} finally {
		await page.close();
	}
}

interface DeveloperChrome {
	developerPrivate: Record<
		'addHostPermission' | 'removeHostPermission',
		(id: string, host: string) => Promise<void>
	> & {
		updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
		reload(id: string): Promise<void>;
	};
}
