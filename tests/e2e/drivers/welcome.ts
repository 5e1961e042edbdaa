import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserOptions, Driver } from './driver.ts';
import { until } from './wait.ts';

/** Whether starting with these options will open the welcome page; call it before the browser writes its profile. */
export function isGreeting({ extensionDir, profileDir }: BrowserOptions): boolean {
	const isFresh = !profileDir || !existsSync(profileDir) || readdirSync(profileDir).length === 0;
	return isFresh && existsSync(join(extensionDir, 'welcome.html'));
}

/** Closes the page that the install opens, so that it does not cover another tab later. */
export async function closeWelcome(driver: Driver): Promise<void> {
	await until(() => driver.evaluateInBackground(closeTab), 'the welcome page');
}

/** Runs in the background; false while the page is not there. */
async function closeTab(): Promise<boolean> {
	const { tabs } = (globalThis as unknown as { chrome: { tabs: ExtensionTabs } }).chrome;
	const open = await tabs.query({});
	const welcome = open.find(({ url, status }) => url?.endsWith('/welcome.html') && status === 'complete');
	if (!welcome) return false;
	await tabs.remove(welcome.id);
	return true;
}

interface ExtensionTabs {
	query(which: object): Promise<{ id: number; url?: string; status: string }[]>;
	remove(id: number): Promise<void>;
}
