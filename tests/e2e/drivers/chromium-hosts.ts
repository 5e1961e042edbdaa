import type { Browser } from 'puppeteer-core';

/** Grants or revokes an optional host permission, as the switch on chrome://extensions does. */
export async function setHostPermission(
	browser: Browser,
	extensionId: string,
	pattern: string,
	isGranted: boolean,
): Promise<void> {
	const page = await browser.newPage();
	try {
		await page.goto('chrome://extensions');
		await page.evaluate(
			async (id, host, method) => {
				const { developerPrivate } = (globalThis as unknown as { chrome: DeveloperChrome }).chrome;
				await developerPrivate[method](id, host);
			},
			extensionId,
			pattern,
			isGranted ? ('addHostPermission' as const) : ('removeHostPermission' as const),
		);
	} finally {
		await page.close();
	}
}

interface DeveloperChrome {
	developerPrivate: Record<'addHostPermission' | 'removeHostPermission', (id: string, host: string) => Promise<void>>;
}
